package org.ctavo.tap.schema;

import org.ctavo.spi.Category;
import org.ctavo.spi.FaultCode;

/** Faults of what is published. */
public enum SchemaFault implements FaultCode {
    /** What a plugin says of its tables is not what the database has. */
    METADATA_MISMATCH;

    @Override
    public Category category() {
        return Category.INTERNAL;
    }
}
