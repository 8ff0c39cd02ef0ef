package org.ctavo.uws;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.ctavo.spi.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process as one of those that execute jobs: its places, what runs in them, and its heartbeat. Safe for use by any
 * number of threads.
 */
final class Node implements JobEvents.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    /** For what was told to end; twice that at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final UUID id = UUID.randomUUID();
    private final ClaimStore claims;
    private final QueueLimits limits;
    private final JobExecution.Tools tools;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Map<JobId, JobExecution> executions = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool(named("uws-worker"));
    private volatile boolean open;
    private volatile boolean isKnown;
    private volatile long lastBeat;

    Node(ClaimStore claims, JobFiles files, JobEvents events, QueueLimits limits, ScheduledExecutorService clock) {
        this.claims = claims;
        this.limits = limits;
        this.tools = new JobExecution.Tools(claims, files, events, clock, limits.nodeTimeout());
    }

    /** Threads that do not keep the process from ending. */
    static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    void register(JobKind kind) {
        Lane lane = new Lane(kind, id, claims, this::execute, this::mayClaim);
        if (lanes.putIfAbsent(kind.name(), lane) != null) {
            throw new IllegalArgumentException("There are two kinds of job named " + kind.name() + ".");
        }
    }

    Map<String, Lane> lanes() {
        return lanes;
    }

    Lane lane(String kind) {
        Lane lane = lanes.get(kind);
        if (lane == null) {
            throw new IllegalArgumentException("No such kind of job: " + kind);
        }
        return lane;
    }

    /** Begins to claim jobs. */
    void start() {
        beat();
        isKnown = true;
        open = true;
    }

    /**
     * Changes a job with a place for it at hand, where there is a free one, and executes it if it took the place.
     *
     * @param change place, or null where none is free, to the changed job
     */
    Job place(Lane lane, Function<JobStore.Place, Job> change) {
        Optional<JobStore.Place> place = lane.take();
        boolean isTaken = false;
        try {
            Job job = change.apply(place.orElse(null));
            isTaken = job.phase() == Phase.EXECUTING;
            if (isTaken) {
                execute(job);
            }
            return job;
        } finally {
            if (!isTaken) {
                place.ifPresent(unused -> lane.free());
                // Older jobs waited, or a place may have become free since.
                later(lane::fill);
            }
        }
    }

    private void execute(Job job) {
        Lane lane = lane(job.kind());
        JobExecution execution = new JobExecution(job, lane.kind().runner(), tools);
        executions.put(job.id(), execution);
        try {
            workers.execute(() -> execute(execution, lane));
        } catch (RejectedExecutionException e) {
            // The node has just ended, which frees the job.
            executions.remove(job.id(), execution);
            lane.free();
        }
    }

    private void execute(JobExecution execution, Lane lane) {
        boolean more = true;
        try {
            more = execution.run();
        } finally {
            executions.remove(execution.job().id(), execution);
            lane.free();
            if (more) {
                lane.fill();
            }
        }
    }

    private void later(Runnable task) {
        if (open) {
            submit(task);
        }
    }

    private void submit(Runnable task) {
        try {
            workers.execute(task);
        } catch (RejectedExecutionException e) {
            // The node has just ended, and everything it did with it.
            LOG.debug("A task came after the end of this node.", e);
        }
    }

    /** A node that could not say for a while that it lives may have been given up by the others. */
    private boolean mayClaim() {
        return open && sinceBeat() < limits.nodeTimeout().toNanos() / 2;
    }

    private long sinceBeat() {
        return System.nanoTime() - lastBeat;
    }

    private Map<JobId, UUID> beat() {
        long sent = System.nanoTime();
        Map<JobId, UUID> held = claims.beat(id);
        lastBeat = sent;
        return held;
    }

    /** Says that the node lives, stops what it no longer holds, frees the jobs of dead nodes and looks for work. */
    void tick() {
        Map<JobId, JobExecution> before = Map.copyOf(executions);
        try {
            Map<JobId, UUID> held = beat();
            before.forEach((job, execution) -> {
                if (!execution.claim().equals(held.get(job))) {
                    cancel(execution, Cancellation.Reason.REVOKED);
                }
            });
            int freed = claims.rescue(limits.attempts(), limits.nodeTimeout());
            if (freed > 0) {
                LOG.warn("{} jobs of nodes that no longer answer were freed.", freed);
            }
            lanes.values().forEach(Lane::fill);
        } catch (Fault e) {
            LOG.warn("This node cannot say that it lives: {}", e.getMessage());
            if (sinceBeat() > limits.nodeTimeout().toNanos() * 2 / 3) {
                // Others will run these jobs soon, and no job may run twice at once.
                before.values().forEach(execution -> cancel(execution, Cancellation.Reason.REVOKED));
            }
        }
    }

    /** On a thread of its own: a statement or a process may take a while to stop. */
    private void cancel(JobExecution execution, Cancellation.Reason reason) {
        submit(() -> execution.cancellation().cancel(reason));
    }

    /** Stops a job at once if it runs here; returns when it has been told to. */
    void revoke(JobId job) {
        JobExecution execution = executions.get(job);
        if (execution != null) {
            execution.cancellation().cancel(Cancellation.Reason.REVOKED);
        }
    }

    @Override
    public void heard(JobEvent event) {
        JobExecution execution = executions.get(event.id());
        if (execution != null && event.endsExecution()) {
            cancel(execution, Cancellation.Reason.REVOKED);
        } else if (execution != null && event.isDuration()) {
            later(execution::readDuration);
        } else if (event.isQueued() && lanes.containsKey(event.kind())) {
            later(lane(event.kind())::fill);
        }
    }

    @Override
    public void missed() {
        lanes.values().forEach(lane -> later(lane::fill));
    }

    /** Claims no more jobs, lets those that run go on for a while, gives the others back, and ends its threads. */
    void close(Duration grace) {
        open = false;
        awaitExecutions(grace);
        executions.values().forEach(execution -> cancel(execution, Cancellation.Reason.SHUTDOWN));
        awaitExecutions(PATIENCE);
        end(workers);
    }

    /** Says, when the heart beats no more, that the others need not wait for this node. */
    void leave() {
        if (!isKnown) {
            return;
        }
        try {
            claims.leave(id);
        } catch (Fault e) {
            LOG.warn("This node cannot say that it ends; its jobs will be freed later: {}", e.getMessage());
        }
    }

    /** Ends an executor and waits for its threads, idle ones too: a container counts those that are left. */
    static void end(ExecutorService executor) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
                if (!executor.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.warn("A job does not end although it was told to; its thread is left behind.");
                }
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitExecutions(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            while (!executions.isEmpty() && System.nanoTime() < end) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
