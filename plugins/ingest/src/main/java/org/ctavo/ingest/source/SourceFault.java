package org.ctavo.ingest.source;

import org.ctavo.spi.Category;
import org.ctavo.spi.FaultCode;

/** Failures of an ingest that are not the fault of one file's content. */
public enum SourceFault implements FaultCode {
    /** A file or directory to ingest is not there. */
    NO_SUCH_INPUT(Category.USER),
    /** A file was named that holds no event list. */
    NO_EVENT_LIST(Category.USER),
    /** The file an index names is not there. */
    MISSING_FILE(Category.USER),
    /** Several files could be meant. */
    AMBIGUOUS(Category.USER),
    /** Two files of one ingest hold different versions of one run. */
    CONFLICT(Category.USER),
    /** A file changed while it was read. */
    CHANGED(Category.USER),
    /** A setting cannot be used. */
    BAD_SETTING(Category.USER),
    /** Something that should not happen did. */
    UNEXPECTED(Category.INTERNAL);

    private final Category category;

    SourceFault(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
