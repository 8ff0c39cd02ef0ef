package org.ctavo.soda.cutout;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** XML being written. For one thread. */
public final class XmlText {
    private final StringBuilder text = new StringBuilder(4096);

    /** Adds mark-up as it is. */
    public XmlText raw(String markup) {
        text.append(markup);
        return this;
    }

    /** Adds text, escaped. */
    public XmlText text(String value) {
        escape(value, text);
        return this;
    }

    /** Adds an attribute to the element begun. */
    public XmlText attribute(String name, String value) {
        text.append(' ').append(name).append("=\"");
        escape(value, text);
        text.append('"');
        return this;
    }

    XmlText attributeUnlessEmpty(String name, String value) {
        return value.isEmpty() ? this : attribute(name, value);
    }

    /** Writes text so that no part of it is mark-up; what XML cannot hold becomes a question mark. */
    static void escape(String value, StringBuilder to) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '"' -> to.append("&quot;");
                case '\n', '\t', '\r' -> to.append("&#").append((int) c).append(';');
                default -> to.append(c < ' ' || c > 0xfffd ? '?' : c);
            }
        }
    }

    /** A text as part of an address's query. */
    public static String urlEncoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
