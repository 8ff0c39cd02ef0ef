package org.ctavo.archive.dl3;

import org.ctavo.spi.Category;
import org.ctavo.spi.FaultCode;

/** Why a FITS file is no event list that can be published. */
public enum Dl3Fault implements FaultCode {
    /** The file holds no event list. */
    NOT_DL3,
    /** Something that cannot be done without is missing. */
    INCOMPLETE,
    /** A unit, time scale or coordinate system is not one that can be converted. */
    UNSUPPORTED,
    /** Values contradict each other or nature. */
    IMPLAUSIBLE,
    /** What an index says is not what the file holds. */
    INDEX_MISMATCH;

    @Override
    public Category category() {
        return Category.USER;
    }
}
