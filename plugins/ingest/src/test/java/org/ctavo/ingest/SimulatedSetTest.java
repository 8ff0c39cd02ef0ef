package org.ctavo.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.ctavo.archive.FileStore;
import org.ctavo.ingest.simulation.SimulatedSet;
import org.ctavo.testing.Python;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The bundled set: always the same, small, read by others, and ingested like real data. */
class SimulatedSetTest {
    @TempDir
    private Path directory;

    @Test
    void itIsTheSameToTheByteEveryTimeAndSmall() throws IOException {
        SimulatedSet.write(directory.resolve("one"));
        SimulatedSet.write(directory.resolve("two"));
        Map<String, String> one = hashes(directory.resolve("one"));
        assertThat(one).hasSize(15).isEqualTo(hashes(directory.resolve("two")));
        try (Stream<Path> files = Files.walk(directory.resolve("one"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum())
                    .isLessThan(4_000_000);
        }
    }

    private static Map<String, String> hashes(Path root) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(root.relativize(file).toString(), FileStore.sha256(file));
            }
        }
        return hashes;
    }

    @Test
    void gammapyOpensAllOfIt() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Python.has("gammapy", "astropy"), "no Python with gammapy, astropy");
        SimulatedSet.write(directory);
        assertThat(Python.script("check_simulation.py", directory.toString())).startsWith("ok 12");
    }

    @Test
    void itIsIngestedWithItsChecksumsAndResponses() throws IOException, SQLException {
        SimulatedSet.write(directory);
        try (TestArchive archive = new TestArchive()) {
            IngestReport report = archive.ingest(directory);
            assertThat(report.with(IngestResult.Status.FAILED)).isEmpty();
            assertThat(report.count(IngestResult.Status.LOADED)).isEqualTo(12);
            assertThat(archive.rows("SELECT obs_collection, count(*) AS n, min(s_fov) AS fov, max(t_exptime) AS t,"
                            // Gaussians of 0.068 degrees in angle and 0.13 in the logarithm of energy, around 1.1 TeV.
                            + " bool_and(s_resolution BETWEEN 570 AND 590) AS sharp,"
                            + " bool_and(em_res_power BETWEEN 3.2 AND 3.35) AS power,"
                            + " bool_and(data_rights = 'public') AS open FROM cta.vo_obscore GROUP BY 1"))
                    .singleElement()
                    .hasToString(
                            "{obs_collection=CTA-VO-SIM, n=12, fov=7.0, t=1425.0, sharp=true, power=true, open=true}");
        }
    }

    @Test
    void filesThatWerePackedAfterTheyWereIndexedAreFound() throws IOException, SQLException {
        SimulatedSet.write(directory);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".fits")).toList()) {
                try (OutputStream out =
                        new GZIPOutputStream(Files.newOutputStream(file.resolveSibling(file.getFileName() + ".gz")))) {
                    Files.copy(file, out);
                }
                Files.delete(file);
            }
        }
        try (TestArchive archive = new TestArchive()) {
            assertThat(archive.ingest(directory).count(IngestResult.Status.LOADED))
                    .isEqualTo(12);
            assertThat(archive.rows("SELECT count(*) AS n, count(em_res_power) AS responses FROM cta.vo_obscore"))
                    .singleElement()
                    .hasToString("{n=12, responses=12}");
            assertThat(archive.rows("SELECT count(*) AS files FROM cta.data_file WHERE role = 'irf'"))
                    .singleElement()
                    .hasToString("{files=12}");
        }
    }
}
