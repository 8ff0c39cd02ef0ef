package org.ctavo.schema.writing;

/** Text made safe for XML and HTML. */
final class Xml {
    private Xml() {}

    /** Text or an attribute's value; control characters that XML cannot hold become spaces. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
            }
        });
        return escaped.toString();
    }
}
