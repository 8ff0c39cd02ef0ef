package org.ctavo.spi;

/** Whose fault a failure is. The category alone decides the HTTP status and the log level. */
public enum Category {
    /** The request is wrong: the caller can put it right. */
    USER(400),
    /** The caller must first say who they are. */
    UNAUTHENTICATED(401),
    /** The caller may not do this. */
    FORBIDDEN(403),
    /** There is no such thing. */
    NOT_FOUND(404),
    /** The resource does not answer this HTTP method. */
    METHOD(405),
    /** What was sent is larger than allowed. */
    TOO_LARGE(413),
    /** The service is at a limit: the same request may succeed later. */
    RESOURCES(503),
    /** Something the service depends on failed. */
    EXTERNAL(502),
    /** The service itself is at fault. */
    INTERNAL(500);

    private final int status;

    Category(int status) {
        this.status = status;
    }

    /** The HTTP status that goes with the category. */
    public int status() {
        return status;
    }

    /** Whether the caller can do nothing about it, so that operators must hear of it. */
    public boolean isServiceFault() {
        return this == EXTERNAL || this == INTERNAL;
    }
}
