package org.ctavo.soda.cutout;

import java.util.OptionalDouble;

/** The first and last of some events. For one thread. */
final class EventTimes {
    private double first = Double.POSITIVE_INFINITY;
    private double last = Double.NEGATIVE_INFINITY;

    void add(double time) {
        first = Math.min(first, time);
        last = Math.max(last, time);
    }

    /** What is to be told of events that an interval took outside all good time: when they were, and no exposure. */
    Exposure withoutGoodTime() {
        return new Exposure(first, last, 0, OptionalDouble.of(0));
    }
}
