package org.ctavo.archive;

import org.ctavo.spi.Category;
import org.ctavo.spi.FaultCode;

/** Failures of the archive. */
public enum ArchiveFault implements FaultCode {
    /** A file lies below none of the archive's directories, or is reached by a link that leaves them. */
    OUTSIDE_ROOTS(Category.USER),
    /** A file that the archive lists is not there. */
    NO_SUCH_FILE(Category.NOT_FOUND),
    /** A name cannot be part of an identifier. */
    BAD_IDENTIFIER(Category.USER),
    /** A setting's value contradicts another. */
    BAD_SETTING(Category.USER),
    /** The database does not answer. */
    DATABASE(Category.EXTERNAL),
    /** The database does not take what it is given. */
    REFUSED(Category.INTERNAL);

    private final Category category;

    ArchiveFault(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
