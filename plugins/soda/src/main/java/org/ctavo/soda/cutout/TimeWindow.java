package org.ctavo.soda.cutout;

import org.ctavo.archive.dl3.TimeFrame;
import org.ctavo.soda.request.Interval;

/**
 * A closed interval of a table's own times.
 *
 * @param start minus infinity for an open one
 * @param stop infinity for an open one
 */
record TimeWindow(double start, double stop) {
    /** No limits. */
    static final TimeWindow ALWAYS = new TimeWindow(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** The window that an interval of MJD, UTC, means in a frame. */
    static TimeWindow of(Interval utc, TimeFrame frame) {
        return new TimeWindow(
                utc.low().map(frame::ofUtc).orElse(ALWAYS.start),
                utc.high().map(frame::ofUtc).orElse(ALWAYS.stop));
    }

    boolean contains(double time) {
        return time >= start && time <= stop;
    }
}
