package org.ctavo.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;

import org.ctavo.ingest.IngestResult.Status;
import org.ctavo.ingest.simulation.SimulatedSet;
import org.ctavo.ingest.source.SourceFault;
import org.ctavo.spi.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a second ingest does to what the first has left. */
class IngestAgainTest {
    @TempDir
    private Path directory;

    private static TestArchive archive;
    private Path run;

    @BeforeAll
    static void open() {
        archive = new TestArchive();
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @BeforeEach
    void write() throws IOException, SQLException {
        archive.clear();
        SimulatedSet.write(directory);
        run = directory.resolve("data/simulated_900001.fits");
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        // Without its checksum, as most files are.
        Files.writeString(file, text.replace(from, to).replace("CHECKSUM=", "COMMENT  "), StandardCharsets.ISO_8859_1);
    }

    private void counts(IngestReport report, int loaded, int unchanged, int replaced, int failed) {
        assertThat(List.of(
                        report.count(Status.LOADED),
                        report.count(Status.UNCHANGED),
                        report.count(Status.REPLACED),
                        report.count(Status.FAILED)))
                .as(report.results().toString())
                .containsExactly((long) loaded, (long) unchanged, (long) replaced, (long) failed);
    }

    private void isWhole() throws SQLException {
        assertThat(archive.number("SELECT count(*) FROM cta.product_key AS k WHERE NOT (EXISTS"
                        + " (SELECT FROM cta.data_file AS f WHERE f.obs_publisher_did = k.obs_publisher_did)"
                        + " AND EXISTS (SELECT FROM archive.product_origin AS o"
                        + " WHERE o.obs_publisher_did = k.obs_publisher_did) AND EXISTS"
                        + " (SELECT FROM cta.ingested_file AS i WHERE i.obs_publisher_did = k.obs_publisher_did))"))
                .isZero();
    }

    @Test
    void sameFilesAreUnchanged() throws SQLException {
        counts(archive.ingest(directory), 12, 0, 0, 0);
        counts(archive.ingest(directory), 0, 12, 0, 0);
        counts(archive.ingest(run), 0, 0, 1, 0);
        assertThat(archive.number("SELECT count(*) FROM cta.data_product")).isEqualTo(12);
        isWhole();
    }

    @Test
    void aChangedFileIsReplaced() throws IOException, SQLException {
        archive.ingest(directory);
        edit(run, "'Crab Nebula'", "'Crab nebulX'");
        counts(archive.ingest(directory), 0, 11, 1, 0);
        assertThat(archive.rows("SELECT target_name FROM ivoa.obscore WHERE obs_id = '900001'"))
                .containsExactly(Map.of("target_name", "Crab nebulX"));
        counts(archive.ingest(directory), 0, 12, 0, 0);
        isWhole();
    }

    @Test
    void aFileThatWasDamagedSinceLeavesItsProductAsItWas() throws IOException, SQLException {
        archive.ingest(directory);
        Files.write(run, new byte[100]);
        counts(archive.ingest(directory), 0, 11, 0, 1);
        assertThat(archive.number("SELECT count(*) FROM cta.data_product")).isEqualTo(12);
        isWhole();
    }

    @Test
    void changedResponsesChangeTheDescription() throws IOException {
        archive.ingest(directory);
        edit(directory.resolve("irf/simulated_irf.fits"), "Imagined array", "Imagined thing");
        counts(archive.ingest(directory), 0, 0, 12, 0);
    }

    @Test
    void aFileThatNowHoldsAnotherRunWithdrawsTheOldOne() throws IOException, SQLException {
        Path lone = Files.createDirectories(directory.resolve("lone")).resolve("run.fits");
        Files.copy(run, lone);
        counts(archive.ingest(lone), 1, 0, 0, 0);
        edit(lone, "900001", "900077");
        counts(archive.ingest(lone), 1, 0, 0, 0);
        assertThat(archive.rows("SELECT obs_id FROM ivoa.obscore")).containsExactly(Map.of("obs_id", "900077"));
        isWhole();
    }

    @Test
    void aMovedOrZippedFileKeepsItsProduct() throws IOException, SQLException {
        Path lone = Files.createDirectories(directory.resolve("lone")).resolve("run.fits");
        Files.copy(run, lone);
        archive.ingest(lone);
        Path moved = Files.move(lone, lone.resolveSibling("moved.fits"));
        counts(archive.ingest(moved), 0, 1, 0, 0);
        assertThat(archive.rows("SELECT path FROM cta.data_file")).containsExactly(Map.of("path", "moved.fits"));
        Path zipped = lone.resolveSibling("run.fits.gz");
        try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(moved, zip);
        }
        Files.delete(moved);
        counts(archive.ingest(zipped), 0, 0, 1, 0);
        assertThat(archive.rows("SELECT path FROM cta.data_file")).containsExactly(Map.of("path", "run.fits.gz"));
        isWhole();
    }

    @Test
    void twoVersionsOfARunInOneIngestAreAConflict() throws IOException {
        Path two = Files.createDirectories(directory.resolve("two"));
        Files.copy(run, two.resolve("a.fits"));
        Files.copy(run, two.resolve("b.fits"));
        Files.copy(run, two.resolve("c.fits"));
        edit(two.resolve("c.fits"), "'Crab Nebula'", "'Crab nebulX'");
        IngestReport report = archive.ingest(two);
        counts(report, 1, 1, 0, 1);
        assertThat(report.with(Status.FAILED)).singleElement().satisfies(result -> assertThat(result.code())
                .contains(SourceFault.CONFLICT));
    }

