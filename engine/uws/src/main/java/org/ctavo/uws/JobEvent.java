package org.ctavo.uws;

import java.util.Optional;
import java.util.UUID;

/**
 * Something that became of a job.
 *
 * @param id of the job
 * @param kind of the job
 * @param what the phase it went to, or {@code DELETED}, or {@code DURATION} if its execution duration changed
 */
record JobEvent(JobId id, String kind, String what) {
    static final String DELETED = "DELETED";
    static final String DURATION = "DURATION";

    /** Reads what the database sends; empty for anything else. */
    static Optional<JobEvent> parse(String payload) {
        String[] words = payload.split(" ", -1);
        if (words.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JobEvent(new JobId(UUID.fromString(words[0])), words[1], words[2]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether whoever executes the job must stop. */
    boolean endsExecution() {
        return what.equals(DELETED) || what.equals(Phase.ABORTED.name()) || what.equals(Phase.ARCHIVED.name());
    }

    boolean isQueued() {
        return what.equals(Phase.QUEUED.name());
    }

    boolean isDuration() {
        return what.equals(DURATION);
    }
}
