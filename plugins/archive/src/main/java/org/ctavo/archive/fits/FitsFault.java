package org.ctavo.archive.fits;

import org.ctavo.spi.Category;
import org.ctavo.spi.FaultCode;

/** Why a file cannot be read as FITS. */
public enum FitsFault implements FaultCode {
    /** The file cannot be opened or read at all. */
    UNREADABLE,
    /** The file holds no byte. */
    EMPTY,
    /** The file does not begin as a FITS file does. */
    NOT_FITS,
    /** The file ends too early. */
    TRUNCATED,
    /** What is stored contradicts a checksum or the FITS standard. */
    DAMAGED;

    @Override
    public Category category() {
        return Category.USER;
    }
}
