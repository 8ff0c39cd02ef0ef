package org.ctavo.spi;

import java.util.Objects;

/**
 * A failure with a stable code and a message in the user's terms: what is wrong, where, and what to do. The message
 * never holds SQL, a path of the server or a stack trace.
 */
public class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The code's name survives serialisation; the code itself lives with its module. */
    private final transient FaultCode code;

    /** A failure without a deeper cause. */
    public Fault(FaultCode code, String message) {
        this(code, message, null);
    }

    /** A failure with its cause, which is logged but never shown to a caller. */
    public Fault(FaultCode code, String message, Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** The stable code. */
    public FaultCode code() {
        return code;
    }
}
