package org.ctavo.uws;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ctavo.uws.Bench.await;
import static org.ctavo.uws.Bench.draft;

class JobQueueTest {
    private static final Caller ANN = new Caller(Optional.of("ann"), Set.of("g2", "g1"), Caller.Authentication.TOKEN);

    private static Bench bench;
    private static Scripted runner;
    private static JobQueue queue;

    @BeforeAll
    static void open() throws Exception {
        bench = new Bench();
        runner = new Scripted();
        queue = bench.node(runner, 4);
    }

    @AfterAll
    static void close() throws Exception {
        bench.close();
    }

    @Test
    void aJobThatIsCreatedToRunIsExecutedAtOnceAndCompletes() throws Exception {
        Job job = queue.create(draft("WRITE", "hello"), true);
        assertThat(job.phase()).isEqualTo(Phase.EXECUTING);
        Job done = await(queue, job.id(), Phase.COMPLETED);
        assertThat(done.results()).containsExactly(new JobResult("result", "text/plain", 5));
        assertThat(bench.content(done, "result")).isEqualTo("hello".getBytes(StandardCharsets.UTF_8));
        assertThat(done.startTime()).isPresent();
        assertThat(done.endTime().orElseThrow())
                .isAfterOrEqualTo(done.startTime().orElseThrow());
        assertThat(done.attempts()).isEqualTo(1);
        assertThat(done.error()).isEmpty();
    }

    @Test
    void aJobWaitsPendingUntilItIsRun() throws Exception {
        Job job = queue.create(draft("WRITE", "x"), false);
        assertThat(job.phase()).isEqualTo(Phase.PENDING);
        assertThat(job.startTime()).isEmpty();
        assertThat(queue.run(job).phase()).isEqualTo(Phase.EXECUTING);
        await(queue, job.id(), Phase.COMPLETED);
    }

    @Test
    void aJobThatWasStartedCannotBeStartedAgain() throws Exception {
        Job job = queue.create(draft(), true);
        await(queue, job.id(), Phase.COMPLETED);
        assertThatThrownBy(() -> queue.run(job))
                .isInstanceOfSatisfying(Fault.class, e -> assertThat(e.code()).isEqualTo(JobFault.WRONG_PHASE));
    }

    @Test
    void aHeldJobCanBeStarted() throws Exception {
        Job job = queue.create(draft(), false);
        bench.sql(bench.logins.service(), "UPDATE uws.job SET phase = 'HELD' WHERE id = '" + job.id() + "'");
        queue.run(job);
        await(queue, job.id(), Phase.COMPLETED);
    }

    @Test
    void aFaultOfTheRunnerIsTheErrorOfTheJob() throws Exception {
        Job fatal = await(
                queue, queue.create(draft("FAULT", "No such table: x"), true).id(), Phase.ERROR);
        assertThat(fatal.error()).contains(new JobError("BAD_PARAMETER: No such table: x", false));
        Job passing = await(queue, queue.create(draft("BUSY", "Later"), true).id(), Phase.ERROR);
        assertThat(passing.error()).contains(new JobError("BUSY: Later", true));
    }

    @Test
    void aFailureOfTheServiceTellsNothingOfItsInside() throws Exception {
        for (String failure : List.of("CRASH", "DISK", "DEEP")) {
            Job job = await(queue, queue.create(draft(failure, ""), true).id(), Phase.ERROR);
            assertThat(job.error().orElseThrow().message())
                    .doesNotContain("secret")
                    .contains("service");
        }
    }

    @Test
    void aResultThatIsCutShortIsNotThere() throws Exception {
        Job job = await(queue, queue.create(draft("TRUNCATE", "broken"), true).id(), Phase.ERROR);
        assertThat(job.results()).isEmpty();
        assertThat(bench.files())
                .noneMatch(file -> file.toString().contains(job.id().toString()));
    }

    @Test
    void aResultThatWasWholeBeforeAnErrorIsKept() throws Exception {
        Job job = await(
                queue, queue.create(draft("WRITE", "log", "FAULT", "x"), true).id(), Phase.ERROR);
        assertThat(job.results()).extracting(JobResult::id).containsExactly("result");
    }

