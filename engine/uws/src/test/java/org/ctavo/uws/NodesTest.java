package org.ctavo.uws;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.ctavo.spi.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ctavo.uws.Bench.await;
import static org.ctavo.uws.Bench.draft;

/** Several nodes on one store of jobs. */
class NodesTest {
    /** So slow that only news can be the reason for what happens sooner. */
    private static final QueueLimits SLOW =
            new QueueLimits(Duration.ofSeconds(60), Duration.ofSeconds(180), 3, 60, 80, 100, 1000, 1000);

    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench();
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private static Duration since(Instant begin) {
        return Duration.between(begin, Instant.now());
    }

    @Test
    void aJobThatFindsNoPlaceHereIsTakenElsewhereAtOnce() throws Exception {
        JobQueue front = bench.node(new Scripted(), 0, SLOW);
        JobQueue back = bench.node(new Scripted(), 1, SLOW);
        heard(back, front);
        Instant begin = Instant.now();
        Job job = front.create(draft("WRITE", "x"), true);
        assertThat(job.phase()).isEqualTo(Phase.QUEUED);
        await(front, job.id(), Phase.COMPLETED);
        assertThat(since(begin)).isLessThan(Duration.ofSeconds(5));
    }

    /** Waits until a node hears of what happens on another. */
    private static void heard(JobQueue listener, JobQueue speaker) throws Exception {
        Job job = speaker.create(draft(), false);
        CompletableFuture<Void> news = listener.events().next(job.id());
        for (int i = 1; i < 200 && !news.isDone(); i++) {
            speaker.executionDuration(job, Duration.ofSeconds(i));
            Thread.sleep(20);
        }
        assertThat(news.isDone()).isTrue();
        speaker.delete(job);
    }

    @Test
    void jobsWaitInTheirOrderAndNoOwnerTakesAllPlaces() throws Exception {
        JobQueue queue = bench.node(new Scripted(), 2);
        Job blocking = queue.create(draft("SLEEP", "300"), true);
        Job blocking2 = queue.create(draft("SLEEP", "30000"), true);
        Job third = queue.create(draft("SLEEP", "50"), true);
        Job fourth = queue.create(draft("SLEEP", "50"), true);
        Job other = queue.create(
                JobDraft.of(
                        "test",
                        "async",
                        new Caller(Optional.of("x"), Set.of(), Caller.Authentication.TOKEN),
                        Bench.parameters("SLEEP", "50")),
                true);
        assertThat(List.of(third.phase(), fourth.phase(), other.phase())).containsOnly(Phase.QUEUED);
        Instant begunThird =
                await(queue, third.id(), Phase.COMPLETED).startTime().orElseThrow();
        Instant begunFourth =
                await(queue, fourth.id(), Phase.COMPLETED).startTime().orElseThrow();
        Instant begunOther =
                await(queue, other.id(), Phase.COMPLETED).startTime().orElseThrow();
        assertThat(begunOther).isBefore(begunThird);
        assertThat(begunThird).isBefore(begunFourth);
        await(queue, blocking.id(), Phase.COMPLETED);
        queue.abort(blocking2);
    }

