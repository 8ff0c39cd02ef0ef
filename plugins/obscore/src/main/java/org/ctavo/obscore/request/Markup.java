package org.ctavo.obscore.request;

/** Text in XML 1.0. */
public final class Markup {
    private Markup() {}

    /** Text fit for content and attributes; what XML cannot hold becomes U+FFFD. */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isLegal(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean isLegal(int c) {
        boolean isSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return c >= 0x20 ? !isSurrogate && c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n';
    }
}
