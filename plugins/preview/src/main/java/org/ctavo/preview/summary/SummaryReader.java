package org.ctavo.preview.summary;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

import org.ctavo.archive.dl3.Dl3Fault;
import org.ctavo.archive.dl3.Dl3File;
import org.ctavo.archive.dl3.EventTable;
import org.ctavo.archive.dl3.GoodTimes;
import org.ctavo.archive.dl3.HduKind;
import org.ctavo.archive.dl3.Span;
import org.ctavo.archive.dl3.TimeFrame;
import org.ctavo.archive.fits.FitsColumn;
import org.ctavo.archive.fits.FitsFile;
import org.ctavo.archive.fits.FitsHeader;
import org.ctavo.archive.fits.Hdu;
import org.ctavo.archive.fits.TableLayout;
import org.ctavo.archive.fits.TableRow;
import org.ctavo.spi.Fault;

/**
 * Reads event lists in two passes, each in little memory: good times most often follow the events, and where to count
 * must be known before counting.
 */
public final class SummaryReader {
    private static final double DAY = 86_400;

    private SummaryReader() {}

    /**
     * Reads the event list of a subject.
     *
     * @throws Fault {@link PreviewFault#CHANGED} if the file is not the one that is listed, or one of the readers'
     *     faults if it is damaged
     */
    public static Summary read(Subject subject, Path path) {
        Dl3File file = Dl3File.read(path);
        if (!file.seal().sha256().equals(subject.file().sha256())) {
            throw new Fault(
                    PreviewFault.CHANGED,
                    "The file has changed since it was listed and waits for the archive to take note of it.");
        }
        EventTable events = file.events().stream()
                .findFirst()
                .orElseThrow(() -> new Fault(Dl3Fault.NOT_DL3, "The file holds no event list."));
        Counting counting = new Counting(subject, events.keywords(), good(file, events));
        eachEvent(path, counting);
        return counting.summary();
    }

    /** Good times as MJD UTC: the keywords stand in where there is no table. */
    private static List<Span> good(Dl3File file, EventTable events) {
        Optional<GoodTimes> table = file.goodTimes().stream().findFirst();
        if (table.isPresent()) {
            TimeFrame frame = table.get().frame();
            return table.get().intervals().stream()
                    .map(interval -> new Span(frame.utc(interval.low()), frame.utc(interval.high())))
                    .toList();
        }
        TimeFrame frame = TimeFrame.of(events.keywords());
        return List.of(new Span(
                frame.utc(number(events.keywords(), "TSTART")), frame.utc(number(events.keywords(), "TSTOP"))));
    }

    private static double number(FitsHeader keywords, String keyword) {
        OptionalDouble value = keywords.number(keyword);
        return value.orElseThrow(
                () -> new Fault(Dl3Fault.INCOMPLETE, "Keyword " + keyword + " is missing from the event list."));
    }

    private static void eachEvent(Path path, Counting counting) {
        try (FitsFile file = FitsFile.open(path)) {
            for (Optional<Hdu> hdu = file.next(); hdu.isPresent(); hdu = file.next()) {
                if (HduKind.of(hdu.get()) == HduKind.EVENTS) {
                    TableLayout layout = hdu.get().table().orElseThrow();
                    file.rows(layout, counting.of(layout));
                    return;
                }
            }
        }
    }

    /** The counts while the events pass by. For one thread. */
    private static final class Counting {
        private final Subject subject;
        private final FitsHeader keywords;
        private final TimeFrame frame;
        private final double start;
        private final SkyCounts sky;
        private final EnergyCounts energies = new EnergyCounts();
        private final RateCurve rate;

        Counting(Subject subject, FitsHeader keywords, List<Span> good) {
            this.subject = subject;
            this.keywords = keywords;
            frame = TimeFrame.of(keywords);
            start = good.stream().mapToDouble(Span::low).min().orElseThrow();
            OptionalDouble diameter = subject.fieldOfView();
            sky = new SkyCounts(
                    number(keywords, "RA_PNT"),
                    number(keywords, "DEC_PNT"),
                    diameter.isPresent() ? OptionalDouble.of(diameter.getAsDouble() / 2) : OptionalDouble.empty());
            rate = new RateCurve(good.stream()
                    .map(interval -> new Span(seconds(interval.low()), seconds(interval.high())))
                    .toList());
        }

        private double seconds(double utc) {
            return (utc - start) * DAY;
        }

        Consumer<TableRow> of(TableLayout layout) {
            FitsColumn time = column(layout, "TIME");
            FitsColumn ra = column(layout, "RA");
            FitsColumn dec = column(layout, "DEC");
            FitsColumn energy = column(layout, "ENERGY");
            // The first pass has found these to be numbers, in units it knows.
            double toTeV =
                    switch (energy.unit().orElse("TeV")) {
                        case "GeV" -> 1e-3;
                        case "MeV" -> 1e-6;
                        default -> 1;
                    };
            return row -> {
                sky.add(row.number(ra), row.number(dec));
                energies.add(row.number(energy) * toTeV);
                rate.add(seconds(frame.utc(row.number(time))));
            };
        }

        private static FitsColumn column(TableLayout layout, String name) {
            return layout.column(name)
                    .orElseThrow(() -> new Fault(Dl3Fault.INCOMPLETE, "The event list has no column " + name + "."));
        }

        Summary summary() {
            return new Summary(subject, sky, energies, rate, target(), start, keywords.number("LIVETIME"));
        }

        /** Some files say 0, 0 where they do not know: that is far from the pointing, and so is told from a place. */
        private Optional<Summary.Place> target() {
            OptionalDouble ra = keywords.number("RA_OBJ");
            OptionalDouble dec = keywords.number("DEC_OBJ");
            if (ra.isEmpty() || dec.isEmpty() || Math.abs(dec.getAsDouble()) > 90) {
                return Optional.empty();
            }
            double[] place = sky.projection().place(ra.getAsDouble(), dec.getAsDouble());
            boolean isOnMap = Math.abs(place[0]) <= sky.half() && Math.abs(place[1]) <= sky.half();
            return isOnMap ? Optional.of(new Summary.Place(place[0], place[1])) : Optional.empty();
        }
    }
}
