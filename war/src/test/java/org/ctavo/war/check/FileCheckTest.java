package org.ctavo.war.check;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ctavo.archive.ArchivePlugin;
import org.ctavo.archive.FileStore;
import org.ctavo.archive.ProductFile;
import org.ctavo.database.PooledDatabase;
import org.ctavo.schema.CtaSchemaPlugin;
import org.ctavo.sphere.SphereMigrations;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
class FileCheckTest {
    private static PooledDatabase database;

    @TempDir
    private Path directory;

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
    void products() throws SQLException {
        execute("DELETE FROM cta.data_product; INSERT INTO cta.data_product (dataproduct_type, calib_level,"
                + " obs_collection, obs_id, obs_publisher_did, s_ra, s_dec, s_region, data_rights)"
                + " SELECT 'event', 2, 'runs', i::text, 'ivo://test.archive/runs?' || i, 83, 22, '{83,22,2}', 'public'"
                + " FROM generate_series(1, 3) AS i");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.asIngest();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void list(int product, String path, long bytes, String sha256) throws SQLException {
        execute("INSERT INTO cta.data_file (obs_publisher_did, role, root, path, file_name, media_type, bytes, sha256)"
                + " VALUES ('ivo://test.archive/runs?" + product + "', 'irf', 'runs', '" + path.replace("'", "''")
                + "', 'f', 'application/fits', " + bytes + ", '" + sha256 + "')");
    }

    private record Checked(FileCheck.Outcome outcome, String printed, String bar) {}

    private static Checked check(Map<String, Path> roots, boolean isQuick) throws InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream bar = new ByteArrayOutputStream();
        CheckPrinter printer = new CheckPrinter(
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Optional.of(new PrintStream(bar, true, StandardCharsets.UTF_8)));
        FileCheck.Scope scope = new FileCheck.Scope(Optional.empty(), isQuick, 3);
        FileCheck.Outcome outcome = new FileCheck(database, roots, scope).run(printer);
        return new Checked(outcome, printed.toString(StandardCharsets.UTF_8), bar.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFileOfManyProductsIsReadOnceAndAnEmptyArchiveIsWell() throws Exception {
        assertThat(check(Map.of("runs", directory), false).outcome()).isEqualTo(new FileCheck.Outcome(0, 0, Map.of()));
        Path file = Files.writeString(directory.resolve("shared.fits"), "content");
        for (int product = 1; product <= 3; product++) {
            list(product, "shared.fits", 7, FileStore.sha256(file));
        }
        Checked checked = check(Map.of("runs", directory), false);
        assertThat(checked.outcome()).isEqualTo(new FileCheck.Outcome(1, 7, Map.of()));
        assertThat(checked.printed()).isEmpty();
        assertThat(checked.bar()).contains("0/1 files, 0 B of 7 B").endsWith("\r\u001b[K");
    }

    @Test
    void tenThousandsOfFilesPassPageByPageEachOnce() throws Exception {
        execute("INSERT INTO cta.data_file (obs_publisher_did, role, root, path, file_name, media_type, bytes, sha256)"
                + " SELECT 'ivo://test.archive/runs?' || 1 + i % 3, 'irf', CASE WHEN i % 7 = 0 THEN 'a' ELSE 'b' END,"
                + " 'data/' || i, 'f', 'application/fits', i, repeat('0', 64) FROM generate_series(1, 25000) AS i");
        Checked checked = check(Map.of("a", directory, "b", directory.resolve("gone")), true);
        assertThat(checked.outcome())
                .isEqualTo(new FileCheck.Outcome(
                        25_000,
                        25_000L * 25_001 / 2,
                        Map.of(FileFault.MISSING, 25_000L / 7, FileFault.ROOT_AWAY, 25_000 - 25_000L / 7)));
        assertThat(checked.printed().lines()).hasSize(25_000 / 7 + 1);
        assertThat(checked.printed().lines().distinct()).hasSize(25_000 / 7 + 1);
        assertThat(check(Map.of(), true).printed())
                .contains("a:data/", "b:data/", "nobody knows", "archive.roots")
                .hasLineCount(2);
    }

    @Test
    void noSpellingLeadsOutOfTheRootAndNoNameMovesTheTerminal() throws Exception {
        Path outside = Files.writeString(directory.resolve("outside"), "content");
        Path root = Files.createDirectory(directory.resolve("root"));
        Files.createSymbolicLink(root.resolve("link"), directory);
        String sha256 = FileStore.sha256(outside);
        list(1, "../outside", 7, sha256);
        list(1, "link/outside", 7, sha256);
        list(1, outside.toString(), 7, sha256);
        list(1, "a\u001b[2Jb", 7, sha256);
        Checked checked = check(Map.of("runs", root), false);
        assertThat(checked.outcome().faults()).isEqualTo(Map.of(FileFault.OUTSIDE, 3L, FileFault.MISSING, 1L));
        assertThat(checked.printed()).contains("runs:a?[2Jb").doesNotContain("\u001b");
    }

    @Test
    void whatTheUserMayNotReadIsToldWithAndWithoutReading() throws Exception {
        Path file = Files.writeString(directory.resolve("closed"), "content");
        String sha256 = FileStore.sha256(file);
        Files.setPosixFilePermissions(file, Set.of());
        Assumptions.assumeFalse(Files.isReadable(file), "an administrator may read everything");
        list(1, "closed", 7, sha256);
        assertThat(check(Map.of("runs", directory), false).outcome().faults())
                .isEqualTo(Map.of(FileFault.UNREADABLE, 1L));
        assertThat(check(Map.of("runs", directory), true).outcome().faults())
                .isEqualTo(Map.of(FileFault.UNREADABLE, 1L));
    }

    @Test
    void sizesArePrintedForPeople() {
        assertThat(CheckPrinter.size(0)).isEqualTo("0 B");
        assertThat(CheckPrinter.size(999)).isEqualTo("999 B");
        assertThat(CheckPrinter.size(1000)).isEqualTo("1.0 kB");
        assertThat(CheckPrinter.size(49_700_000)).isEqualTo("49.7 MB");
        assertThat(CheckPrinter.size(Long.MAX_VALUE)).isEqualTo("9.2 EB");
        Finding finding = new Finding(
                new ListedFile(new ProductFile.Location("r", "p"), 1, "0"), FileFault.SIZE, "2 bytes, not 1");
        assertThat(finding.line())
                .isEqualTo("r:p: has another size (2 bytes, not 1); put it back from a copy, or ingest it anew if the"
                        + " change was meant");
    }
}
