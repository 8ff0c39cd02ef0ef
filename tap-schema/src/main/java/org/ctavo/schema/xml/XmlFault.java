package org.ctavo.schema.xml;

import org.ctavo.spi.Category;
import org.ctavo.spi.FaultCode;

/** Faults of XML documents that an operator gives. */
public enum XmlFault implements FaultCode {
    /** The document cannot be opened. */
    UNREADABLE_DOCUMENT(Category.USER),
    /** The document is not well-formed XML, or uses what is not allowed here. */
    BAD_XML(Category.USER),
    /** The document is larger or deeper than allowed. */
    DOCUMENT_TOO_LARGE(Category.TOO_LARGE);

    private final Category category;

    XmlFault(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
