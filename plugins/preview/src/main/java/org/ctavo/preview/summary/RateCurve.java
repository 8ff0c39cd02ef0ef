package org.ctavo.preview.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.ctavo.archive.dl3.Span;

/** Counts of events in even bins of time, with how much good time each bin holds. For one thread while it is filled. */
public final class RateCurve {
    private static final int MOST_BINS = 60;

    private final List<Span> good;
    private final double[] starts;
    private final double width;
    private final int[] counts;
    private final double[] exposures;
    private long outside;

    /**
     * An empty curve.
     *
     * @param intervals good times in seconds after the first start; in any order, and they may overlap
     */
    public RateCurve(List<Span> intervals) {
        good = merged(intervals);
        starts = good.stream().mapToDouble(Span::low).toArray();
        double length = good.get(good.size() - 1).high();
        width = Steps.timeAtLeast(length / MOST_BINS);
        // A short rest at the end belongs to the bin before it: by itself it would be all error.
        counts = new int[(int) Math.max(1, Math.rint(length / width))];
        exposures = new double[counts.length];
        for (Span interval : good) {
            for (int bin = bin(interval.low()); bin <= bin(interval.high()); bin++) {
                double from = Math.max(interval.low(), edge(bin));
                double to = Math.min(interval.high(), edge(bin + 1));
                exposures[bin] += Math.max(0, to - from);
            }
        }
    }

    private static List<Span> merged(List<Span> intervals) {
        List<Span> sorted =
                intervals.stream().sorted(Comparator.comparingDouble(Span::low)).toList();
        List<Span> merged = new ArrayList<>();
        for (Span next : sorted) {
            Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && next.low() <= last.high()) {
                merged.set(merged.size() - 1, new Span(last.low(), Math.max(last.high(), next.high())));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }

    /** The bin that holds a time; the nearest where none does. */
    public int bin(double seconds) {
        return (int) Math.max(0, Math.min(counts.length - 1, Math.floor(seconds / width)));
    }

    /** Adds an event at a time in seconds after the first start; one outside good time is only counted. */
    void add(double seconds) {
        int at = Arrays.binarySearch(starts, seconds);
        int interval = at >= 0 ? at : -at - 2;
        if (interval >= 0 && seconds <= good.get(interval).high()) {
            counts[bin(seconds)]++;
        } else {
            outside++;
        }
    }

    /** Good times in order, without overlaps, in seconds after the first start. */
    public List<Span> good() {
        return good;
    }

    /** From the first start to the last stop, in seconds. */
    public double length() {
        return good.get(good.size() - 1).high();
    }

    /** Where a bin begins and the one before it ends, in seconds after the first start. */
    public double edge(int bin) {
        return bin >= counts.length ? length() : bin * width;
    }

    /** Width of all bins but the last, in seconds. */
    public double width() {
        return width;
    }

    /** How many bins there are. */
    public int bins() {
        return counts.length;
    }

    /** Events in a bin that lie in good time. */
    public int count(int bin) {
        return counts[bin];
    }

    /** Seconds of good time in a bin. */
    public double exposure(int bin) {
        return exposures[bin];
    }

    /** Events outside good time. */
    public long outside() {
        return outside;
    }
}
