package org.ctavo.schema.model;

import org.ctavo.spi.Category;
import org.ctavo.spi.FaultCode;

/** Faults of data models. */
public enum ModelFault implements FaultCode {
    /** The document is neither VO-DML nor XMI. */
    NOT_A_MODEL(Category.USER),
    /** The model contradicts itself or leaves something out. */
    BROKEN_MODEL(Category.USER),
    /** The model is sound but cannot be brought into tables. */
    UNMAPPABLE_MODEL(Category.USER);

    private final Category category;

    ModelFault(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
