package org.ctavo.preview.summary;

import org.ctavo.spi.Category;
import org.ctavo.spi.FaultCode;

/** Why there is no picture. */
public enum PreviewFault implements FaultCode {
    /** The file is not the one that was listed. */
    CHANGED(Category.RESOURCES),
    /** Too many pictures are to be drawn at present. */
    BUSY(Category.RESOURCES),
    /** The file cannot be read as an event list. */
    NOT_DRAWABLE(Category.EXTERNAL);

    private final Category category;

    PreviewFault(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
