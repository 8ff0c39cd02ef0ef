package org.ctavo.ingest;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ctavo.archive.ArchivePlugin;
import org.ctavo.archive.Lineage;
import org.ctavo.database.Logins;
import org.ctavo.database.PooledDatabase;
import org.ctavo.schema.CtaSchemaPlugin;
import org.ctavo.sphere.SphereMigrations;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Setting;
import org.ctavo.spi.SettingValues;
import org.ctavo.testing.TestPostgres;

/** An empty archive in a database of its own. Close it. */
final class TestArchive implements AutoCloseable {
    private final Logins logins =
            TestPostgres.migrated(List.of(SphereMigrations.SET, CtaSchemaPlugin.MIGRATIONS, ArchivePlugin.MIGRATIONS));
    private final PooledDatabase database = TestPostgres.pools(logins);

    Logins logins() {
        return logins;
    }

    PooledDatabase database() {
        return database;
    }

    /** Ingests with all settings at their defaults. */
    IngestReport ingest(Path... inputs) {
        return ingest(Map.of(), inputs);
    }

    /** Ingests with some settings as given. */
    IngestReport ingest(Map<String, String> settings, Path... inputs) {
        return new IngestService(database, settings(settings), Lineage.NONE).ingest(List.of(inputs), Progress.silent());
    }

    static SettingValues settings(Map<String, String> texts) {
        return new SettingValues() {
            @Override
            public <T> T value(Setting<T> setting) {
                return setting.reader().apply(texts.getOrDefault(setting.key(), setting.defaultText()));
            }
        };
    }

    /** Rows as anyone may see them. */
    List<Map<String, Object>> rows(String sql, Object... values) throws SQLException {
        try (Connection connection = database.asCaller(Caller.ANONYMOUS)) {
            return rows(connection, sql, values);
        }
    }

    /** Rows as the ingest sees them. */
    List<Map<String, Object>> inner(String sql, Object... values) throws SQLException {
        try (Connection connection = database.asIngest()) {
            return rows(connection, sql, values);
        }
    }

    private static List<Map<String, Object>> rows(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<Map<String, Object>> rows = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }

    /** Makes it empty again. */
    void clear() throws SQLException {
        try (Connection connection = database.asIngest();
                Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "cta.data_product",
                    "cta.data_product_secure",
                    "cta.acquisition",
                    "cta.ingested_file",
                    "archive.file_root")) {
                statement.execute("DELETE FROM " + table);
            }
        }
    }

    /** One number. */
    long number(String sql, Object... values) throws SQLException {
        return ((Number) inner(sql, values).get(0).values().iterator().next()).longValue();
    }

    @Override
    public void close() {
        database.close();
    }
}
