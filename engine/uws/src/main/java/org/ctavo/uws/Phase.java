package org.ctavo.uws;

/** Execution phase of a job (UWS 1.1, section 2.1.3). */
public enum Phase {
    /** Being set up: takes parameters and waits to be started. */
    PENDING,
    /** Started, and waiting for a free place. */
    QUEUED,
    /** Running on some node. */
    EXECUTING,
    /** Ended well: the results are there. */
    COMPLETED,
    /** Ended badly: the error says why. */
    ERROR,
    /** Ended by its owner, or by its execution duration. */
    ABORTED,
    /** Nobody can tell. */
    UNKNOWN,
    /** Started, but kept until it is started again. */
    HELD,
    /** Stopped for a while by the service. */
    SUSPENDED,
    /** Past its destruction time: the results are gone, the record stays. */
    ARCHIVED;

    /** Whether a blocking request waits in this phase (UWS 1.1, section 2.2.1.1). */
    public boolean isAwaited() {
        return this == PENDING || this == QUEUED || this == EXECUTING;
    }

    /** Whether the job will change no more but by its destruction. */
    public boolean isFinal() {
        return this == COMPLETED || this == ERROR || this == ABORTED || this == ARCHIVED;
    }

    /** Whether the job may be started from here. */
    public boolean isStartable() {
        return this == PENDING || this == HELD;
    }
}
