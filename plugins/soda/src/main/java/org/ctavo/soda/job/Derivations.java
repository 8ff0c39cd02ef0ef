package org.ctavo.soda.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import org.ctavo.archive.Derivation;
import org.ctavo.archive.DerivationLog;
import org.ctavo.soda.cutout.CutoutPlan;
import org.ctavo.soda.request.Selection;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the archive's provenance of cut-outs made by jobs. Their identifiers come from the job's, but do not betray it:
 * who knows a job can read its results, and provenance is for all. Safe for use by any number of threads.
 */
public final class Derivations {
    private static final Logger LOG = LoggerFactory.getLogger(Derivations.class);

    private final Database database;
    private final List<DerivationLog> logs;
    private final String authority;

    /**
     * Tells these logs.
     *
     * @param logs empty to tell nobody
     * @param authority naming authority of the archive
     */
    public Derivations(Database database, List<DerivationLog> logs, String authority) {
        this.database = database;
        this.logs = List.copyOf(logs);
        this.authority = authority;
    }

    /** Whether anybody is told. */
    boolean areKept() {
        return !logs.isEmpty();
    }

    /** The identifier of a result. */
    String identifier(String job, int number) {
        return "ivo://" + authority + "/provenance?cutout/" + hash(job) + "/" + number;
    }

    private String activity(String job, int number) {
        return "ivo://" + authority + "/provenance?activity/cutout/" + hash(job) + "/" + number;
    }

    private static String hash(String job) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(job.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /**
     * What is to be told of a cut-out. Names do not tell the product: should it become secret, its relations are hidden
     * with it, but the cut-out's own name would go on to betray it.
     */
    Derivation of(String job, int number, CutoutPlan plan, Selection selection, Instant start, Instant end) {
        boolean open = plan.source().rule().isOpenTo(Caller.ANONYMOUS, end);
        return new Derivation(
                activity(job, number),
                "cut-out of an event list",
                "CTA-VO cut-out service",
                start,
                end,
                selection.items().stream()
                        .map(item -> new Derivation.Parameter(item.name(), item.value()))
                        .toList(),
                plan.source().id(),
                identifier(job, number),
                "cut-out: " + plan.count() + " of " + plan.of() + " events",
                open ? Set.of() : plan.source().rule().groups());
    }

    /** Tells of what was made; a log that fails does not undo it. */
    void tell(List<Derivation> made) {
        if (made.isEmpty()) {
            return;
        }
        for (DerivationLog log : logs) {
            try {
                log.record(database, made);
            } catch (RuntimeException e) {
                LOG.warn("The provenance of {} cut-outs could not be recorded.", made.size(), e);
            }
        }
    }
}
