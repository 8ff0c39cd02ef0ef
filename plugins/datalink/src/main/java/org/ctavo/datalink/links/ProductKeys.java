package org.ctavo.datalink.links;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.ctavo.archive.ArchiveFault;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;

/** Whether a product exists, as far as a caller may know. Safe for use by any number of threads. */
public final class ProductKeys {
    private static final String SELECT = "SELECT 1 FROM ivoa.obscore WHERE obs_publisher_did = ?";

    private final Database database;

    /** Reads from a database. */
    public ProductKeys(Database database) {
        this.database = database;
    }

    /** Whether the caller may know of a product of that identifier. */
    public boolean knows(Caller caller, String product) {
        if (product.indexOf('\0') >= 0) {
            return false;
        }
        try (Connection connection = database.asCaller(caller);
                PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setString(1, product);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new Fault(ArchiveFault.DATABASE, "The archive's database does not answer.", e);
        }
    }
}
