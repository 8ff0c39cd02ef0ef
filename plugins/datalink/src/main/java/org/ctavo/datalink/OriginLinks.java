package org.ctavo.datalink;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.ctavo.archive.ArchiveFault;
import org.ctavo.archive.link.LinkProvider;
import org.ctavo.archive.link.LinkSource;
import org.ctavo.datalink.links.LineageLinks;
import org.ctavo.datalink.links.ProvenanceLinks;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Services;

/** The links that come last: where a product came from and what became of it, in an archive that keeps provenance. */
public final class OriginLinks implements LinkProvider {

    @Override
    public List<LinkSource> linkSources(Services services) {
        Database database = services.database();
        return keepsProvenance(database) ? List.of(new LineageLinks(database), new ProvenanceLinks()) : List.of();
    }

    private static boolean keepsProvenance(Database database) {
        try (Connection connection = database.asCaller(Caller.ANONYMOUS);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT to_regclass('provenance.progenitor') IS NOT NULL")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new Fault(ArchiveFault.DATABASE, "The archive's database does not answer.", e);
        }
    }

    @Override
    public int rank() {
        return 100;
    }
}
