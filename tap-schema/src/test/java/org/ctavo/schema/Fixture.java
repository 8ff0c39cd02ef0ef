package org.ctavo.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.ctavo.database.Logins;
import org.ctavo.database.PooledDatabase;
import org.ctavo.sphere.SphereMigrations;
import org.ctavo.testing.TestPostgres;

/** A migrated database of the archive, for tests; close it. */
public final class Fixture implements AutoCloseable {
    public final Logins logins = TestPostgres.migrated(List.of(SphereMigrations.SET, CtaSchemaPlugin.MIGRATIONS));
    public final PooledDatabase database = TestPostgres.pools(logins);

    private static final String INSERT =
            "INSERT INTO cta.%s (obs_publisher_did, dataproduct_type, calib_level, obs_collection, obs_id, data_rights,"
                    + " s_ra, s_dec, s_region, access_groups) VALUES ('%s', 'event', 2, 'TEST', '1', '%s', 83.6, 22.0,"
                    + " '{83.6,22.0,2.5}', '{%s}')";

    public void ingest(String sql) throws SQLException {
        try (Connection connection = database.asIngest();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public void open(String did) throws SQLException {
        ingest(INSERT.formatted("data_product", did, "public", ""));
    }

    public void secure(String did, String group) throws SQLException {
        ingest(INSERT.formatted("data_product_secure", did, "secure", group));
    }

    public static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
