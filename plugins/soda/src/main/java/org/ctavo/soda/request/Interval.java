package org.ctavo.soda.request;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A closed interval that may be open to one or both ends (DALI 1.1, section 3.3.4). Bounds are kept as they were
 * written, since a date and its microseconds need more digits than a double has.
 *
 * @param low lower bound; empty for none
 * @param high upper bound, not below the lower; empty for none
 */
public record Interval(Optional<BigDecimal> low, Optional<BigDecimal> high) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the bounds are turned round
     */
    public Interval {
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
            throw new IllegalArgumentException("its first value is above its second: write the lower bound first");
        }
    }

    /** Whether a number lies in it; NaN does in none. */
    public boolean contains(double value) {
        return value >= lowest() && value <= highest();
    }

    /** The lower bound, minus infinity if there is none. */
    public double lowest() {
        return low.map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY);
    }

    /** The upper bound, infinity if there is none. */
    public double highest() {
        return high.map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY);
    }

    /** As DALI writes it. */
    public String text() {
        return low.map(BigDecimal::toString).orElse("-Inf") + " "
                + high.map(BigDecimal::toString).orElse("+Inf");
    }
}
