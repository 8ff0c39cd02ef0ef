package org.ctavo.soda.request;

import org.ctavo.spi.Category;
import org.ctavo.spi.FaultCode;

/** Faults of cut-outs. */
public enum SodaFault implements FaultCode {
    /** A parameter cannot be read, is missing or has a value that makes no sense. */
    USAGE(Category.USER),
    /** A parameter has several values where one is taken (SODA 1.0, section 4.2). */
    MULTI_VALUED(Category.USER),
    /** More combinations of values than a job may have. */
    TOO_MANY_CUTOUTS(Category.USER),
    /** There is no data product of that identifier. */
    NO_SUCH_PRODUCT(Category.NOT_FOUND),
    /** The data product is no event list. */
    NO_EVENT_LIST(Category.USER),
    /** The form of answer cannot hold this event list. */
    UNSUITABLE_FORMAT(Category.USER),
    /** As many cut-outs are being made as may be. */
    BUSY(Category.RESOURCES),
    /** The file changed while it was read, or since the archive took note of it. */
    CHANGED(Category.RESOURCES),
    /** The archive's own file is not what it should be. */
    BAD_SOURCE(Category.INTERNAL),
    /** The database does not answer. */
    DATABASE(Category.EXTERNAL);

    private final Category category;

    SodaFault(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
