package org.ctavo.preview.draw;

/**
 * A rectangle in pixels; y grows downwards.
 *
 * @param left edge
 * @param top edge
 * @param right edge, not before the left one
 * @param bottom edge, not above the top one
 */
public record Box(double left, double top, double right, double bottom) {

    /** Checks the order. */
    public Box {
        if (!(left <= right && top <= bottom)) {
            throw new IllegalArgumentException("Not a box: " + left + ", " + top + ", " + right + ", " + bottom);
        }
    }

    /** Width in pixels. */
    public double width() {
        return right - left;
    }

    /** Height in pixels. */
    public double height() {
        return bottom - top;
    }

    /** The part that lies in another one as well; without area where they do not meet. */
    Box within(Box other) {
        double l = Math.max(left, other.left);
        double t = Math.max(top, other.top);
        return new Box(l, t, Math.max(l, Math.min(right, other.right)), Math.max(t, Math.min(bottom, other.bottom)));
    }
}
