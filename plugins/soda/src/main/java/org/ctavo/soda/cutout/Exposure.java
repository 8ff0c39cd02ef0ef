package org.ctavo.soda.cutout;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.ctavo.archive.dl3.Span;
import org.ctavo.archive.dl3.TimeFrame;
import org.ctavo.archive.fits.FitsHeader;
import org.ctavo.soda.request.Interval;

/**
 * What a cut in time leaves of an observation, as the header of its event list must say it.
 *
 * @param start first moment, in the event list's own time
 * @param stop last moment
 * @param ontime seconds of good time
 * @param livetime seconds without dead time; empty where the list does not tell its dead time
 */
record Exposure(double start, double stop, double ontime, OptionalDouble livetime) {

    /**
     * What is left.
     *
     * @param keywords of the event list
     * @param cuts its tables of good times, cut; the first one counts
     * @return empty if no good time is left
     */
    static Optional<Exposure> of(FitsHeader keywords, Interval utc, List<GoodTimesCut> cuts) {
        TimeFrame frame = TimeFrame.of(keywords);
        if (cuts.isEmpty()) {
            TimeWindow window = TimeWindow.of(utc, frame);
            double start = Math.max(keywords.number("TSTART").orElse(window.start()), window.start());
            double stop = Math.min(keywords.number("TSTOP").orElse(window.stop()), window.stop());
            boolean isLimited = Double.isFinite(start) && Double.isFinite(stop);
            return isLimited && start <= stop
                    ? Optional.of(of(keywords, start, stop, frame.seconds(stop - start)))
                    : Optional.empty();
        }
        GoodTimesCut good = cuts.get(0);
        List<Span> spans = good.spans();
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(of(
                keywords,
                inFrame(frame, good.frame(), GoodTimesCut.first(spans)),
                inFrame(frame, good.frame(), GoodTimesCut.last(spans)),
                GoodTimesCut.seconds(spans, good.frame())));
    }

    private static double inFrame(TimeFrame frame, TimeFrame other, double time) {
        return frame.equals(other) ? time : other.since(frame, time) / frame.secondsPerUnit();
    }

    private static Exposure of(FitsHeader keywords, double start, double stop, double ontime) {
        OptionalDouble alive = keywords.number("DEADC");
        OptionalDouble live = keywords.number("LIVETIME");
        OptionalDouble on = keywords.number("ONTIME");
        if (alive.isEmpty() && live.isPresent() && on.orElse(0) > 0) {
            alive = OptionalDouble.of(live.getAsDouble() / on.getAsDouble());
        }
        return new Exposure(
                start,
                stop,
                ontime,
                alive.isPresent() ? OptionalDouble.of(alive.getAsDouble() * ontime) : OptionalDouble.empty());
    }
}
