package org.ctavo.preview.summary;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Counts of events in square bins on the sky around the pointing. For one thread while it is filled. */
public final class SkyCounts {
    /** How far the map reaches beyond the field of view, so that its edge is seen. */
    private static final double MARGIN = 1.1;

    /** Where nothing tells the field of view: that of today's telescopes fits, degrees. */
    private static final double USUAL_RADIUS = 3;

    private static final int MOST_BINS = 160;

    private final SkyProjection projection;
    private final OptionalDouble radius;
    private final double binSize;
    private final int bins;
    private final int[] counts;
    private long total;
    private long mapped;
    private long inView;

    /**
     * An empty map.
     *
     * @param ra of the pointing, degrees
     * @param dec of the pointing, degrees
     * @param radius of the field of view, degrees; empty if nobody knows
     */
    public SkyCounts(double ra, double dec, OptionalDouble radius) {
        this.projection = new SkyProjection(ra, dec);
        this.radius = radius;
        double half = Math.min(90, radius.orElse(USUAL_RADIUS) * MARGIN);
        this.binSize = Steps.atLeast(2 * half / MOST_BINS);
        this.bins = 2 * (int) Math.max(1, Math.ceil(half / binSize - 1e-9));
        this.counts = new int[bins * bins];
    }

    /** Adds an event. */
    void add(double ra, double dec) {
        total++;
        double[] place = projection.place(ra, dec);
        if (place[0] * place[0] + place[1] * place[1] <= radius.orElse(180) * radius.orElse(180)) {
            inView++;
        }
        int column = (int) Math.floor(place[0] / binSize) + bins / 2;
        int row = (int) Math.floor(place[1] / binSize) + bins / 2;
        if (column >= 0 && column < bins && row >= 0 && row < bins) {
            mapped++;
            counts[row * bins + column]++;
        }
    }

    /** How directions fall on the map. */
    public SkyProjection projection() {
        return projection;
    }

    /** Radius of the field of view in degrees; empty if nobody knows. */
    public OptionalDouble radius() {
        return radius;
    }

    /** Side of a bin in degrees. */
    public double binSize() {
        return binSize;
    }

    /** Bins from the map's edge to its other edge. */
    public int bins() {
        return bins;
    }

    /** From the map's centre to its edges, in degrees. */
    public double half() {
        return bins * binSize / 2;
    }

    /** Events in a bin; columns from west to east, rows from south to north. */
    public int count(int column, int row) {
        return counts[row * bins + column];
    }

    /** The most events in one bin. */
    public int largest() {
        return Arrays.stream(counts).max().orElse(0);
    }

    /** All events, wherever. */
    public long total() {
        return total;
    }

    /** Events on the map. */
    public long mapped() {
        return mapped;
    }

    /** Events within the field of view; all where nobody knows it. */
    public long inView() {
        return inView;
    }
}
