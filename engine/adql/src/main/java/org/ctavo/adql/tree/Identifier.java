package org.ctavo.adql.tree;

import java.util.Locale;
import java.util.Objects;

/**
 * A name (ADQL 2.1, section 2.1.4). A regular identifier names anything that is spelled alike in any case; a delimited
 * one names what is spelled exactly so.
 *
 * @param text the name itself, without delimiters, a doubled quotation mark being single
 * @param delimited whether it was written between quotation marks
 * @param span its place
 */
public record Identifier(String text, boolean delimited, Span span) implements Node {

    /** Checks that it is not empty. */
    public Identifier {
        Objects.requireNonNull(span, "span");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a name has at least one character");
        }
    }

    /** A regular identifier that stands in no text. */
    public static Identifier regular(String text) {
        return new Identifier(text, false, Span.NONE);
    }

    /** A delimited identifier that stands in no text. */
    public static Identifier delimited(String text) {
        return new Identifier(text, true, Span.NONE);
    }

    /** A name as table and column metadata write it: between quotation marks if it is to be taken exactly. */
    public static Identifier ofMetadata(String written) {
        if (written.length() > 2 && written.startsWith("\"") && written.endsWith("\"")) {
            return delimited(written.substring(1, written.length() - 1).replace("\"\"", "\""));
        }
        return regular(written);
    }

    /** Whether this, written in a query, can mean something of the given plain name. */
    public boolean means(String name) {
        return delimited ? text.equals(name) : text.equalsIgnoreCase(name);
    }

    /** The name in lower case, under which indexes of names keep it. */
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** As it is written in a query. */
    public String written() {
        return delimited ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    @Override
    public String toString() {
        return written();
    }
}