    @Test
    void abortStopsTheRunOnWhicheverNodeItIs() throws Exception {
        Scripted runner = new Scripted();
        JobQueue front = bench.node(new Scripted(), 0, SLOW);
        JobQueue back = bench.node(runner, 1, SLOW);
        heard(back, front);
        Job job = front.create(draft("SLEEP", "30000"), true);
        await(() -> runner.running() == 1, "running");
        Instant begin = Instant.now();
        front.abort(job);
        await(() -> runner.running() == 0, "stopped");
        assertThat(since(begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void abortWorksWithoutNewsToo() throws Exception {
        Scripted runner = new Scripted();
        JobQueue back = bench.node(runner, 1);
        Job job = back.create(draft("SLEEP", "30000"), true);
        await(() -> runner.running() == 1, "running");
        bench.sql(bench.logins.owner(), "ALTER TABLE uws.job DISABLE TRIGGER USER");
        bench.sql(bench.logins.service(), "UPDATE uws.job SET phase = 'ABORTED' WHERE id = '" + job.id() + "'");
        await(() -> runner.running() == 0, "stopped");
    }

    @Test
    void jobsOfADeadNodeRunAgain() throws Exception {
        JobQueue queue = bench.node(new Scripted(), 1);
        Job job = executingOnADeadNode(queue, 1);
        Job done = await(queue, job.id(), Phase.COMPLETED);
        assertThat(done.attempts()).isEqualTo(2);
        assertThat(bench.content(done, "result")).isEqualTo("x".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void jobsThatOutliveTooManyNodesEndInErrorWithTheReason() throws Exception {
        JobQueue queue = bench.node(new Scripted(), 1);
        Job job = executingOnADeadNode(queue, 3);
        Job failed = await(queue, job.id(), Phase.ERROR);
        assertThat(failed.error().orElseThrow().message()).contains("3 times").contains("stopped answering");
        assertThat(failed.error().orElseThrow().isTransient()).isTrue();
        assertThat(failed.endTime()).isPresent();
    }

    private Job executingOnADeadNode(JobQueue queue, int attempts) throws SQLException {
        Job job = queue.create(draft("WRITE", "x"), false);
        bench.sql(
                bench.logins.service(),
                "UPDATE uws.job SET phase = 'EXECUTING', attempts = " + attempts + ", claim = gen_random_uuid(),"
                        + " node = gen_random_uuid() WHERE id = '" + job.id() + "'");
        return job;
    }

    @Test
    void aNodeThatIsCutOffStopsItsJobsBeforeOthersBeginThem() throws Exception {
        Scripted runner = new Scripted();
        CutDatabase database = new CutDatabase(bench.pools());
        JobQueue lost = new JobQueue(database, new JobFiles(bench.directory, 0), Bench.LIMITS);
        lost.register(Bench.kind("test", runner, 1, Duration.ZERO));
        lost.start();
        Job job = lost.create(draft("SLEEP", "1500", "WRITE", "whole"), true);
        await(() -> runner.running() == 1, "running");
        Scripted second = new Scripted();
        JobQueue other = bench.node(
                run -> {
                    assertThat(runner.running()).as("running twice at once").isZero();
                    second.run(run);
                },
                1);
        database.cut(true);
        Job done = await(other, job.id(), Phase.COMPLETED);
        assertThat(done.attempts()).isEqualTo(2);
        assertThat(runner.begun()).isEqualTo(1);
        assertThat(second.begun()).isEqualTo(1);
        assertThat(bench.content(done, "result")).isEqualTo("whole".getBytes(StandardCharsets.UTF_8));
        database.cut(false);
        lost.close();
    }

    @Test
    void aNodeThatComesBackFromTheDeadPublishesNothing() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        JobRunner stubborn = run -> {
            begun.countDown();
            try (ResultFile file = run.result("result", "text/plain")) {
                late.await(30, TimeUnit.SECONDS);
                file.stream().write("from the dead".getBytes(StandardCharsets.UTF_8));
                file.commit();
            }
        };
        CutDatabase database = new CutDatabase(bench.pools());
        JobQueue lost = new JobQueue(database, new JobFiles(bench.directory, 0), Bench.LIMITS);
        lost.register(Bench.kind("test", stubborn, 1, Duration.ZERO));
        lost.start();
        Job job = lost.create(draft("WRITE", "alive"), true);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        database.cut(true);
        JobQueue other = bench.node(new Scripted(), 1);
        Job done = await(other, job.id(), Phase.COMPLETED);
        database.cut(false);
        late.countDown();
        await(() -> lost.statistics().running().get("test") == 0, "the late attempt has ended");
        assertThat(other.store().find(job.id()).orElseThrow().claim()).isEqualTo(done.claim());
        assertThat(bench.content(done, "result")).isEqualTo("alive".getBytes(StandardCharsets.UTF_8));
        assertThat(bench.files()).hasSize(1);
        lost.close();
    }

    @Test
    void aClosingNodeLetsRunningJobsFinishInTheirGrace() throws Exception {
        Scripted runner = new Scripted();
        JobQueue closing = bench.node(runner, 1);
        Job job = closing.create(draft("SLEEP", "300", "WRITE", "x"), true);
        await(() -> runner.running() == 1, "running");
        closing.close(Duration.ofSeconds(10));
        assertThat(closing.store().find(job.id()).orElseThrow().phase()).isEqualTo(Phase.COMPLETED);
    }

    @Test
    void aClosingNodeGivesTheOthersBack() throws Exception {
        Scripted runner = new Scripted();
        JobQueue closing = bench.node(runner, 1);
        Job job = closing.create(draft("SLEEP", "1000", "WRITE", "x"), true);
        await(() -> runner.running() == 1, "running");
        closing.close(Duration.ZERO);
        assertThat(runner.running()).isZero();
        Job queued = closing.store().find(job.id()).orElseThrow();
        assertThat(queued.phase()).isEqualTo(Phase.QUEUED);
        assertThat(queued.attempts()).isZero();
        JobQueue next = bench.node(new Scripted(), 1);
        assertThat(await(next, job.id(), Phase.COMPLETED).attempts()).isEqualTo(1);
    }

    @Test
    void nodesAndNewsSurviveTheEndOfAllConnections() throws Exception {
        Scripted runner = new Scripted();
        JobQueue front = bench.node(new Scripted(), 0);
        JobQueue back = bench.node(runner, 1);
        heard(back, front);
        Job job = front.create(draft("SLEEP", "300", "WRITE", "x"), true);
        await(() -> runner.running() == 1, "running");
        terminateServiceConnections();
        Job done = await(back, job.id(), Phase.COMPLETED);
        assertThat(done.attempts()).isEqualTo(1);
        heard(back, front);
        heard(front, back);
    }

    private void terminateServiceConnections() throws SQLException {
        bench.sql(
                bench.logins.service(),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE usename = current_user AND datname = current_database() AND pid <> pg_backend_pid()");
    }

    @Test
    void manyJobsFromTwoNodesAreEachRunOnce() throws Exception {
        Scripted runner = new Scripted();
        JobQueue one = bench.node(runner, 3);
        JobQueue two = bench.node(runner, 3);
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            jobs.add((i % 2 == 0 ? one : two).create(draft("WRITE", "job " + i), true));
        }
        for (int i = 0; i < 60; i++) {
            Job done = await(one, jobs.get(i).id(), Phase.COMPLETED);
            assertThat(bench.content(done, "result")).isEqualTo(("job " + i).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(runner.begun()).isEqualTo(60);
    }
}
