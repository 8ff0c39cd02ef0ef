package org.ctavo.uws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.ctavo.database.PooledDatabase;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ctavo.uws.Bench.await;

/** A node that is killed in the middle of its work, as {@code kill -9} does. */
class KillTest {
    private static final int JOBS = 50;
    private static final int SIZE = 100_000;

    @Test
    void noJobIsLostOrRunTwiceAtOnceAndNoResultIsCutShortWhenANodeIsKilled() throws Exception {
        try (Bench bench = new Bench()) {
            PooledDatabase pools = bench.pools();
            JobQueue survivor = bench.node(new LockedRunner(pools, new Scripted()), 2);
            Process other = process(bench);
            try {
                List<Job> jobs = new ArrayList<>();
                for (int i = 0; i < JOBS; i++) {
                    jobs.add(survivor.create(Bench.draft("BIG", Integer.toString(SIZE)), true));
                }
                // The other node holds jobs, and neither has just begun.
                await(() -> executing(survivor) > 4, "both nodes execute jobs");
                Thread.sleep(100);
                other.destroyForcibly();
                assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
                int again = 0;
                for (Job job : jobs) {
                    Job done = await(survivor, job.id(), found -> found.phase().isFinal());
                    assertThat(done.error()).isEmpty();
                    assertThat(done.phase()).isEqualTo(Phase.COMPLETED);
                    assertThat(bench.content(done, "result")).isEqualTo(Scripted.big(SIZE));
                    again += done.attempts() > 1 ? 1 : 0;
                }
                assertThat(again).as("jobs that were run again").isPositive();
            } finally {
                other.destroyForcibly();
            }
        }
    }

    @Test
    void noSqlIsLeftRunningWhenANodeIsKilled() throws Exception {
        try (Bench bench = new Bench()) {
            JobQueue front = bench.node(new Scripted(), 0);
            Process other = process(bench);
            try {
                Job job = front.create(Bench.draft("SQL", "", "WRITE", "x"), true);
                await(() -> sleeping(bench), "the query runs");
                other.destroyForcibly();
                await(() -> !sleeping(bench), "the query has ended");
                JobQueue next = bench.node(new LockedRunner(bench.pools(), new Scripted()), 1);
                assertThat(await(next, job.id(), Phase.COMPLETED).attempts()).isEqualTo(2);
            } finally {
                other.destroyForcibly();
            }
        }
    }

    private static boolean sleeping(Bench bench) {
        String url = bench.logins.owner().url();
        try (Connection connection = TestPostgres.superuser(url.substring(url.lastIndexOf('/') + 1));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE state = 'active'"
                        + " AND query LIKE '%pg_sleep(60)' AND datname = current_database()")) {
            return row.next() && row.getInt(1) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int executing(JobQueue queue) {
        List<JobRef> refs = new ArrayList<>();
        JobFilter filter = new JobFilter(
                "test",
                Optional.empty(),
                Optional.empty(),
                Set.of(Phase.EXECUTING),
                Optional.empty(),
                OptionalInt.empty());
        try {
            queue.store().list(filter, refs::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return refs.size();
    }

    private static Process process(Bench bench) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NodeProcess.class.getName(),
                        bench.logins.owner().url(),
                        bench.directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread.sleep(Duration.ofMillis(1500).toMillis());
        assertThat(process.isAlive()).isTrue();
        return process;
    }
}
