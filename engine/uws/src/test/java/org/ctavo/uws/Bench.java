package org.ctavo.uws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.ctavo.database.Login;
import org.ctavo.database.Logins;
import org.ctavo.database.PooledDatabase;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.ctavo.testing.TestPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** A database with jobs, and nodes on it; what a test of jobs works on. */
public final class Bench implements AutoCloseable {
    public static final QueueLimits LIMITS =
            new QueueLimits(Duration.ofMillis(100), Duration.ofMillis(1500), 3, 60, 80, 100, 1000, 1000);
    static final JobKind.Allowance MINUTES = new JobKind.Allowance(Duration.ofMinutes(1), Duration.ofMinutes(10));
    static final JobKind.Allowance DAYS = new JobKind.Allowance(Duration.ofDays(1), Duration.ofDays(7));

    public final Logins logins;
    final Path directory;
    private final List<Runnable> open = new ArrayList<>();

    public Bench() throws IOException {
        logins = TestPostgres.migrated(List.of(UwsMigrations.SET));
        directory = Files.createTempDirectory("ctavo-jobs");
    }

    PooledDatabase pools() {
        PooledDatabase pools = TestPostgres.pools(logins);
        open.add(pools::close);
        return pools;
    }

    /** A running node for jobs of the kind {@code test}. */
    public JobQueue node(JobRunner runner, int slots) {
        return node(runner, slots, LIMITS);
    }

    public JobQueue node(JobRunner runner, int slots, QueueLimits limits) {
        JobQueue queue = new JobQueue(pools(), new JobFiles(directory, 0), limits);
        queue.register(kind("test", runner, slots, Duration.ZERO));
        queue.register(kind("kept", runner, slots, Duration.ofDays(30)));
        queue.start();
        open.add(queue::close);
        return queue;
    }

    static JobKind kind(String name, JobRunner runner, int slots, Duration archive) {
        return new JobKind(name, runner, slots, MINUTES, DAYS, archive);
    }

    /** A draft of an anonymous job; parameters are names and values in turn. */
    static JobDraft draft(String... parameters) {
        return JobDraft.of("test", "async", Caller.ANONYMOUS, parameters(parameters));
    }

    static Parameters parameters(String... parameters) {
        List<Parameters.Entry> entries = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            entries.add(new Parameters.Entry(parameters[i], parameters[i + 1]));
        }
        return new Parameters(entries);
    }

    static Job await(JobQueue queue, JobId id, Phase... phases) throws InterruptedException {
        return await(queue, id, job -> Arrays.asList(phases).contains(job.phase()));
    }

    static Job await(JobQueue queue, JobId id, Predicate<Job> condition) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(20);
        Job job = find(queue, id);
        while (!condition.test(job) && Instant.now().isBefore(end)) {
            Thread.sleep(5);
            job = find(queue, id);
        }
        assertThat(condition.test(job)).as("the job in time: %s", job).isTrue();
        return job;
    }

    /** Connections may break in a test; one try each is what a pool needs to notice. */
    private static Job find(JobQueue queue, JobId id) {
        Fault failure = null;
        for (int i = 0; i < 20; i++) {
            try {
                return queue.store().find(id).orElseThrow();
            } catch (Fault e) {
                failure = e;
            }
        }
        throw failure;
    }

    static void await(BooleanSupplier condition, String what) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.sleep(5);
        }
        assertThat(condition.getAsBoolean()).as(what).isTrue();
    }

    byte[] content(Job job, String result) throws IOException {
        return Files.readAllBytes(
                new JobFiles(directory, 0).result(job.id(), job.claim().orElseThrow(), result));
    }

    /** Files of all jobs. */
    List<Path> files() throws IOException {
        try (var walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    public void sql(Login login, String sql) throws SQLException {
        try (Connection connection = TestPostgres.connect(login);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).run();
        }
        try (var walk = Files.walk(directory)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