    @Test
    void rightsCanBeSetAndChanged() throws SQLException {
        counts(archive.ingest(Map.of("ingest.data-rights", "secure", "ingest.groups", "pi, team"), run), 1, 0, 0, 0);
        assertThat(archive.rows("SELECT obs_id FROM ivoa.obscore")).isEmpty();
        assertThat(archive.rows("SELECT run_id FROM cta.acquisition")).isEmpty();
        assertThat(archive.inner("SELECT access_groups::text AS g FROM cta.data_product_secure"))
                .containsExactly(Map.of("g", "{pi,team}"));
        Map<String, String> proprietary =
                Map.of("ingest.data-rights", "proprietary", "ingest.release-date", "2030-01-01");
        counts(archive.ingest(proprietary, run), 0, 0, 1, 0);
        assertThat(archive.rows("SELECT data_rights, obs_release_date::text AS d FROM ivoa.obscore"))
                .containsExactly(Map.of("data_rights", "proprietary", "d", "2030-01-01 00:00:00"));
        counts(archive.ingest(Map.of("ingest.data-rights", "secure"), run), 0, 0, 1, 0);
        assertThat(archive.rows("SELECT obs_id FROM ivoa.obscore")).isEmpty();
        counts(archive.ingest(run), 0, 0, 1, 0);
        assertThat(archive.rows("SELECT data_rights, obs_release_date < now() AS past FROM ivoa.obscore"))
                .containsExactly(Map.of("data_rights", "public", "past", true));
        isWhole();
    }

    @Test
    void aCollectionOfOnesOwnIsProprietaryUnlessSet() throws SQLException {
        archive.ingest(Map.of("ingest.collection", "My survey", "archive.authority", "my.site"), run);
        assertThat(archive.rows("SELECT obs_publisher_did, obs_collection, data_rights FROM ivoa.obscore"))
                .containsExactly(Map.of(
                        "obs_publisher_did", "ivo://my.site/My_survey?900001",
                        "obs_collection", "My survey",
                        "data_rights", "proprietary"));
    }

    @Test
    void twoIngestsAtOnceLoadEachRunOnce() throws InterruptedException, ExecutionException, SQLException {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<IngestReport>> reports = threads.invokeAll(List.of(
                    () -> archive.ingest(directory), () -> archive.ingest(directory), () -> archive.ingest(directory)));
            long loaded = 0;
            for (Future<IngestReport> report : reports) {
                assertThat(report.get().with(Status.FAILED)).isEmpty();
                loaded += report.get().count(Status.LOADED);
            }
            assertThat(loaded).isEqualTo(12);
        } finally {
            threads.shutdownNow();
        }
        assertThat(archive.number("SELECT count(*) FROM cta.data_product")).isEqualTo(12);
        isWhole();
    }

    @Test
    void responsesNamedAsEventListsAreRefused() {
        IngestReport report = archive.ingest(directory.resolve("irf/simulated_irf.fits"));
        assertThat(report.with(Status.FAILED)).singleElement().satisfies(result -> assertThat(result.code())
                .contains(SourceFault.NO_EVENT_LIST));
    }

    @Test
    void withoutAnIndexEveryFileIsLookedAt() throws IOException {
        Files.delete(directory.resolve("hdu-index.fits.gz"));
        IngestReport report = archive.ingest(directory);
        counts(report, 12, 0, 0, 0);
        assertThat(report.count(Status.COMPANION)).isEqualTo(2);
    }

    @Test
    void filesThatTheIndexPutsElsewhereAreFoundByName() throws IOException {
        Path deep = Files.createDirectories(directory.resolve("somewhere/else"));
        Files.move(directory.resolve("data"), deep.resolve("events"));
        counts(archive.ingest(directory), 12, 0, 0, 0);
    }

    @Test
    void filesThatTheIndexNamesAndNobodyHasAreTold() throws IOException {
        Files.delete(run);
        IngestReport report = archive.ingest(directory);
        counts(report, 11, 0, 0, 0);
        assertThat(report.with(Status.MISSING)).singleElement().satisfies(result -> assertThat(result.message())
                .contains("simulated_900001.fits"));
        assertThat(report.exitCode()).isZero();
        assertThat(report.summary()).contains("loaded 11").contains("missing 1");
    }

    @Test
    void aFileOfAnotherRunThanTheIndexSaysIsRefused() throws IOException {
        Files.copy(directory.resolve("data/simulated_900002.fits"), run, StandardCopyOption.REPLACE_EXISTING);
        counts(archive.ingest(directory), 11, 0, 0, 1);
    }

    @Test
    void whatIsNotThereIsSaidAtOnce() {
        assertThatThrownBy(() -> archive.ingest(directory.resolve("nothing")))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(SourceFault.NO_SUCH_INPUT));
    }

    @Test
    void anEmptyDirectoryIsAFailure() throws IOException {
        IngestReport report = archive.ingest(Files.createDirectories(directory.resolve("empty")));
        assertThat(report.exitCode()).isEqualTo(1);
    }
}
