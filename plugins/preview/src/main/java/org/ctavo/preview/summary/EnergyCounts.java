package org.ctavo.preview.summary;

import java.util.Optional;

import org.ctavo.archive.dl3.Span;

/** Counts of events in ten bins of energy a decade, each from its edge up to the next. */
public final class EnergyCounts {
    /** Bins in a decade. */
    public static final int PER_DECADE = 10;

    /** From 1 eV to 10 million TeV: whatever an event list may hold. */
    private static final int FIRST = -12 * PER_DECADE;

    private static final int BINS = 19 * PER_DECADE;

    private final int[] counts = new int[BINS];
    private int lowest = BINS;
    private int highest = -1;

    /** Adds an event of an energy in TeV. */
    void add(double energy) {
        int bin = (int) Math.floor(PER_DECADE * StrictMath.log10(energy)) - FIRST;
        bin = Math.max(0, Math.min(BINS - 1, bin));
        counts[bin]++;
        lowest = Math.min(lowest, bin);
        highest = Math.max(highest, bin);
    }

    /** The first and the last bin with events, as tenths of the decimal logarithm; empty if there are none. */
    public Optional<Span> range() {
        return highest < 0 ? Optional.empty() : Optional.of(new Span(lowest + FIRST, highest + FIRST));
    }

    /** Events from 10^(bin/10) TeV up to the next bin. */
    public int count(int bin) {
        int index = bin - FIRST;
        return index >= 0 && index < BINS ? counts[index] : 0;
    }

    /** The most events in one bin. */
    public int largest() {
        int most = 0;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        return most;
    }
}
