package org.ctavo.spi;

/** Faults of requests that any endpoint may find. */
public enum RequestFault implements FaultCode {
    /** A parameter that may be sent once was sent several times. */
    REPEATED_PARAMETER(Category.USER),
    /** A parameter is missing. */
    MISSING_PARAMETER(Category.USER),
    /** A parameter's value cannot be read. */
    BAD_PARAMETER(Category.USER),
    /** The body cannot be read as what it says it is. */
    BAD_BODY(Category.USER),
    /** The body is larger than allowed. */
    BODY_TOO_LARGE(Category.TOO_LARGE),
    /** There is nothing at that address. */
    NO_SUCH_RESOURCE(Category.NOT_FOUND),
    /** The resource does not answer that method. */
    METHOD_NOT_ALLOWED(Category.METHOD),
    /** The caller must log in. */
    LOGIN_NEEDED(Category.UNAUTHENTICATED),
    /** The caller may not do this. */
    NOT_ALLOWED(Category.FORBIDDEN),
    /** The service is at a limit. */
    BUSY(Category.RESOURCES);

    private final Category category;

    RequestFault(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
