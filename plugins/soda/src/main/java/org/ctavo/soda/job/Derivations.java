package org.ctavo.soda.job;

import java.util.List;

import org.ctavo.archive.Derivation;
import org.ctavo.archive.DerivationLog;
import org.ctavo.spi.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the archive's provenance of cut-outs made by jobs. Safe for use by any number of threads. */
public final class Derivations {
    private static final Logger LOG = LoggerFactory.getLogger(Derivations.class);

    private final Database database;
    private final List<DerivationLog> logs;

    /**
     * Tells these logs.
     *
     * @param logs empty to tell nobody
     */
    public Derivations(Database database, List<DerivationLog> logs) {
        this.database = database;
        this.logs = List.copyOf(logs);
    }

    /** Whether anybody is told. */
    boolean areKept() {
        return !logs.isEmpty();
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
