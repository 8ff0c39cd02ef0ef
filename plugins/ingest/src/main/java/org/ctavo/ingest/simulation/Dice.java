package org.ctavo.ingest.simulation;

import java.util.SplittableRandom;

/** Random numbers that are the same on every machine. For one thread. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From 0 to below 1. */
    double uniform() {
        return random.nextDouble();
    }

    /** Of mean 0 and width 1 (Box and Muller). */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** A number of events where so many are expected; large numbers are near enough normal. */
    int poisson(double expected) {
        if (expected > 500) {
            return (int) StrictMath.max(0, StrictMath.rint(expected + StrictMath.sqrt(expected) * normal()));
        }
        double limit = StrictMath.exp(-expected);
        int count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }

    /** A value from a tabulated density: linear within the bin that was drawn. */
    double from(double[] edges, double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double drawn = uniform() * total;
        int bin = 0;
        while (bin < weights.length - 1 && drawn >= weights[bin]) {
            drawn -= weights[bin++];
        }
        return edges[bin] + (edges[bin + 1] - edges[bin]) * uniform();
    }
}
