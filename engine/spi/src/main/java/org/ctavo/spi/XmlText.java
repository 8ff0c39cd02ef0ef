package org.ctavo.spi;

/**
 * XML 1.0 being written in memory: markup goes in as it stands, text and attribute values are escaped
 * ({@link XmlEscapes}). Not safe for use by several threads at once.
 */
public final class XmlText {
    private final StringBuilder out;

    /** Empty, to begin with. */
    public XmlText() {
        this(1024);
    }

    /** Empty, with room for so many characters. */
    public XmlText(int capacity) {
        this.out = new StringBuilder(capacity);
    }

    /** Adds markup as it stands. */
    public XmlText raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Adds character data. */
    public XmlText text(String text) {
        XmlEscapes.text(text, out);
        return this;
    }

    /** Adds an attribute with a space before it. */
    public XmlText attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        XmlEscapes.attribute(value, out);
        out.append('"');
        return this;
    }

    /** Adds an attribute unless its value is null or empty. */
    public XmlText optionalAttribute(String name, String value) {
        return value == null || value.isEmpty() ? this : attribute(name, value);
    }

    /** Adds an element that holds nothing but text. */
    public XmlText element(String name, String text) {
        out.append('<').append(name).append('>');
        XmlEscapes.text(text, out);
        out.append("</").append(name).append(">\n");
        return this;
    }

    /** Adds an element that holds nothing but text, unless the text is null or empty. */
    public XmlText optionalElement(String name, String text) {
        return text == null || text.isEmpty() ? this : element(name, text);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
