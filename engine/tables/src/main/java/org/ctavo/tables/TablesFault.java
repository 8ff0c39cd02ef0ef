package org.ctavo.tables;

import org.ctavo.spi.Category;
import org.ctavo.spi.FaultCode;

/** Faults of tables that are brought or asked for in other formats. */
public enum TablesFault implements FaultCode {
    /** A result does not fit into the space for formats that need all rows before the first. */
    RESULT_TOO_LARGE(Category.TOO_LARGE),
    /** The parameter UPLOAD cannot be read. */
    BAD_UPLOAD_PARAMETER(Category.USER),
    /** An upload's content cannot be fetched. */
    UPLOAD_NOT_FETCHED(Category.USER),
    /** An upload's address is one that this service does not go to. */
    UPLOAD_ADDRESS_REFUSED(Category.FORBIDDEN),
    /** An upload is no table, or one that cannot be a table of the database. */
    UPLOAD_NOT_READABLE(Category.USER),
    /** An upload is larger than allowed. */
    UPLOAD_TOO_LARGE(Category.TOO_LARGE),
    /** There is no space for temporary files. */
    NO_SPACE(Category.RESOURCES);

    private final Category category;

    TablesFault(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
