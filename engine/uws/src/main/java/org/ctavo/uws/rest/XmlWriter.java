package org.ctavo.uws.rest;

import java.io.IOException;
import java.io.Writer;

import org.ctavo.spi.XmlEscapes;

/** Writes XML piece by piece; text may be anything, names must be right. */
final class XmlWriter {
    private final Writer writer;

    XmlWriter(Writer writer) throws IOException {
        this.writer = writer;
        writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** An opening tag. */
    XmlWriter open(String name, String... attributes) throws IOException {
        tag(name, attributes);
        writer.write('>');
        return this;
    }

    /** A closing tag. */
    XmlWriter close(String name) throws IOException {
        writer.write("</");
        writer.write(name);
        writer.write(">\n");
        return this;
    }

    /** An element without content. */
    XmlWriter empty(String name, String... attributes) throws IOException {
        tag(name, attributes);
        writer.write("/>\n");
        return this;
    }

    /** An element with text in it. */
    XmlWriter element(String name, String text, String... attributes) throws IOException {
        open(name, attributes);
        writer.write(XmlEscapes.attribute(text));
        return close(name);
    }

    /** A line break for readers. */
    XmlWriter line() throws IOException {
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
                writer.write(XmlEscapes.attribute(attributes[i + 1]));
                writer.write('"');
            }
        }
    }
}
