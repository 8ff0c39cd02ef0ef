package org.ctavo.uws;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.ctavo.spi.Category;
import org.ctavo.spi.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt on this node: runs the runner, keeps the time, and tells the store how it ended. */
final class JobExecution implements JobRun {
    private static final Logger LOG = LoggerFactory.getLogger(JobExecution.class);
    private static final long RETRY_MILLIS = 250;

    private final Job job;
    private final UUID claim;
    private final JobRunner runner;
    private final Tools tools;
    private final Cancellation cancellation = new Cancellation();
    private final List<JobResult> results = new ArrayList<>();
    private final long begun = System.nanoTime();
    private ScheduledFuture<?> deadline;
    private boolean over;

    /** What executions of a node share. */
    record Tools(
            ClaimStore claims, JobFiles files, JobEvents events, ScheduledExecutorService clock, Duration patience) {}

    /**
     * An attempt that has its claim.
     *
     * @param job as claimed
     */
    JobExecution(Job job, JobRunner runner, Tools tools) {
        this.job = job;
        this.claim = job.claim().orElseThrow();
        this.runner = runner;
        this.tools = tools;
    }

    UUID claim() {
        return claim;
    }

    @Override
    public Job job() {
        return job;
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    @Override
    public Path uploads() {
        return tools.files().uploads(job.id());
    }

    @Override
    public Path workspace() throws IOException {
        return tools.files().workspace(job.id());
    }

    @Override
    public ResultFile result(String id, String contentType) throws IOException {
        if (!JobResult.isId(id)) {
            throw new IllegalArgumentException("Not a result id: " + id);
        }
        Path path = tools.files().attempt(job.id(), claim).resolve(id);
        return new ResultFile(new ResultFile.Target(id, contentType, path), tools.files(), this::add);
    }

    private synchronized void add(JobResult result) {
        results.add(result);
    }

    private synchronized List<JobResult> results() {
        return List.copyOf(results);
    }

    /** Looks up how long the job may execute now. */
    void readDuration() {
        try {
            tools.claims().executionDuration(job.id(), claim).ifPresent(this::limit);
        } catch (Fault e) {
            LOG.warn("Job {}: its new execution duration cannot be read; the old one holds.", job.id());
        }
    }

    /** Ends the attempt so long after its beginning, instead of when it was to end before. */
    private synchronized void limit(Duration duration) {
        if (deadline != null) {
            deadline.cancel(false);
        }
        if (!over) {
            long left = duration.toNanos() - (System.nanoTime() - begun);
            deadline = tools.clock()
                    .schedule(
                            () -> cancellation.cancel(Cancellation.Reason.TIMEOUT),
                            Math.max(0, left),
                            TimeUnit.NANOSECONDS);
        }
    }

    private synchronized void stopClock() {
        over = true;
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    /**
     * Runs the attempt to its end, on the thread of the caller.
     *
     * @return whether more jobs of the kind may be waiting
     */
    boolean run() {
        limit(job.executionDuration());
        ClaimStore.Ending ending = attempt();
        stopClock();
        long patience = System.nanoTime() + tools.patience().toNanos();
        while (true) {
            try {
                boolean more = settle(ending);
                tools.events()
                        .fire(new JobEvent(job.id(), job.kind(), ending.phase().name()));
                return more;
            } catch (Fault e) {
                if (System.nanoTime() > patience || !pause()) {
                    LOG.error("Job {}: its end cannot be stored; another node will run it again.", job.id(), e);
                    return true;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ClaimStore.Ending attempt() {
        try {
            if (job.attempts() > 1) {
                tools.files().deleteOtherAttempts(job.id(), claim);
            }
            runner.run(this);
            if (!results().isEmpty()) {
                tools.files().sync(job.id(), claim);
            }
            return new ClaimStore.Ending(Phase.COMPLETED, results(), Optional.empty());
        } catch (Fault e) {
            boolean isTransient =
                    e.code().category() == Category.RESOURCES || e.code().category() == Category.EXTERNAL;
            if (e.code().category().isServiceFault() && !cancellation.isCancelled()) {
                LOG.error("Job {} failed.", job.id(), e);
            }
            // The code goes with the message, as in every other answer: it can be searched for.
            return failed(e.code().name() + ": " + e.getMessage(), isTransient);
        } catch (IOException e) {
            report(e);
            String message = tools.files()
                    .fullDisk(e)
                    .map(full -> full.code().name() + ": " + full.getMessage())
                    .orElse("The service could not read or write a file of the job; try again later.");
            return failed(message, true);
        } catch (Throwable e) {
            // Whatever it is, even an error: the job must come to an end that its owner can see.
            report(e);
            return failed("The service failed to run the job; its operators have been told.", false);
        }
    }

    private void report(Throwable e) {
        if (!cancellation.isCancelled()) {
            LOG.error("Job {} failed.", job.id(), e);
        }
    }

    private ClaimStore.Ending failed(String message, boolean isTransient) {
        return new ClaimStore.Ending(Phase.ERROR, results(), Optional.of(new JobError(message, isTransient)));
    }

    private boolean settle(ClaimStore.Ending ending) {
        Optional<Cancellation.Reason> reason = cancellation.reason();
        if (reason.isEmpty()) {
            return finish(ending);
        }
        return switch (reason.get()) {
            case TIMEOUT -> finish(timedOut(ending));
            case REVOKED -> {
                keepOrDiscard();
                yield true;
            }
            case SHUTDOWN -> {
                tools.claims().giveBack(job.id(), claim);
                discard();
                yield false;
            }
        };
    }

    private ClaimStore.Ending timedOut(ClaimStore.Ending ending) {
        String message = "The job was ended because its execution duration was over. Ask for a longer one or make the"
                + " job smaller.";
        return new ClaimStore.Ending(Phase.ABORTED, ending.results(), Optional.of(new JobError(message, false)));
    }

    private boolean finish(ClaimStore.Ending ending) {
        Optional<Boolean> more = tools.claims().finish(job.id(), claim, ending);
        if (more.isEmpty()) {
            keepOrDiscard();
        }
        return more.orElse(true);
    }

    private void keepOrDiscard() {
        if (results().isEmpty() || !tools.claims().attach(job.id(), claim, results())) {
            discard();
        }
    }

    private void discard() {
        try {
            tools.files().deleteAttempt(job.id(), claim);
        } catch (IOException e) {
            LOG.warn("Job {}: files of an attempt that counts no more are left behind.", job.id(), e);
        }
    }
}