    @Test
    void anAbortedJobStopsAndKeepsWhatItHadFinished() throws Exception {
        Job job = queue.create(draft("WRITE", "part", "SLEEP", "30000"), true);
        await(() -> runner.running() > 0, "running");
        Thread.sleep(50);
        queue.abort(job);
        Job aborted = await(
                queue,
                job.id(),
                found -> found.phase() == Phase.ABORTED && !found.results().isEmpty());
        assertThat(bench.content(aborted, "result")).isEqualTo("part".getBytes(StandardCharsets.UTF_8));
        assertThat(aborted.endTime()).isPresent();
        queue.abort(aborted);
        assertThat(queue.store().find(job.id()).orElseThrow().phase()).isEqualTo(Phase.ABORTED);
    }

    @Test
    void aJobIsAbortedWhenItsExecutionDurationIsOver() throws Exception {
        JobDraft draft = new JobDraft(
                JobId.random(),
                "test",
                "async",
                URI.create("http://x/cta"),
                Caller.ANONYMOUS,
                Optional.empty(),
                Bench.parameters("WRITE", "part", "SLEEP", "30000"),
                Optional.of(Duration.ofSeconds(1)),
                Optional.empty());
        Job job = await(queue, queue.create(draft, true).id(), Phase.ABORTED);
        assertThat(job.error().orElseThrow().message()).contains("execution duration");
        assertThat(job.base()).isEqualTo(URI.create("http://x/cta"));
        assertThat(job.results()).hasSize(1);
        assertThat(Duration.between(job.startTime().orElseThrow(), job.endTime().orElseThrow()))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
    }

    @Test
    void theExecutionDurationOfARunningJobCanBeShortened() throws Exception {
        Job job = queue.create(draft("SLEEP", "30000"), true);
        assertThat(job.executionDuration()).isEqualTo(Duration.ofMinutes(1));
        queue.executionDuration(job, Duration.ofSeconds(1));
        Job aborted = await(queue, job.id(), Phase.ABORTED);
        assertThat(aborted.executionDuration()).isEqualTo(Duration.ofSeconds(1));
        assertThatThrownBy(() -> queue.executionDuration(job, Duration.ofSeconds(9)))
                .isInstanceOfSatisfying(Fault.class, e -> assertThat(e.code()).isEqualTo(JobFault.WRONG_PHASE));
    }

    @Test
    void limitsOfTheKindOverrideWhatTheClientAsks() {
        Job job = queue.create(draft(), false);
        queue.executionDuration(job, Duration.ZERO);
        queue.destruction(job, Instant.now().plus(Duration.ofDays(1000)));
        Job changed = queue.store().find(job.id()).orElseThrow();
        assertThat(changed.executionDuration()).isEqualTo(Duration.ofMinutes(10));
        assertThat(changed.destruction()).isBefore(Instant.now().plus(Duration.ofDays(8)));
    }

    @Test
    void deletingARunningJobStopsItAndLeavesNothing() throws Exception {
        int before = runner.running();
        Job job = queue.create(draft("WRITE", "x", "SLEEP", "30000"), true);
        await(() -> runner.running() == before + 1, "running");
        queue.delete(job);
        await(() -> runner.running() == before, "stopped");
        assertThat(queue.store().find(job.id())).isEmpty();
        Path files = bench.directory
                .resolve(job.id().toString().substring(0, 2))
                .resolve(job.id().toString());
        await(() -> !Files.exists(files.resolve(job.claim().orElseThrow().toString())), "no files");
    }

