package org.ctavo.war.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ctavo.archive.ArchiveFault;
import org.ctavo.archive.ProductFile;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;

/** Every file the catalogue lists, those of secure products too; one that several products share comes once. */
final class ListedFiles {
    private static final String DISTINCT =
            "SELECT DISTINCT root, path, bytes, sha256 FROM cta.data_file WHERE (?::text IS NULL OR root = ?)";
    private static final int PAGE = 1000;
    private static final ListedFile BEFORE_ALL = new ListedFile(new ProductFile.Location("", ""), -1, "");

    private final Database database;
    private final Optional<String> root;

    /**
     * The files of a root, or of all.
     *
     * @param root its name; empty for all
     */
    ListedFiles(Database database, Optional<String> root) {
        this.database = database;
        this.root = root;
    }

    /**
     * How many there are.
     *
     * @param files their number
     * @param bytes of them all
     */
    record Extent(long files, long bytes) {}

    /** What is done with each. */
    interface Visitor {
        void visit(ListedFile file) throws InterruptedException;
    }

    Extent extent() {
        String sql = "SELECT count(*), coalesce(sum(bytes), 0) FROM (" + DISTINCT + ") AS files";
        try (Connection connection = database.asIngest();
                PreparedStatement statement = prepared(connection, sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return new Extent(rows.getLong(1), rows.getLong(2));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /**
     * Visits each, by root and path. They are read in pages, so that a check of days holds no transaction open and sees
     * what is ingested meanwhile.
     */
    void each(Visitor visitor) throws InterruptedException {
        ListedFile last = BEFORE_ALL;
        List<ListedFile> page;
        do {
            page = after(last);
            for (ListedFile file : page) {
                visitor.visit(file);
                last = file;
            }
        } while (page.size() == PAGE);
    }

    private List<ListedFile> after(ListedFile last) {
        String sql = DISTINCT + " AND (root, path, bytes, sha256) > (?, ?, ?, ?) ORDER BY root, path, bytes, sha256"
                + " LIMIT " + PAGE;
        try (Connection connection = database.asIngest();
                PreparedStatement statement = prepared(connection, sql)) {
            statement.setString(3, last.location().root());
            statement.setString(4, last.location().path());
            statement.setLong(5, last.bytes());
            statement.setString(6, last.sha256());
            try (ResultSet rows = statement.executeQuery()) {
                List<ListedFile> page = new ArrayList<>();
                while (rows.next()) {
                    page.add(new ListedFile(
                            new ProductFile.Location(rows.getString(1), rows.getString(2)),
                            rows.getLong(3),
                            rows.getString(4)));
                }
                return page;
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, root.orElse(null));
        statement.setString(2, root.orElse(null));
        return statement;
    }

    private static Fault unreadable(SQLException e) {
        return new Fault(ArchiveFault.DATABASE, "The archive's list of files cannot be read at present.", e);
    }
}
