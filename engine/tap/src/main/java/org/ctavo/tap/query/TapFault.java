package org.ctavo.tap.query;

import org.ctavo.spi.Category;
import org.ctavo.spi.FaultCode;

/** Faults of the TAP service, beside those that ADQL and requests in general have of their own. */
public enum TapFault implements FaultCode {
    /** LANG names a language or version that is not spoken here. */
    UNKNOWN_LANGUAGE(Category.USER),
    /** RESPONSEFORMAT names a format that is not written here. */
    UNSUPPORTED_FORMAT(Category.USER),
    /** The service takes no uploads. */
    NO_UPLOADS(Category.USER),
    /** A value made the query fail: a division by zero, a number out of range, a text that is no number. */
    BAD_VALUE(Category.USER),
    /** The query is larger than the database can take. */
    TOO_COMPLEX(Category.USER),
    /** The query ran into its time limit. */
    TIME_LIMIT(Category.USER),
    /** The query asks for what this caller may not read. */
    NOT_READABLE(Category.FORBIDDEN),
    /** The query was cancelled. */
    CANCELLED(Category.USER),
    /** All connections are in use, or the database is out of memory or disk. */
    DATABASE_BUSY(Category.RESOURCES),
    /** The database is not there. */
    DATABASE_DOWN(Category.RESOURCES),
    /** The database did not take the query that was made from the user's. */
    QUERY_FAILED(Category.INTERNAL),
    /** The service itself is at fault. */
    INTERNAL(Category.INTERNAL);

    private final Category category;

    TapFault(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
