package org.ctavo.tap.xml;

/**
 * XML 1.0 being written: markup goes in as it stands, text and attribute values are escaped, and characters that XML
 * cannot hold become U+FFFD. Not safe for use by several threads at once.
 */
public final class XmlText {
    private static final char REPLACEMENT = '\uFFFD';

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
        escape(text, false);
        return this;
    }

    /** Adds an attribute with a space before it. */
    public XmlText attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value, true);
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
        escape(text, false);
        out.append("</").append(name).append(">\n");
        return this;
    }

    /** Adds an element that holds nothing but text, unless the text is null or empty. */
    public XmlText optionalElement(String name, String text) {
        return text == null || text.isEmpty() ? this : element(name, text);
    }

    private void escape(String text, boolean inAttribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append(inAttribute ? "&quot;" : "\"");
                case '\r' -> out.append("&#13;");
                    // A parser makes spaces of these in an attribute unless they are references.
                case '\n' -> out.append(inAttribute ? "&#10;" : "\n");
                case '\t' -> out.append(inAttribute ? "&#9;" : "\t");
                default -> {
                    if (Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        out.append(c).append(text.charAt(++i));
                    } else {
                        out.append(isLegal(c) ? c : REPLACEMENT);
                    }
                }
            }
        }
    }

    private static boolean isLegal(char c) {
        return c >= 0x20 && !Character.isSurrogate(c) && c < 0xFFFE;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
