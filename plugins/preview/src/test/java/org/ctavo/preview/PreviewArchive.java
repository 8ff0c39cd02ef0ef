package org.ctavo.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import org.ctavo.archive.ArchivePlugin;
import org.ctavo.archive.FileStore;
import org.ctavo.database.PooledDatabase;
import org.ctavo.schema.CtaSchemaPlugin;
import org.ctavo.sphere.SphereMigrations;
import org.ctavo.testing.TestPostgres;

/** An archive of event lists in a real database. Close it. */
final class PreviewArchive implements AutoCloseable {
    private final PooledDatabase database = TestPostgres.pools(
            TestPostgres.migrated(List.of(SphereMigrations.SET, CtaSchemaPlugin.MIGRATIONS, ArchivePlugin.MIGRATIONS)));
    private final Path directory;

    PreviewArchive(Path directory) throws IOException, SQLException {
        this.directory = Files.createDirectories(directory).toRealPath();
        try (Connection connection = database.asIngest();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO archive.file_root (name, directory) VALUES ('runs', '" + this.directory + "')");
        }
    }

    /** Lists a file; {@code rights} public, proprietary or secure. */
    void list(Path file, String name, String rights, String role) throws IOException, SQLException {
        try (Connection connection = database.asIngest();
                PreparedStatement product = connection.prepareStatement(
                        """
                        INSERT INTO cta.data_product (dataproduct_type, calib_level, obs_collection, obs_id,
                            target_name, facility_name, obs_publisher_did, s_ra, s_dec, s_fov, s_region, data_rights,
                            obs_release_date, access_groups)
                        VALUES ('event', 2, 'runs', ?, 'Crab', 'TEST', ?, 83, 22, 5, '{83,22,2.5}', ?,
                                ?::pg_catalog.timestamp, ?::pg_catalog.text[])""");
                PreparedStatement listed = connection.prepareStatement(
                        """
                        INSERT INTO cta.data_file
                            (obs_publisher_did, role, root, path, file_name, media_type, bytes, sha256,
                             hdus, modified)
                        VALUES (?, ?, 'runs', ?, ?, 'application/fits', ?, ?, 'EVENTS,GTI',
                         '2024-05-06 07:08:09')""")) {
            boolean open = rights.equals("public");
            product.setString(1, name);
            product.setString(2, id(name));
            product.setString(3, rights.equals("secure") ? "public" : rights);
            product.setString(4, open ? "2020-01-01" : "2999-12-31");
            product.setString(5, open ? "{}" : "{members}");
            product.executeUpdate();
            listed.setString(1, id(name));
            listed.setString(2, role);
            listed.setString(3, directory.relativize(file.toRealPath()).toString());
            listed.setString(4, file.getFileName().toString());
            listed.setLong(5, Files.size(file));
            listed.setString(6, FileStore.sha256(file));
            listed.executeUpdate();
            if (rights.equals("secure")) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SELECT cta.secure_product('" + id(name) + "', '{members}')");
                }
            }
        }
    }

    static String id(String name) {
        return "ivo://test.archive/runs?" + name;
    }

    PooledDatabase database() {
        return database;
    }

    FileStore store() {
        return new FileStore(database, Map.of());
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() {
        database.close();
    }
}
