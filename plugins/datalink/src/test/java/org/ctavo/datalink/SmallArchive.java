package org.ctavo.datalink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.ctavo.database.Logins;
import org.ctavo.database.PooledDatabase;
import org.ctavo.schema.CtaSchemaPlugin;
import org.ctavo.sphere.SphereMigrations;
import org.ctavo.testing.TestPostgres;

/** Three products of one small file each: public, proprietary, secure. Close it. */
public final class SmallArchive implements AutoCloseable {
    /** What each file holds. */
    public static final String CONTENT = "0123456789".repeat(100);

    private final Logins logins =
            TestPostgres.migrated(List.of(SphereMigrations.SET, CtaSchemaPlugin.MIGRATIONS, ArchivePlugin.MIGRATIONS));
    private final PooledDatabase database = TestPostgres.pools(logins);
    private final Path directory;

    /** Makes the files below a directory and lists them. */
    public SmallArchive(Path directory) throws IOException, SQLException {
        this.directory = directory.toRealPath();
        product("open", "public", "2020-01-01", "{}");
        product("kept", "proprietary", "2999-12-31", "{members}");
        product("hidden", "public", "2020-01-01", "{}");
        try (Connection connection = database.asIngest();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO archive.file_root (name, directory) VALUES ('runs', '" + this.directory + "')");
            statement.execute("SELECT cta.secure_product('ivo://test.archive/runs?hidden', '{members}')");
        }
    }

    /** One more product with a file, for all; its name may be any that a file can have. */
    public void publicProduct(String name) throws IOException, SQLException {
        product(name, "public", "2020-01-01", "{}");
    }

    private void product(String name, String rights, String release, String groups) throws IOException, SQLException {
        String fileName = name.replace("/", "_") + " run.fits";
        Path file = directory.resolve("dl3").resolve(fileName);
        Files.createDirectories(file.getParent());
        Files.writeString(file, CONTENT, StandardCharsets.US_ASCII);
        try (Connection connection = database.asIngest();
                PreparedStatement product = connection.prepareStatement(
                        """
                        INSERT INTO cta.data_product (dataproduct_type, calib_level, obs_collection, obs_id,
                            obs_publisher_did, s_ra, s_dec, s_region, data_rights, obs_release_date, access_groups)
                        VALUES ('event', 2, 'runs', ?, ?, 83, 22, '{83,22,2}', ?, ?::pg_catalog.timestamp,
                                ?::pg_catalog.text[])""");
                PreparedStatement listed = connection.prepareStatement(
                        """
                        INSERT INTO cta.data_file
                            (obs_publisher_did, role, root, path, file_name, media_type, bytes, sha256, hdus, modified)
                        VALUES (?, 'event-list', 'runs', ?, ?, 'application/fits', ?, ?, 'EVENTS,GTI,AEFF,PSF',
                                '2024-05-06 07:08:09')""")) {
            product.setString(1, name);
            product.setString(2, id(name));
            product.setString(3, rights);
            product.setString(4, release);
            product.setString(5, groups);
            product.executeUpdate();
            listed.setString(1, id(name));
            listed.setString(2, "dl3/" + fileName);
            listed.setString(3, fileName);
            listed.setLong(4, CONTENT.length());
            listed.setString(5, FileStore.sha256(file));
            listed.executeUpdate();
        }
    }

    /** Identifier of a product. */
    public static String id(String name) {
        return "ivo://test.archive/runs?" + name;
    }

    /** The database's logins. */
    public Logins logins() {
        return logins;
    }

    /** The pools. */
    public PooledDatabase database() {
        return database;
    }

    /** The store of the files. */
    public FileStore store() {
        return new FileStore(database, Map.of());
    }

    /** Where the files lie. */
    public Path directory() {
        return directory;
    }

    @Override
    public void close() {
        database.close();
    }
}
