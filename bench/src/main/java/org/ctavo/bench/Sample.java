package org.ctavo.bench;

import java.util.Arrays;

/** Times of one case, in seconds. */
final class Sample {
    private final double[] sorted;

    Sample(double... seconds) {
        sorted = seconds.clone();
        Arrays.sort(sorted);
    }

    double median() {
        return quantile(0.5);
    }

    /** The value below which the given part of the times lies. */
    double quantile(double part) {
        return sorted[(int) Math.round(part * (sorted.length - 1))];
    }
}
