package org.ctavo.archive.dl3;

import java.util.Optional;

/**
 * A range of numbers.
 *
 * @param low its lowest
 * @param high its highest, not below the lowest
 */
public record Span(double low, double high) {

    /** Checks the order; NaN is in no order. */
    public Span {
        if (!(low <= high)) {
            throw new IllegalArgumentException("Not a range: " + low + " to " + high);
        }
    }

    /** Finds the range of what it is given. */
    static final class Builder {
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        void add(double value) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }

        Optional<Span> span() {
            return low <= high ? Optional.of(new Span(low, high)) : Optional.empty();
        }
    }
}
