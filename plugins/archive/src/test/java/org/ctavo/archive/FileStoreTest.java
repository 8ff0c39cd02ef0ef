package org.ctavo.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.ctavo.database.PooledDatabase;
import org.ctavo.schema.CtaSchemaPlugin;
import org.ctavo.sphere.SphereMigrations;
import org.ctavo.spi.Fault;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Names for directories, and no way out of them. */
class FileStoreTest {
    private static PooledDatabase database;

    @TempDir
    private Path directory;

    private FileStore store;
    private Path root;
    private Path file;
    private String name;

    @BeforeAll
    static void open() {
        database = TestPostgres.pools(TestPostgres.migrated(
                List.of(SphereMigrations.SET, CtaSchemaPlugin.MIGRATIONS, ArchivePlugin.MIGRATIONS)));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void write() throws IOException {
        store = new FileStore(database, Map.of());
        root = Files.createDirectories(directory.resolve("Data of 2026"));
        file = Files.writeString(Files.createDirectories(root.resolve("sub")).resolve("a.fits"), "abc");
        Files.writeString(directory.resolve("secret.txt"), "secret");
        name = store.register(root);
    }

    @Test
    void aDirectoryHasANameOfItsOwnOnce() throws IOException {
        assertThat(name).startsWith("Data_of_2026");
        assertThat(store.register(root)).isEqualTo(name);
        assertThat(store.register(root.resolve("sub"))).isEqualTo(name);
        Path namesake = Files.createDirectories(directory.resolve("other/Data of 2026"));
        assertThat(store.register(namesake)).startsWith("Data_of_2026").isNotEqualTo(name);
    }

    @Test
    void aFileIsFoundWhereItWasLocated() {
        ProductFile.Location location = store.locate(file);
        assertThat(location).isEqualTo(new ProductFile.Location(name, "sub/a.fits"));
        assertThat(location.fileName()).isEqualTo("a.fits");
        assertThat(store.resolve(location)).isEqualTo(file);
    }

    @Test
    void aDirectoryAboveChangesNothing() throws IOException {
        store.register(directory);
        assertThat(store.locate(file)).isEqualTo(new ProductFile.Location(name, "sub/a.fits"));
        assertThat(store.register(Files.createDirectories(directory.resolve("beside"))))
                .isNotEqualTo(name);
    }

    @Test
    void aDirectoryMayHaveMoved() throws IOException {
        Path elsewhere = directory.resolve("elsewhere");
        Files.move(root, elsewhere);
        FileStore moved = new FileStore(database, Map.of(name, elsewhere));
        assertThat(moved.resolve(new ProductFile.Location(name, "sub/a.fits"))).hasContent("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "sub/../../secret.txt",
                "sub/../../../../../../../../etc/passwd",
                "/etc/passwd",
                "sub",
                "",
                "sub/b.fits"
            })
    void nothingElseIsFound(String path) {
        assertThatThrownBy(() -> store.resolve(new ProductFile.Location(name, path)))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(ArchiveFault.NO_SUCH_FILE));
        assertThatThrownBy(() -> store.resolve(new ProductFile.Location("nobody", "sub/a.fits")))
                .isInstanceOf(Fault.class);
    }

    @Test
    void linksDoNotLeadOut() throws IOException {
        Path link = Files.createSymbolicLink(root.resolve("link.fits"), directory.resolve("secret.txt"));
        assertThatThrownBy(() -> store.resolve(new ProductFile.Location(name, "link.fits")))
                .isInstanceOf(Fault.class);
        assertThatThrownBy(() -> store.locate(link))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(ArchiveFault.OUTSIDE_ROOTS));
    }

    @Test
    void checksumsAreSha256() throws IOException {
        assertThat(FileStore.sha256(file))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void settingsNameDirectories() {
        assertThat(ArchivePlugin.ROOTS.reader().apply("a=/data/a, b=/data/b"))
                .isEqualTo(Map.of("a", Path.of("/data/a"), "b", Path.of("/data/b")));
        assertThatThrownBy(() -> ArchivePlugin.ROOTS.reader().apply("/data/a"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
