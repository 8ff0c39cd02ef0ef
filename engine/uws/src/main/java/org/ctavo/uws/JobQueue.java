package org.ctavo.uws;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node's part in the jobs of the service: creates and changes them, and executes those it claims. Any number of nodes
 * work on one store. A node says in short intervals that it lives; when one falls silent, the others run its jobs
 * again, and should it come back, nothing it still writes counts.
 *
 * <p>Register the kinds of jobs, then {@link #start()}; {@link #close(Duration)} at the end. Safe for use by any number
 * of threads.
 */
public final class JobQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
    private static final Duration SWEEP = Duration.ofSeconds(15);
    private static final Duration SWEEP_FILES = Duration.ofHours(1);

    private final QueueLimits limits;
    private final JobStore store;
    private final JobFiles files;
    private final JobEvents events;
    private final JobSweeper sweeper;
    private final Node node;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(2, Node.named("uws-clock"));
    private final List<Future<?>> chores = new CopyOnWriteArrayList<>();

    /**
     * A queue on the jobs of a database in which {@link UwsMigrations} have run.
     *
     * @param files seen by all nodes
     */
    public JobQueue(Database database, JobFiles files, QueueLimits limits) {
        this.limits = limits;
        this.store = new JobStore(database, limits);
        this.files = files;
        this.events = new JobEvents(database);
        this.sweeper = new JobSweeper(new SweepStore(database), files, limits);
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.node = new Node(new ClaimStore(database), files, events, limits, clock);
        events.subscribe(node);
    }

    /**
     * Makes a kind of job known.
     *
     * @throws IllegalArgumentException if it is known already
     */
    public void register(JobKind kind) {
        node.register(kind);
    }

    /** Begins to execute jobs. */
    public void start() {
        node.start();
        events.start();
        chore(node::tick, limits.heartbeat());
        chore(sweeper::sweep, SWEEP);
        chore(sweeper::sweepFiles, SWEEP_FILES);
    }

    private void chore(Runnable task, Duration pause) {
        Runnable guarded = () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                // The scheduler would never run it again.
                LOG.error("A chore of the job queue failed and will be tried again.", e);
            }
        };
        chores.add(clock.scheduleWithFixedDelay(guarded, 0, pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** The jobs, for looking at them. */
    public JobStore store() {
        return store;
    }

    /** The files of the jobs. */
    public JobFiles files() {
        return files;
    }

    /** What becomes of jobs. */
    public JobEvents events() {
        return events;
    }

    /** Figures for operators. */
    public JobStatistics statistics() {
        Map<String, Integer> running = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        node.lanes().forEach((name, lane) -> {
            running.put(name, lane.running());
            places.put(name, lane.kind().slots());
        });
        return new JobStatistics(sweeper.phases(), running, places);
    }

    /** A kind of job by its name. */
    public JobKind kind(String name) {
        return node.lane(name).kind();
    }

    /**
     * Creates a job; if it is to run and there is a free place on this node and no older job waits, executes it here at
     * once.
     *
     * @throws Fault {@code TOO_MANY_JOBS} at a limit
     */
    public Job create(JobDraft draft, boolean run) {
        if (sweeper.isFull(draft.caller().subject().orElse(""))) {
            throw new Fault(
                    JobFault.TOO_MANY_JOBS,
                    "As many jobs are kept as may be; delete some, or try again when others have been destroyed.");
        }
        Lane lane = node.lane(draft.kind());
        return run
                ? node.place(lane, place -> store.insert(draft, lane.kind(), true, place))
                : store.insert(draft, lane.kind(), false, null);
    }

    /**
     * Starts a job that is PENDING or HELD.
     *
     * @throws Fault {@code WRONG_PHASE} if it is neither, {@code TOO_MANY_JOBS} at a limit
     */
    public Job run(Job job) {
        Job started = node.place(node.lane(job.kind()), place -> store.start(job, place));
        fire(job, started.phase().name());
        return started;
    }

    private void fire(Job job, String what) {
        events.fire(new JobEvent(job.id(), job.kind(), what));
    }

    /** Ends a job before it is done, on whichever node it runs; nothing happens to one that has ended. */
    public void abort(Job job) {
        if (store.abort(job.id())) {
            node.revoke(job.id());
            fire(job, Phase.ABORTED.name());
        }
    }

    /** Destroys a job with all it holds, in whatever phase. */
    public void delete(Job job) {
        if (store.delete(job.id())) {
            node.revoke(job.id());
            fire(job, JobEvent.DELETED);
        }
        sweeper.free(job.id());
    }

    /**
     * Changes the parameters of a job, and its runId if one is given.
     *
     * @throws Fault {@code WRONG_PHASE} unless the job is PENDING
     */
    public void change(Job job, UnaryOperator<Parameters> change, Optional<String> runId) {
        store.change(job.id(), change, runId);
    }

    /** Sets when a job will be destroyed, within the limit of its kind. */
    public void destruction(Job job, Instant wanted) {
        store.destruction(job.id(), wanted, kind(job.kind()));
    }

    /** Sets how long a job may execute, within the limit of its kind; zero asks for the most. */
    public void executionDuration(Job job, Duration wanted) {
        store.executionDuration(job.id(), wanted, kind(job.kind()));
        fire(job, JobEvent.DURATION);
    }

    @Override
    public void close() {
        close(Duration.ZERO);
    }

    /**
     * Takes no more jobs, lets those that run go on for a while, gives the others back to the queue, and ends. No
     * thread is left when this returns, which it does half a minute after the grace at the latest.
     *
     * @param grace how long to wait for running jobs
     */
    public void close(Duration grace) {
        // The heartbeat goes on until the last job has ended: nobody else may take it before.
        node.close(grace);
        chores.forEach(chore -> chore.cancel(false));
        // A chore amid a statement ends with it; an interrupt would cost the connection.
        Node.end(clock);
        node.leave();
        events.close();
    }
}
