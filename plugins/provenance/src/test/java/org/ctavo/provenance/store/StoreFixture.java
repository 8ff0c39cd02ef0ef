package org.ctavo.provenance.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.ctavo.database.Logins;
import org.ctavo.database.PooledDatabase;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.Reading;
import org.ctavo.spi.MigrationSet;
import org.ctavo.testing.TestPostgres;

/** A database with schema provenance and a store on it. */
public final class StoreFixture implements AutoCloseable {
    private static final MigrationSet MIGRATIONS =
            new MigrationSet("provenance", "org/ctavo/provenance/migrations", Set.of());

    private final Logins logins = TestPostgres.migrated(List.of(MIGRATIONS));
    private final PooledDatabase database = TestPostgres.pools(logins);

    /** The pools. */
    public PooledDatabase database() {
        return database;
    }

    /** How to reach the database. */
    public Logins logins() {
        return logins;
    }

    /** The store. */
    public ProvenanceStore store() {
        return new ProvenanceStore(database);
    }

    /** Merges a document that was made. */
    public Merge merge(ProvDocument document) {
        return store().merge(Reading.of(document));
    }

    /** A connection of the owner. */
    public Connection owner() throws SQLException {
        return TestPostgres.connect(logins.owner());
    }

    /** First column and second column of a query as the owner. */
    public Map<String, String> pairs(String sql) {
        Map<String, String> pairs = new TreeMap<>();
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
            return pairs;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A number that a query gives the owner. */
    public long number(String sql) {
        return Long.parseLong(pairs("SELECT 'n', (" + sql + ")").get("n"));
    }

    @Override
    public void close() {
        database.close();
    }
}
