package org.ctavo.war.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.ctavo.ingest.simulation.SimulatedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(180)
class IngestCommandTest {
    @TempDir
    private Path directory;

    @Test
    void ingestCountsAndItsExitCodeTells() throws Exception {
        Path data = directory.resolve("data");
        int runs = SimulatedSet.write(data);
        String home = directory.resolve("home").toString();
        ingest(0, "loaded " + runs + ", unchanged 0, replaced 0, failed 0", home, data);
        ingest(0, "loaded 0, unchanged " + runs + ", replaced 0, failed 0", home, data);
        Path broken = Files.writeString(directory.resolve("broken.fits"), "SIMPLE  =  no FITS file at all");
        ingest(1, "loaded 0, unchanged 0, replaced 0, failed 1", home, broken);
    }

    private static void ingest(int exitCode, String report, String home, Path data) throws Exception {
        try (Launched launched = new Launched("ingest", "--home", home, data.toString())) {
            assertThat(launched.output()).as(launched.errors()).startsWith(report);
            assertThat(launched.exitCode()).isEqualTo(exitCode);
            assertThat(launched.errors()).as("the log is in the home").doesNotContain("INFO");
        }
    }
}
