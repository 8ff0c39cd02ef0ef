package org.ctavo.datalink.bundle;

import org.ctavo.spi.Category;
import org.ctavo.spi.FaultCode;

/** Why a package is not made. */
public enum PackageFault implements FaultCode {
    /** More products or bytes than one package may hold. */
    PACKAGE_TOO_LARGE(Category.TOO_LARGE),
    /** Two products are runs of the same number, which index tables cannot tell apart. */
    SAME_RUN_NUMBER(Category.USER),
    /** The terms of use that must go with the data are not there. */
    TERMS_MISSING(Category.EXTERNAL),
    /** A product that was asked for does not exist, or has no files. */
    NO_SUCH_PRODUCT(Category.NOT_FOUND);

    private final Category category;

    PackageFault(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
