package org.ctavo.uws;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.ctavo.spi.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The places of a node for one kind of job, and the one who fills them. Safe for use by any number of threads. */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final JobKind kind;
    private final UUID node;
    private final ClaimStore claims;
    private final Consumer<Job> execute;
    private final BooleanSupplier mayClaim;
    private final Semaphore places;
    private final AtomicInteger calls = new AtomicInteger();

    /**
     * A lane with all its places free.
     *
     * @param execute begins to execute a claimed job and returns; gives the place back by {@link #free()}
     * @param mayClaim whether this node may take jobs now
     */
    Lane(JobKind kind, UUID node, ClaimStore claims, Consumer<Job> execute, BooleanSupplier mayClaim) {
        this.kind = kind;
        this.node = node;
        this.claims = claims;
        this.execute = execute;
        this.mayClaim = mayClaim;
        this.places = new Semaphore(kind.slots());
    }

    JobKind kind() {
        return kind;
    }

    int running() {
        return kind.slots() - places.availablePermits();
    }

    /** Takes a place for a job that is about to be started; empty if none is free. */
    Optional<JobStore.Place> take() {
        if (!mayClaim.getAsBoolean() || !places.tryAcquire()) {
            return Optional.empty();
        }
        return Optional.of(new JobStore.Place(node, UUID.randomUUID()));
    }

    /** Gives a place back. */
    void free() {
        places.release();
    }

    /** Fills the free places with waiting jobs. A call that comes while another is at it makes that one look again. */
    void fill() {
        if (calls.getAndIncrement() > 0) {
            return;
        }
        int seen;
        do {
            seen = calls.get();
            try {
                claimAll();
            } catch (Fault e) {
                LOG.warn("Waiting jobs of kind {} cannot be claimed now: {}", kind.name(), e.getMessage());
            }
        } while (calls.addAndGet(-seen) > 0);
    }

    private void claimAll() {
        for (Optional<JobStore.Place> place = take(); place.isPresent(); place = take()) {
            Optional<Job> job = Optional.empty();
            try {
                job = claims.claim(kind.name(), place.get());
            } finally {
                if (job.isEmpty()) {
                    free();
                }
            }
            if (job.isEmpty()) {
                return;
            }
            execute.accept(job.get());
        }
    }
}
