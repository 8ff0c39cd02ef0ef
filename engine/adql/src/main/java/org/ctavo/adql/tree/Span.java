package org.ctavo.adql.tree;

/**
 * Where something stands in the text of a query. All spans are equal to each other, so that positions take no part in
 * the equality of trees.
 */
public final class Span {
    /** Of what stands in no text. */
    public static final Span NONE = new Span(0, 0);

    private final int start;
    private final int end;

    /**
     * A stretch of text.
     *
     * @param start offset of its first character
     * @param end offset after its last character
     */
    public Span(int start, int end) {
        this.start = start;
        this.end = end;
    }

    /** Offset of the first character. */
    public int start() {
        return start;
    }

    /** Offset after the last character. */
    public int end() {
        return end;
    }

    /** From the start of this one to the end of the other. */
    public Span to(Span other) {
        return new Span(start, Math.max(end, other.end));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Span;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return start + "–" + end;
    }
}
