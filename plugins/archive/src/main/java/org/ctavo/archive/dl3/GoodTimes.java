package org.ctavo.archive.dl3;

import java.util.ArrayList;
import java.util.List;

import org.ctavo.archive.fits.FitsColumn;
import org.ctavo.archive.fits.FitsFile;
import org.ctavo.archive.fits.Hdu;
import org.ctavo.archive.fits.TableLayout;
import org.ctavo.spi.Fault;

/**
 * Good time intervals (GADF, "GTI").
 *
 * @param hduName EXTNAME in upper case
 * @param frame what the times count from
 * @param intervals each with its start and stop in the frame's unit; at least one, in the table's order
 */
public record GoodTimes(String hduName, TimeFrame frame, List<Span> intervals) {
    /** A night has some dozens. */
    private static final int MOST = 100_000;

    /** Copies the list. */
    public GoodTimes {
        intervals = List.copyOf(intervals);
    }

    static GoodTimes read(FitsFile file, Hdu hdu, TableLayout layout) {
        TimeFrame frame = TimeFrame.of(hdu.header());
        FitsColumn start = column(layout, "START");
        FitsColumn stop = column(layout, "STOP");
        if (layout.rows() == 0 || layout.rows() > MOST) {
            throw new Fault(Dl3Fault.IMPLAUSIBLE, "The table of good times has " + layout.rows() + " rows.");
        }
        List<Span> intervals = new ArrayList<>();
        file.rows(layout, row -> {
            double from = row.number(start);
            double to = row.number(stop);
            if (!(from < to) || Double.isInfinite(from) || Double.isInfinite(to)) {
                throw new Fault(
                        Dl3Fault.IMPLAUSIBLE,
                        "Good time interval " + (intervals.size() + 1) + " does not end after it starts.");
            }
            intervals.add(new Span(from, to));
        });
        return new GoodTimes(hdu.extensionName(), frame, intervals);
    }

    private static FitsColumn column(TableLayout layout, String name) {
        return layout.column(name)
                .filter(FitsColumn::isNumeric)
                .orElseThrow(() ->
                        new Fault(Dl3Fault.INCOMPLETE, "The table of good times has no numeric column " + name + "."));
    }

    /** From the first start to the last stop, in the frame's unit. */
    public Span extent() {
        double low = intervals.stream().mapToDouble(Span::low).min().orElseThrow();
        double high = intervals.stream().mapToDouble(Span::high).max().orElseThrow();
        return new Span(low, high);
    }

    /** Their lengths together, in seconds. */
    public double total() {
        return intervals.stream()
                .mapToDouble(interval -> frame.seconds(interval.high() - interval.low()))
                .sum();
    }
}
