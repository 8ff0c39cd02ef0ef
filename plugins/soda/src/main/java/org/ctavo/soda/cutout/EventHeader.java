package org.ctavo.soda.cutout;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.ctavo.archive.Photon;
import org.ctavo.archive.ProductFile;
import org.ctavo.archive.cutout.CutoutStatement;
import org.ctavo.archive.dl3.TimeFrame;
import org.ctavo.archive.fits.FitsCards;
import org.ctavo.archive.fits.FitsHeader;
import org.ctavo.soda.request.Interval;
import org.ctavo.soda.request.Selection;

/** The header of an event list after a cut: what is no longer true is told anew, the rest stays as it was. */
final class EventHeader {
    private static final Map<String, String> COMMENTS = Map.of(
            "CUT_DID", "this cut-out",
            "SRC_DID", "event list it was cut from",
            "ACT_SOFT", "program that made it",
            "ACT_VERS", "its version",
            "ACT_USER", "who asked",
            "ACT_BEG", "UTC",
            "ACT_END", "UTC");

    /** What tells of the whole observation's time and cannot be told of a part without more knowledge. */
    private static final List<String> TOLD_NO_MORE = List.of(
            "DATE-BEG", "DATE-AVG", "MJD-OBS", "MJD-BEG", "MJD-AVG", "MJD-END", "TMID", "TMID_STR", "EVENT_COUNT");

    private final FitsCards cards;
    private final FitsHeader keywords;

    EventHeader(FitsCards cards, FitsHeader keywords) {
        this.cards = cards;
        this.keywords = keywords;
    }

    /** The header's cards. */
    FitsCards cards() {
        return cards;
    }

    /** Sets the number of events. */
    void events(long count, long heapOffset) {
        cards.set("NAXIS2", count);
        if (cards.has("THEAP")) {
            cards.set("THEAP", heapOffset);
        }
    }

    /** Tells of the time that is left. */
    void exposure(Exposure left) {
        cards.set("TSTART", left.start());
        cards.set("TSTOP", left.stop());
        cards.set("ONTIME", left.ontime());
        if (left.livetime().isPresent()) {
            cards.set("LIVETIME", left.livetime().getAsDouble());
        } else {
            cards.remove("LIVETIME");
        }
        TimeFrame frame = TimeFrame.of(keywords);
        if (cards.has("TELAPSE")) {
            cards.set("TELAPSE", frame.seconds(left.stop() - left.start()));
        }
        TOLD_NO_MORE.forEach(cards::remove);
        calendar("OBS", date(frame, left.start()), frame);
        calendar("END", date(frame, left.stop()), frame);
    }

    /** The forms in which files give a date: in the time system, as FITS wants it. */
    private void calendar(String which, LocalDateTime time, TimeFrame frame) {
        String comment = "in the time system " + frame.scale();
        for (String mark : List.of("-", "_")) {
            String date = "DATE" + mark + which;
            String clock = "TIME" + mark + which;
            boolean apart = cards.has(clock);
            if (cards.has(date)) {
                cards.set(date, apart ? time.toLocalDate().toString() : text(time), comment);
            }
            if (apart) {
                cards.set(clock, text(time).substring(11), comment);
            }
        }
    }

    private static LocalDateTime date(TimeFrame frame, double time) {
        double days = frame.scale() == TimeFrame.Scale.UTC
                ? frame.utc(time)
                : frame.day() + frame.fraction() + frame.seconds(time) / 86_400;
        return LocalDate.of(1858, 11, 17).atStartOfDay().plus(Math.round(days * 86_400_000), ChronoUnit.MILLIS);
    }

