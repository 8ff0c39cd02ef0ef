package org.ctavo.provenance.model;

import org.ctavo.spi.Category;
import org.ctavo.spi.FaultCode;

/** Faults of provenance documents and questions. */
public enum ProvenanceFault implements FaultCode {
    /** The document is not of its format; the message tells the line. */
    BAD_DOCUMENT(Category.USER),
    /** A value is not what the model allows. */
    BAD_VALUE(Category.USER),
    /** Two statements, or a statement and the archive, cannot both be true. */
    CONTRADICTION(Category.USER),
    /** What is told to groups alone would be seen by others. */
    WOULD_BE_SEEN(Category.USER),
    /** Something would come from itself. */
    CYCLE(Category.USER),
    /** The document is larger than allowed. */
    DOCUMENT_TOO_LARGE(Category.TOO_LARGE),
    /** The graph asked for is larger than is ever shown. */
    GRAPH_TOO_LARGE(Category.USER),
    /** Nothing of that identifier is known, or the caller may not see it. */
    UNKNOWN_ID(Category.NOT_FOUND),
    /** The database failed. */
    DATABASE_FAILED(Category.INTERNAL);

    private final Category category;

    ProvenanceFault(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
