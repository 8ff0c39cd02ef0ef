package org.ctavo.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.ctavo.archive.FileStore;
import org.ctavo.database.Login;
import org.ctavo.ingest.simulation.SimulatedSet;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** kill -9 in the middle of a run's transaction: whole runs only, and the next ingest goes on. */
@Timeout(90)
class KilledIngestTest {
    @TempDir
    private Path directory;

    @TempDir
    private Path logs;

    @Test
    void aKilledIngestLeavesWholeRunsAndTheNextOneLoadsTheRest() throws Exception {
        SimulatedSet.write(directory);
        try (TestArchive archive = new TestArchive()) {
            try (Connection blocker = TestPostgres.connect(archive.logins().ingest())) {
                block(blocker, archive);
                Process ingest = start(archive);
                waitUntilBlocked(archive, true);
                ingest.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
                assertThat(ingest.isAlive()).isFalse();
                blocker.rollback();
            }
            waitUntilBlocked(archive, false);
            assertThat(archive.number("SELECT count(*) FROM cta.data_product")).isEqualTo(5);
            assertThat(archive.number("SELECT count(*) FROM cta.product_key")).isEqualTo(5);
            assertThat(archive.number("SELECT count(*) FROM cta.data_file WHERE role = 'event-list'"))
                    .isEqualTo(5);
            assertThat(archive.number("SELECT count(*) FROM archive.product_origin"))
                    .isEqualTo(5);
            IngestReport next = archive.ingest(directory);
            assertThat(next.count(IngestResult.Status.UNCHANGED)).isEqualTo(5);
            assertThat(next.count(IngestResult.Status.LOADED)).isEqualTo(7);
            assertThat(archive.number("SELECT count(*) FROM cta.data_product")).isEqualTo(12);
        }
    }

    /** The last row that the sixth run's transaction writes waits for this one, which never ends. */
    private void block(Connection blocker, TestArchive archive) throws SQLException {
        new FileStore(archive.database(), Map.of()).register(directory);
        blocker.setAutoCommit(false);
        try (Statement statement = blocker.createStatement()) {
            statement.execute("INSERT INTO cta.ingested_file (root, path, sha256, bytes)"
                    + " SELECT name, 'data/simulated_900006.fits', repeat('0', 64), 0 FROM archive.file_root");
        }
    }

    private Process start(TestArchive archive) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                IngestProcess.class.getName(),
                archive.logins().owner().url(),
                directory.toString()));
        for (Login login : List.of(
                archive.logins().owner(),
                archive.logins().ingest(),
                archive.logins().service(),
                archive.logins().query())) {
            command.add(login.user());
            command.add(login.password());
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve("ingest.log").toFile())
                .start();
    }

    private static void waitUntilBlocked(TestArchive archive, boolean wanted) throws Exception {
        String url = archive.logins().owner().url();
        String name = url.substring(url.lastIndexOf('/') + 1);
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        try (Connection superuser = TestPostgres.superuser(name);
                Statement statement = superuser.createStatement()) {
            while (System.nanoTime() < end) {
                try (ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND query ILIKE '%INTO cta.ingested_file%'"
                        + " AND pid <> pg_backend_pid() AND "
                        + (wanted ? "wait_event_type = 'Lock'" : "state = 'active'"))) {
                    row.next();
                    if (row.getInt(1) > 0 == wanted) {
                        return;
                    }
                }
                Thread.sleep(20);
            }
        }
        throw new AssertionError("The ingest " + (wanted ? "does not reach the sixth run" : "does not end"));
    }
}