    @Test
    void parametersChangeOnlyWhilePending() throws Exception {
        Job job = queue.create(draft("WRITE", "old"), false);
        queue.change(job, old -> Bench.parameters("WRITE", "new"), Optional.of("my run"));
        Job changed = queue.store().find(job.id()).orElseThrow();
        assertThat(changed.parameters().entries()).containsExactly(new Parameters.Entry("WRITE", "new"));
        assertThat(changed.runId()).contains("my run");
        queue.run(job);
        assertThatThrownBy(() -> queue.change(job, old -> old, Optional.empty()))
                .isInstanceOfSatisfying(Fault.class, e -> assertThat(e.code()).isEqualTo(JobFault.WRONG_PHASE));
        assertThat(bench.content(await(queue, job.id(), Phase.COMPLETED), "result"))
                .isEqualTo("new".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theRunnerSeesTheCallerWhoCreatedTheJob() throws Exception {
        Job job = queue.create(JobDraft.of("test", "async", ANN, Parameters.NONE), true);
        assertThat(job.caller()).isEqualTo(ANN);
        assertThat(await(queue, job.id(), Phase.COMPLETED).caller()).isEqualTo(ANN);
    }

    @Test
    void aJobPastItsDestructionTimeIsDestroyedWithItsFiles() throws Exception {
        Job job = await(queue, queue.create(draft("WRITE", "x"), true).id(), Phase.COMPLETED);
        bench.sql(bench.logins.service(), "UPDATE uws.job SET destruction = now() WHERE id = '" + job.id() + "'");
        new JobSweeper(new SweepStore(bench.pools()), queue.files(), Bench.LIMITS).sweep();
        assertThat(queue.store().find(job.id())).isEmpty();
        assertThat(bench.files())
                .noneMatch(file -> file.toString().contains(job.id().toString()));
    }

    @Test
    void aKindThatIsArchivedKeepsTheRecordAndLosesTheResults() throws Exception {
        JobDraft draft = JobDraft.of("kept", "x", Caller.ANONYMOUS, Bench.parameters("WRITE", "x"));
        Job job = await(queue, queue.create(draft, true).id(), Phase.COMPLETED);
        bench.sql(bench.logins.service(), "UPDATE uws.job SET destruction = now() WHERE id = '" + job.id() + "'");
        JobSweeper sweeper = new JobSweeper(new SweepStore(bench.pools()), queue.files(), Bench.LIMITS);
        sweeper.sweep();
        Job archived = queue.store().find(job.id()).orElseThrow();
        assertThat(archived.phase()).isEqualTo(Phase.ARCHIVED);
        assertThat(archived.results()).isEmpty();
        assertThat(archived.parameters().entries()).hasSize(1);
        assertThat(archived.destruction()).isAfter(Instant.now().plus(Duration.ofDays(29)));
        assertThat(bench.files())
                .noneMatch(file -> file.toString().contains(job.id().toString()));
        assertThat(list(new JobFilter(
                        "kept", Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), OptionalInt.empty())))
                .isEmpty();
        assertThat(list(new JobFilter(
                        "kept",
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(Phase.ARCHIVED),
                        Optional.empty(),
                        OptionalInt.empty())))
                .containsExactly(job.id());
        bench.sql(bench.logins.service(), "UPDATE uws.job SET destruction = now() WHERE id = '" + job.id() + "'");
        sweeper.sweep();
        assertThat(queue.store().find(job.id())).isEmpty();
    }

    private static List<JobId> list(JobFilter filter) throws Exception {
        List<JobId> ids = new ArrayList<>();
        queue.store().list(filter, ref -> ids.add(ref.id()));
        return ids;
    }

    @Test
    void filesWithoutAJobAreSwept() throws Exception {
        Job job = await(queue, queue.create(draft("WRITE", "x"), true).id(), Phase.COMPLETED);
        JobId stranger = JobId.random();
        Files.createDirectories(queue.files().uploads(stranger));
        new JobSweeper(new SweepStore(bench.pools()), queue.files(), Bench.LIMITS)
                .sweepFiles(Instant.now().plusSeconds(1));
        assertThat(queue.files().uploads(stranger)).doesNotExist();
        assertThat(bench.content(job, "result")).hasSize(1);
    }

    @Test
    void jobsBeyondTheLimitOfAnOwnerAreRefused() throws Exception {
        QueueLimits tight = new QueueLimits(Duration.ofMillis(100), Duration.ofSeconds(1), 3, 2, 100, 100, 1000, 1000);
        JobQueue strict = bench.node(runner, 1, tight);
        Caller bob = new Caller(Optional.of("bob"), Set.of(), Caller.Authentication.SESSION);
        JobDraft first = JobDraft.of("test", "async", bob, Bench.parameters("SLEEP", "30000"));
        Job one = strict.create(first, true);
        Job two = strict.create(JobDraft.of("test", "async", bob, Bench.parameters("SLEEP", "30000")), true);
        JobDraft third = JobDraft.of("test", "async", bob, Parameters.NONE);
        assertThatThrownBy(() -> strict.create(third, true))
                .isInstanceOfSatisfying(Fault.class, e -> assertThat(e.code()).isEqualTo(JobFault.TOO_MANY_JOBS));
        Job pending = strict.create(third, false);
        assertThatThrownBy(() -> strict.run(pending))
                .isInstanceOfSatisfying(Fault.class, e -> assertThat(e.code()).isEqualTo(JobFault.TOO_MANY_JOBS));
        Job other = strict.create(draft(), true);
        strict.delete(one);
        strict.delete(two);
        strict.run(pending);
        await(queue, pending.id(), Phase.COMPLETED);
        await(queue, other.id(), Phase.COMPLETED);
        strict.close();
    }

    @Test
    void jobsBeyondWhatAnOwnerMayKeepAreRefused() throws Exception {
        QueueLimits tight = new QueueLimits(Duration.ofMillis(100), Duration.ofSeconds(1), 3, 9, 9, 100, 2, 1000);
        Caller carl = new Caller(Optional.of("carl"), Set.of(), Caller.Authentication.SESSION);
        JobSweeper sweeper = new JobSweeper(new SweepStore(bench.pools()), queue.files(), tight);
        queue.create(JobDraft.of("test", "async", carl, Parameters.NONE), false);
        sweeper.sweep();
        assertThat(sweeper.isFull("carl")).isFalse();
        queue.create(JobDraft.of("test", "async", carl, Parameters.NONE), false);
        sweeper.sweep();
        assertThat(sweeper.isFull("carl")).isTrue();
        assertThat(sweeper.isFull("")).isFalse();
        assertThat(sweeper.phases().get(Phase.PENDING)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void theListIsFilteredByAllConditionsAtOnceNewestFirst() throws Exception {
        Caller dora = new Caller(Optional.of("dora"), Set.of(), Caller.Authentication.SESSION);
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            jobs.add(queue.create(JobDraft.of("test", "async", dora, Parameters.NONE), i % 2 == 0));
            Thread.sleep(3);
        }
        for (int i = 0; i < 5; i += 2) {
            await(queue, jobs.get(i).id(), Phase.COMPLETED);
        }
        assertThat(list(filter("dora", Set.of(), null, 0))).containsExactly(ids(jobs, 4, 3, 2, 1, 0));
        assertThat(list(filter("dora", Set.of(Phase.COMPLETED), null, 2))).containsExactly(ids(jobs, 4, 2));
        assertThat(list(filter("dora", Set.of(Phase.PENDING), jobs.get(1).creationTime(), 5)))
                .containsExactly(ids(jobs, 3));
        assertThat(list(filter(
                        "dora",
                        Set.of(Phase.PENDING, Phase.COMPLETED),
                        jobs.get(2).creationTime(),
                        1)))
                .containsExactly(ids(jobs, 4));
        assertThat(list(filter("emil", Set.of(), null, 0))).isEmpty();
    }

    private static JobId[] ids(List<Job> jobs, int... indices) {
        return Arrays.stream(indices).mapToObj(i -> jobs.get(i).id()).toArray(JobId[]::new);
    }

    private static JobFilter filter(String owner, Set<Phase> phases, Instant after, int last) {
        return new JobFilter(
                "test",
                Optional.of("async"),
                Optional.of(owner),
                phases,
                Optional.ofNullable(after),
                last == 0 ? OptionalInt.empty() : OptionalInt.of(last));
    }

    @Test
    void aListIsReadInPages() throws Exception {
        Caller fay = new Caller(Optional.of("fay"), Set.of(), Caller.Authentication.SESSION);
        JobDraft draft = JobDraft.of("test", "async", fay, Parameters.NONE);
        queue.create(draft, false);
        // Of the same instant, so that pages cannot be told apart by time alone.
        bench.sql(
                bench.logins.service(),
                "INSERT INTO uws.job (id, kind, collection, base, owner, groups, authentication, phase, creation_time,"
                        + " destruction, archive_seconds, execution_seconds, parameter_names, parameter_values)"
                        + " SELECT gen_random_uuid(), kind, collection, base, owner, groups, authentication, phase,"
                        + " creation_time, destruction, archive_seconds, execution_seconds, parameter_names,"
                        + " parameter_values FROM uws.job, generate_series(1, 1499) WHERE owner = 'fay'");
        assertThat(list(filter("fay", Set.of(), null, 0))).hasSize(1500).doesNotHaveDuplicates();
        assertThat(list(filter("fay", Set.of(), null, 1001))).hasSize(1001).doesNotHaveDuplicates();
        assertThat(list(filter("fay", Set.of(), null, 1))).hasSize(1);
    }

    @Test
    void resultsLeaveTheDiskItsReserve() throws Exception {
        JobQueue full = new JobQueue(bench.pools(), new JobFiles(bench.directory, Long.MAX_VALUE), Bench.LIMITS);
        full.register(Bench.kind("big", runner, 1, Duration.ZERO));
        full.start();
        Job job = full.create(JobDraft.of("big", "x", Caller.ANONYMOUS, Bench.parameters("WRITE", "x")), true);
        Job failed = await(full, job.id(), Phase.ERROR);
        assertThat(failed.error().orElseThrow().message()).contains("no room");
        assertThat(failed.error().orElseThrow().isTransient()).isTrue();
        full.close();
    }

    @Test
    void aFullDiskIsToldAsSuch() throws Exception {
        JobFiles files = new JobFiles(bench.directory, 0);
        assertThat(files.fullDisk(new IOException("No space left on device")))
                .get()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo(JobFault.NO_ROOM))
                .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("device"));
        assertThat(files.fullDisk(new IOException("Disk quota exceeded"))).isPresent();
        assertThat(files.fullDisk(new IOException("Input/output error"))).isEmpty();
        assertThat(files.fullDisk(new IOException())).isEmpty();
    }

