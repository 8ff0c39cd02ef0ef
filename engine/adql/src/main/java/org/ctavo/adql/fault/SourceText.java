package org.ctavo.adql.fault;

import org.ctavo.adql.tree.Span;

/** The text of a query: finds lines and columns, and underlines what is at fault. */
public final class SourceText {
    private static final int WIDTH = 100;

    private final String text;

    /** The text of a query. */
    public SourceText(String text) {
        this.text = text;
    }

    /** A fault at a place of this text. */
    public AdqlFault fault(AdqlCode code, Span span, String message, String remedy) {
        int start = Math.min(span.start(), text.length());
        int lineStart = lineStart(start);
        int line = 1;
        for (int i = 0; i < lineStart; i++) {
            if (isLineBreak(i)) {
                line++;
            }
        }
        int end = Math.max(start + 1, Math.min(span.end(), lineEnd(start)));
        int column = text.codePointCount(lineStart, start) + 1;
        int length = end > text.length() ? 1 : Math.max(1, text.codePointCount(start, end));
        return new AdqlFault(code, line, column, length, printable(message), printable(remedy));
    }

    /** The fault in words, with its line of the text and what is at fault underlined. */
    public String render(AdqlFault fault) {
        int lineStart = 0;
        for (int line = 1; line < fault.line(); line++) {
            while (!isLineBreak(lineStart)) {
                lineStart++;
            }
            lineStart++;
        }
        int[] line = text.substring(lineStart, lineEnd(lineStart)).codePoints().toArray();
        int start = fault.column() - 1;
        int from = start < WIDTH ? 0 : start - WIDTH / 2;
        int to = Math.min(line.length, from + WIDTH);
        StringBuilder shown = new StringBuilder(from > 0 ? "…" : "");
        int indent = shown.length() + start - from;
        for (int i = from; i < to; i++) {
            shown.appendCodePoint(printable(line[i]));
        }
        shown.append(to < line.length ? "…" : "");
        int marks = Math.max(1, Math.min(fault.length(), to - start));
        return "line " + fault.line() + ", column " + fault.column() + ": " + fault.sentence() + "\n  " + shown + "\n  "
                + " ".repeat(indent) + "^".repeat(marks);
    }

    private static int printable(int c) {
        if (c == '\t') {
            return ' ';
        }
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || isSurrogate(c) ? '\uFFFD' : c;
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static String printable(String words) {
        StringBuilder clean = new StringBuilder(words.length());
        words.codePoints().forEach(c -> clean.appendCodePoint(c == '\n' ? ' ' : printable(c)));
        return clean.toString();
    }

    private boolean isLineBreak(int i) {
        char c = text.charAt(i);
        return c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
    }

    private int lineStart(int offset) {
        int start = offset;
        while (start > 0 && !isLineBreak(start - 1)) {
            start--;
        }
        return start;
    }

    private int lineEnd(int offset) {
        int end = offset;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
