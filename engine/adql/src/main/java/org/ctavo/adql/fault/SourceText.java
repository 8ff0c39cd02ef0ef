package org.ctavo.adql.fault;

import org.ctavo.adql.tree.Span;

/**
 * The text of a query: finds lines and columns, and underlines what is at fault. Places count characters,
 * not the halves of surrogate pairs. For one query; not safe for use by several threads at once.
 */
public final class SourceText {
    private static final int WIDTH = 100;

    private final String text;
    private int[] points;

    /** The text of a query. */
    public SourceText(String text) {
        this.text = text;
    }

    private int[] points() {
        if (points == null) {
            points = text.codePoints().toArray();
        }
        return points;
    }

    /** A fault at a place of this text. */
    public AdqlFault fault(AdqlCode code, Span span, String message, String remedy) {
        int[] points = points();
        int start = Math.min(span.start(), points.length);
        int lineStart = start;
        while (lineStart > 0 && !isLineBreak(points, lineStart - 1)) {
            lineStart--;
        }
        int line = 1;
        for (int i = 0; i < lineStart; i++) {
            line += isLineBreak(points, i) ? 1 : 0;
        }
        int end = Math.max(start + 1, Math.min(span.end(), lineEnd(points, start)));
        return new AdqlFault(code, line, start - lineStart + 1, end - start, printable(message), printable(remedy));
    }

    /** The fault in words, with its line of the text and what is at fault underlined. */
    public String render(AdqlFault fault) {
        int[] points = points();
        int lineStart = 0;
        for (int line = 1; line < fault.line(); lineStart++) {
            line += isLineBreak(points, lineStart) ? 1 : 0;
        }
        int lineEnd = lineEnd(points, lineStart);
        int start = lineStart + fault.column() - 1;
        int needed = start - lineStart + Math.min(fault.length(), WIDTH / 2);
        int from = needed < WIDTH ? lineStart : start - WIDTH / 3;
        int to = Math.min(lineEnd, from + WIDTH);
        StringBuilder shown = new StringBuilder(from > lineStart ? "…" : "");
        int indent = shown.length() + start - from;
        for (int i = from; i < to; i++) {
            shown.appendCodePoint(printable(points[i]));
        }
        shown.append(to < lineEnd ? "…" : "");
        int marks = Math.max(1, Math.min(fault.length(), to - start));
        return "line " + fault.line() + ", column " + fault.column() + ": " + fault.sentence() + "\n  " + shown + "\n  "
                + " ".repeat(indent) + "^".repeat(marks);
    }

    /** What the text says at a place, cut to a few words. */
    public String shown(Span span) {
        int[] points = points();
        int end = Math.min(span.end(), points.length);
        int length = Math.max(0, end - span.start());
        String part = new String(points, Math.min(span.start(), end), Math.min(length, 60));
        return (length > 60 ? part + "…" : part).replaceAll("\\s+", " ");
    }

    private static int printable(int c) {
        if (c == '\t' || c == '\n' || c == '\r') {
            return ' ';
        }
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean invisible = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
        return surrogate || invisible || c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c;
    }

    private static String printable(String words) {
        StringBuilder clean = new StringBuilder(words.length());
        words.codePoints().forEach(c -> clean.appendCodePoint(printable(c)));
        return clean.toString();
    }

    private static boolean isLineBreak(int[] points, int i) {
        return points[i] == '\n' || (points[i] == '\r' && (i + 1 == points.length || points[i + 1] != '\n'));
    }

    private static int lineEnd(int[] points, int from) {
        int end = from;
        while (end < points.length && points[end] != '\n' && points[end] != '\r') {
            end++;
        }
        return end;
    }
}
