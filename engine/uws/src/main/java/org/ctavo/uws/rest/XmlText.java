package org.ctavo.uws.rest;

import java.io.IOException;
import java.io.Writer;

/** Writes XML piece by piece; text may be anything, names must be right. */
final class XmlText {
    private final Writer writer;

    XmlText(Writer writer) throws IOException {
        this.writer = writer;
        writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** An opening tag. */
    XmlText open(String name, String... attributes) throws IOException {
        tag(name, attributes);
        writer.write('>');
        return this;
    }

    /** A closing tag. */
    XmlText close(String name) throws IOException {
        writer.write("</");
        writer.write(name);
        writer.write(">\n");
        return this;
    }

    /** An element without content. */
    XmlText empty(String name, String... attributes) throws IOException {
        tag(name, attributes);
        writer.write("/>\n");
        return this;
    }

    /** An element with text in it. */
    XmlText element(String name, String text, String... attributes) throws IOException {
        open(name, attributes);
        text(text);
        return close(name);
    }

    /** A line break for readers. */
    XmlText line() throws IOException {
        writer.write('\n');
        return this;
    }

    void flush() throws IOException {
        writer.flush();
    }

    /** Attributes are names and values in turn; a null value leaves the attribute out. */
    private void tag(String name, String... attributes) throws IOException {
        writer.write('<');
        writer.write(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                writer.write(' ');
                writer.write(attributes[i]);
                writer.write("=\"");
                text(attributes[i + 1]);
                writer.write('"');
            }
        }
    }

    private void text(String text) throws IOException {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            String escape = escape(text.charAt(i));
            if (escape != null) {
                writer.write(text, from, i - from);
                writer.write(escape);
                from = i + 1;
            }
        }
        writer.write(text, from, text.length() - from);
    }

    /** What stands for a character that cannot stand for itself; null for all others. */
    private static String escape(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\r' -> "&#13;";
            case '\n' -> "&#10;";
            case '\t' -> "&#9;";
            case '\uFFFE', '\uFFFF' -> "\uFFFD";
            default -> {
                if (c < ' ') {
                    yield "\uFFFD";
                }
                yield null;
            }
        };
    }
}
