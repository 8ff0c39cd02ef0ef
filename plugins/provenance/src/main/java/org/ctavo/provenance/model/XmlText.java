package org.ctavo.provenance.model;

/** Escapes text for XML. Characters that XML 1.0 cannot hold at all become the replacement character. */
public final class XmlText {
    private XmlText() {}

    /** As the content of an element. */
    public static String text(String text) {
        return escaped(text, false);
    }

    /** As an attribute's value between double quotes. */
    public static String attribute(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean isAttribute) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append(isAttribute ? "&quot;" : "\"");
                case '\r' -> escaped.append("&#13;");
                case '\n', '\t' -> escaped.append(isAttribute ? "&#" + (int) c + ";" : c);
                default -> escaped.append(c < ' ' || c == '\ufffe' || c == '\uffff' ? '\ufffd' : c);
            }
        }
        return escaped.toString();
    }
}
