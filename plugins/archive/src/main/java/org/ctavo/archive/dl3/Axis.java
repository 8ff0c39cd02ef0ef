package org.ctavo.archive.dl3;

import java.util.Arrays;

import org.ctavo.archive.fits.FitsColumn;
import org.ctavo.archive.fits.TableLayout;
import org.ctavo.archive.fits.TableRow;
import org.ctavo.spi.Fault;

/** An axis of an instrument response: bins, or nodes where both edges are the same. Immutable. */
final class Axis {
    private final double[] low;
    private final double[] high;

    Axis(double[] low, double[] high) {
        this.low = low.clone();
        this.high = high.clone();
        if (low.length == 0 || low.length != high.length) {
            throw new Fault(Dl3Fault.IMPLAUSIBLE, "An axis of an instrument response has no bins.");
        }
        for (int i = 0; i < low.length; i++) {
            if (!(low[i] <= high[i]) || !Double.isFinite(low[i]) || !Double.isFinite(high[i])) {
                throw new Fault(Dl3Fault.IMPLAUSIBLE, "An axis of an instrument response has a bin without width.");
            }
        }
    }

    static Axis read(TableLayout layout, TableRow row, String... names) {
        for (String name : names) {
            if (layout.has(name + "_LO", name + "_HI")) {
                return new Axis(numbers(layout, row, name + "_LO"), numbers(layout, row, name + "_HI"));
            }
        }
        throw new Fault(Dl3Fault.INCOMPLETE, "An instrument response lacks the axis " + Arrays.toString(names) + ".");
    }

    static double[] numbers(TableLayout layout, TableRow row, String name) {
        FitsColumn column = layout.column(name)
                .filter(FitsColumn::isNumeric)
                .orElseThrow(() -> new Fault(
                        Dl3Fault.INCOMPLETE, "An instrument response lacks the numeric column " + name + "."));
        return row.numbers(column);
    }

    int size() {
        return low.length;
    }

    double low(int bin) {
        return low[bin];
    }

    double high(int bin) {
        return high[bin];
    }

    /** Geometric mean of the edges: the middle of an energy bin. */
    double middle(int bin) {
        return Math.sqrt(low[bin] * high[bin]);
    }

    /** The bin that holds a value, else the one whose nearer edge is closest. */
    int nearest(double value) {
        int best = 0;
        double bestDistance = Double.POSITIVE_INFINITY;
        for (int i = 0; i < low.length; i++) {
            boolean holds = value >= low[i] && (value < high[i] || value == low[i]);
            double distance = holds ? -1 : Math.min(Math.abs(value - low[i]), Math.abs(value - high[i]));
            if (distance < bestDistance) {
                bestDistance = distance;
                best = i;
            }
        }
        return best;
    }
}