    private static String text(LocalDateTime time) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
                .format(time);
    }

    /** A selection of energies that the list was made with already becomes narrower; a new one is told as history. */
    void energies(Selection selection) {
        double lowest = selection.energy().map(Interval::lowest).orElse(0.0);
        double highest = selection.energy().map(Interval::highest).orElse(Double.POSITIVE_INFINITY);
        if (selection.band().isPresent()) {
            // The longest wavelength has the lowest energy, and what makes one of the other is its own inverse.
            lowest = Math.max(
                    lowest, Photon.wavelength(Math.max(0, selection.band().get().highest())));
            highest = Math.min(
                    highest,
                    Photon.wavelength(Math.max(0, selection.band().get().lowest())));
        }
        long keys = keywords.whole("NDSKEYS").orElse(0);
        for (int i = 1; i <= Math.min(keys, 99); i++) {
            Optional<String> value = keywords.text("DSVAL" + i);
            boolean isEnergy = keywords.text("DSTYP" + i).orElse("").equalsIgnoreCase("ENERGY")
                    && keywords.text("DSUNI" + i).orElse("").equals("TeV");
            if (isEnergy && value.isPresent()) {
                String keyword = "DSVAL" + i;
                narrowed(value.get(), lowest, highest).ifPresent(range -> cards.set(keyword, range, ""));
            }
        }
    }

    private static Optional<String> narrowed(String range, double lowest, double highest) {
        String[] ends = range.split(":", -1);
        if (ends.length != 2) {
            return Optional.empty();
        }
        try {
            double low = Math.max(Double.parseDouble(ends[0].strip()), lowest);
            double high = Math.min(Double.parseDouble(ends[1].strip()), highest);
            return low < high && (low > limit(ends[0]) || high < limit(ends[1]))
                    ? Optional.of(low + ":" + high)
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static double limit(String text) {
        return Double.parseDouble(text.strip());
    }

    /** Tells the same as history, for programs. What an earlier cut said of itself is history. */
    void statement(Stamp stamp, Source source) {
        CutoutStatement.keywords().forEach(cards::remove);
        CutoutStatement.of(stamp.making(), source.file().sha256())
                .forEach((keyword, value) -> cards.setLong(keyword, value, COMMENTS.getOrDefault(keyword, "")));
        cards.setLong("SRC_PROV", stamp.provenance(), "");
    }

    /** Tells what was done, to what, and where more is to be learned. */
    void history(Source source, Selection selection, Stamp stamp, long count, long of) {
        String made = date(stamp);
        cards.set("DATE", made, "creation of this HDU (UTC)");
        cards.history("Cut-out of an event list by CTA-VO (SODA 1.0), " + made + " UTC");
        cards.history("Service: " + stamp.base() + "/soda");
        cards.history("Source: " + source.id());
        cards.history("Source file: " + source.file().location().fileName());
        cards.history("Source SHA-256: " + source.file().sha256());
        cards.history("Source provenance: " + stamp.provenance());
        cards.history(
                (stamp.recorded() ? "This cut-out's identifier in that provenance: " : "This cut-out's identifier: ")
                        + stamp.making().result());
        if (selection.items().isEmpty()) {
            cards.history("Selection: none, all events");
        }
        selection.items().forEach(item -> cards.history("Selection: " + item.name() + "=" + item.value() + unit(item)));
        cards.history("Events selected: " + count + " of " + of);
        if (selection.time().isPresent()) {
            cards.history("GTI, TSTART, TSTOP, ONTIME and dates cut to TIME; LIVETIME = DEADC * ONTIME");
        }
    }

    /** Tells where the other HDUs are from. */
    void responses(List<Appendix> appendices, boolean isLeftOut) {
        if (appendices.isEmpty()) {
            cards.history("Instrument responses and all other HDUs as in the source");
            return;
        }
        cards.history(
                isLeftOut
                        ? "HDUs of the source as they were, but for responses that other files give"
                        : "All other HDUs of the source as they were");
        for (Appendix appendix : appendices) {
            ProductFile file = appendix.companion().file();
            cards.history("Added from " + file.location().fileName() + ": " + String.join(", ", appendix.names()));
            cards.history("SHA-256 of that file: " + file.sha256());
        }
    }

    /** When it was made, as FITS writes dates. */
    static String date(Stamp stamp) {
        return LocalDateTime.ofInstant(stamp.made(), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT));
    }

    private static String unit(Selection.Item item) {
        return switch (item.name()) {
            case "TIME" -> " (MJD, UTC)";
            case "BAND" -> " (m)";
            case "ENERGY" -> " (TeV)";
            default -> " (ICRS, deg)";
        };
    }
}
