package org.ctavo.preview;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalDouble;

import org.ctavo.archive.ArchiveFault;
import org.ctavo.archive.CatalogueFile;
import org.ctavo.archive.FileCatalogue;
import org.ctavo.archive.ProductFile;
import org.ctavo.preview.summary.Subject;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;

/** Finds what can be pictured: products with an event list. Safe for use by any number of threads. */
final class Subjects {
    private static final String SELECT =
            """
            SELECT obs_id, target_name, facility_name, instrument_name, s_fov FROM cta.data_product
            WHERE obs_publisher_did = ?
            UNION ALL
            SELECT obs_id, target_name, facility_name, instrument_name, s_fov FROM cta.data_product_secure
            WHERE obs_publisher_did = ?
            """;

    private final Database database;
    private final FileCatalogue catalogue;

    Subjects(Database database) {
        this.database = database;
        this.catalogue = new FileCatalogue(database);
    }

    /** The event list of a product; empty if there is none that the caller may know of. */
    Optional<CatalogueFile> eventList(Caller caller, String product) {
        return catalogue.of(caller, product).stream()
                .filter(file -> file.file().role() == ProductFile.Role.EVENT_LIST)
                .findFirst();
    }

    /** What a picture of it says; empty if the product has gone meanwhile. */
    Optional<Subject> describe(Caller caller, CatalogueFile file) {
        try (Connection connection = database.asCaller(caller);
                PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setString(1, file.product());
            statement.setString(2, file.product());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(subject(rows, file)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new Fault(ArchiveFault.DATABASE, "The archive's database does not answer.", e);
        }
    }

    private static Subject subject(ResultSet row, CatalogueFile file) throws SQLException {
        // NULL comes as 0.
        double fieldOfView = row.getDouble("s_fov");
        return new Subject(
                file.product(),
                row.getString("obs_id"),
                text(row, "target_name"),
                text(row, "facility_name"),
                text(row, "instrument_name"),
                !(fieldOfView > 0) ? OptionalDouble.empty() : OptionalDouble.of(fieldOfView),
                file.file());
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
