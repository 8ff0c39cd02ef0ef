package org.ctavo.uws;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.ctavo.spi.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the lives of jobs, frees what they held, and counts those that live. */
final class JobSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(JobSweeper.class);
    /** Files of a job that is just being created have no job yet. */
    private static final Duration YOUNG = Duration.ofHours(1);

    private final SweepStore store;
    private final JobFiles files;
    private final QueueLimits limits;
    private volatile Map<Phase, Long> phases = Map.of();
    private volatile Set<String> full = Set.of();

    JobSweeper(SweepStore store, JobFiles files, QueueLimits limits) {
        this.store = store;
        this.files = files;
        this.limits = limits;
    }

    /** How many jobs there were in each phase at the last round. */
    Map<Phase, Long> phases() {
        return phases;
    }

    /** Whether an owner had as many jobs as they may keep at the last round. */
    boolean isFull(String owner) {
        return full.contains(owner);
    }

    /** A round: destruction times, dead nodes' records, counts. */
    void sweep() {
        try {
            freeAll(store::destroy);
            freeAll(store::archive);
            store.forgetNodes(limits.nodeTimeout().multipliedBy(20));
            full = Set.copyOf(store.fullOwners(limits));
            phases = Map.copyOf(store.phases());
        } catch (Fault e) {
            LOG.warn("Jobs past their destruction time cannot be destroyed now: {}", e.getMessage());
        }
    }

    private void freeAll(Supplier<List<JobId>> next) {
        List<JobId> batch;
        do {
            batch = next.get();
            batch.forEach(this::free);
        } while (SweepStore.isFull(batch));
    }

    /** Deletes the files of a job; what cannot be deleted now is found by {@link #sweepFiles}. */
    void free(JobId id) {
        try {
            files.delete(id);
        } catch (IOException e) {
            LOG.warn("Job {}: its files cannot be deleted now.", id, e);
        }
    }

    /** Deletes files whose job is gone: a node may die between the two steps of a destruction. */
    void sweepFiles() {
        sweepFiles(Instant.now().minus(YOUNG));
    }

    void sweepFiles(Instant unchangedSince) {
        try {
            List<JobId> ids = files.unchangedSince(unchangedSince);
            for (int at = 0; at < ids.size(); at += 1000) {
                store.strangers(ids.subList(at, Math.min(ids.size(), at + 1000)))
                        .forEach(this::free);
            }
        } catch (IOException | Fault e) {
            LOG.warn("Files of jobs that are gone cannot be looked for now.", e);
        }
    }
}
