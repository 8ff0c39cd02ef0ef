package org.ctavo.schema.load;

import org.ctavo.spi.Category;
import org.ctavo.spi.FaultCode;

/** Faults that end a load or an export before rows can be told apart. */
public enum LoadFault implements FaultCode {
    /** A file is of no known format, or named for no class of the model. */
    UNKNOWN_FILE(Category.USER),
    /** A file cannot be read. */
    UNREADABLE_FILE(Category.USER),
    /** The directory for an export cannot be written. */
    UNWRITABLE_DIRECTORY(Category.USER),
    /** The database failed. */
    DATABASE_FAILED(Category.EXTERNAL);

    private final Category category;

    LoadFault(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