    @Test
    void noThreadIsLeftWhenANodeHasClosed() throws Exception {
        Set<Thread> before = threads();
        JobQueue brief = new JobQueue(bench.pools(), new JobFiles(bench.directory, 0), Bench.LIMITS);
        brief.register(Bench.kind("short", runner, 2, Duration.ZERO));
        brief.start();
        JobDraft draft = JobDraft.of("short", "x", Caller.ANONYMOUS, Bench.parameters("WRITE", "x"));
        Job job = brief.create(draft, true);
        await(brief, job.id(), Phase.COMPLETED);
        Job late = brief.create(JobDraft.of("short", "x", Caller.ANONYMOUS, Bench.parameters("SLEEP", "60000")), true);
        await(brief, late.id(), Phase.EXECUTING);
        Set<Thread> own = threads();
        own.removeAll(before);
        assertThat(own).extracting(Thread::getName).anyMatch(name -> name.startsWith("uws-worker"));
        long start = System.nanoTime();
        brief.close(Duration.ofMillis(10));
        assertThat(own).noneMatch(Thread::isAlive);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(queue.store().find(late.id()).orElseThrow().phase()).isEqualTo(Phase.QUEUED);
        queue.delete(late);
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("uws-"))
                .collect(Collectors.toSet());
    }

    @Test
    void statisticsCountJobsAndPlaces() throws Exception {
        await(
                () -> queue.statistics().phases().containsKey(Phase.COMPLETED)
                        || queue.statistics().phases().isEmpty(),
                "counts");
        assertThat(queue.statistics().places()).containsEntry("test", 4);
        assertThat(queue.statistics().running()).containsKey("test");
    }
}
