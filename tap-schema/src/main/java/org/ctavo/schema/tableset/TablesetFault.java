package org.ctavo.schema.tableset;

import org.ctavo.spi.Category;
import org.ctavo.spi.FaultCode;

/** Faults of tablesets. */
public enum TablesetFault implements FaultCode {
    /** The document is not a tableset, or describes a table in a way that TAP_SCHEMA cannot hold. */
    BAD_TABLESET(Category.USER),
    /** The tableset and the database do not agree. */
    TABLESET_DIFFERS(Category.USER);

    private final Category category;

    TablesetFault(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
