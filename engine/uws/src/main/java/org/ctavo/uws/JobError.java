package org.ctavo.uws;

import java.util.Objects;

/**
 * Why a job failed (UWS 1.1, section 2.1.8).
 *
 * @param message in the user's terms
 * @param isTransient whether the same job may succeed when it is run again
 */
public record JobError(String message, boolean isTransient) {

    /** Checks that nothing is null. */
    public JobError {
        Objects.requireNonNull(message, "message");
    }
}
