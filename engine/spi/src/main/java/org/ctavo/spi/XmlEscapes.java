package org.ctavo.spi;

/**
 * Text as XML 1.0 has it: what would be markup becomes references, and what no document may hold (most control
 * characters, halves of surrogate pairs, U+FFFE and U+FFFF) becomes U+FFFD. Fit for HTML too.
 */
public final class XmlEscapes {
    private static final char REPLACEMENT = '\uFFFD';

    private XmlEscapes() {}

    /** Text as the content of an element. */
    public static String text(String text) {
        return escaped(text, false);
    }

    /** Text as an attribute's value between double quotes; as content it means the same. */
    public static String attribute(String text) {
        return escaped(text, true);
    }

    /** Adds text as the content of an element to what is being written. */
    public static void text(String text, StringBuilder out) {
        escape(text, 0, false, out);
    }

    /** Adds text as an attribute's value to what is being written. */
    public static void attribute(String text, StringBuilder out) {
        escape(text, 0, true, out);
    }

    /** Whether XML 1.0 can hold a character at all, be it as a reference (section 2.2). */
    public static boolean isLegal(int codePoint) {
        if (codePoint < ' ') {
            return codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
        }
        boolean isSurrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return !isSurrogate && codePoint != 0xFFFE && codePoint != 0xFFFF;
    }

    /** Most texts need nothing: those are given back as they are. */
    private static String escaped(String text, boolean inAttribute) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                StringBuilder out = new StringBuilder(text.length() + 32).append(text, 0, i);
                escape(text, i, inAttribute, out);
                return out.toString();
            }
        }
        return text;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < Character.MIN_SURROGATE && c != '<' && c != '>' && c != '&' && c != '"';
    }

    private static void escape(String text, int from, boolean inAttribute, StringBuilder out) {
        int i = from;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append(inAttribute ? "&quot;" : "\"");
                    // A parser makes a line feed of a return, and spaces of both and of tabs in an attribute, unless
                    // they are references.
                case '\r' -> out.append("&#13;");
                case '\n' -> out.append(inAttribute ? "&#10;" : "\n");
                case '\t' -> out.append(inAttribute ? "&#9;" : "\t");
                default -> out.appendCodePoint(isLegal(c) ? c : REPLACEMENT);
            }
        }
    }
}
