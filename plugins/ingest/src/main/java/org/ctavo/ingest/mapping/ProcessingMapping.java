package org.ctavo.ingest.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ctavo.archive.Product;
import org.ctavo.archive.cutout.CutoutStatement;
import org.ctavo.archive.fits.FitsHeader;

/** How an event list was made, as far as its header tells; and what else it tells that provenance may want. */
final class ProcessingMapping {
    /** Kept as they stand, for the provenance of the product. */
    private static final List<String> KEPT = List.of(
            "CREATOR",
            "ORIGIN",
            "OBSERVER",
            "TELESCOP",
            "INSTRUME",
            "OBS_ID",
            "OBJECT",
            "RA_OBJ",
            "DEC_OBJ",
            "OBS_MODE",
            "EV_CLASS",
            "EVTVER",
            "DST_VER",
            "ANA_VER",
            "CAL_VER",
            "CALDB",
            "IRF",
            "CONFIG",
            "DATE",
            "CREATED",
            "HDUCLASS",
            "HDUDOC",
            "HDUVERS",
            "N_TELS",
            "TELLIST",
            "TIMESYS",
            "TASSIGN",
            "MJDREFI",
            "MJDREFF",
            "TSTART",
            "TSTOP",
            "ONTIME",
            "LIVETIME",
            "DEADC",
            "RADECSYS",
            "EQUINOX",
            "MUONEFF",
            "BROKPIX",
            "AIRTEMP",
            "PRESSURE",
            "RELHUM",
            "NSBLEVEL",
            "TRGRATE",
            "ZTRGRATE");

    private static final int MOST_HISTORY_LINES = 1000;

    private static final int MOST_SELECTIONS = 9;

    /** {@code ctobssim (1.4.0)}, {@code gammapy 1.2}, {@code tool v2.0.1}. */
    private static final Pattern NAME_AND_VERSION = Pattern.compile("(.*\\S)[\\s(]+v?(\\d[\\w.+-]*)\\)?");

    private ProcessingMapping() {}

    static Product.Processing processing(FitsHeader keywords) {
        Optional<String> creator = keywords.text("CREATOR");
        Optional<Matcher> parts = creator.map(NAME_AND_VERSION::matcher).filter(Matcher::matches);
        return new Product.Processing(
                keywords.text("ORIGIN").or(() -> keywords.text("OBSERVER")),
                keywords.text("CREATED").or(() -> keywords.text("DATE")).flatMap(ProcessingMapping::date),
                parts.map(known -> known.group(1)).or(() -> creator),
                parts.map(known -> known.group(2)),
                keywords.text("CAL_VER"),
                keywords.text("ANA_VER"),
                Optional.empty(),
                keywords.text("EV_CLASS"));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : LocalDateTime.parse(text.replaceFirst("Z$", "")).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            // A date nobody can read is no reason to refuse the data; the text is kept among the keywords.
            return Optional.empty();
        }
    }

    static Map<String, String> origin(FitsHeader keywords) {
        Map<String, String> origin = new TreeMap<>();
        for (String keyword : KEPT) {
            keywords.text(keyword).ifPresent(value -> origin.put(keyword, value));
        }
        // What was selected: the data sub-space.
        for (int i = 1; i <= MOST_SELECTIONS && keywords.has("DSVAL" + i); i++) {
            for (String keyword : List.of("DSTYP" + i, "DSUNI" + i, "DSVAL" + i)) {
                keywords.text(keyword).ifPresent(value -> origin.put(keyword, value));
            }
        }
        origin.putAll(CutoutStatement.found(keywords::text));
        List<String> history = keywords.lines("HISTORY");
        if (!history.isEmpty()) {
            origin.put("HISTORY", String.join("\n", history.subList(0, Math.min(history.size(), MOST_HISTORY_LINES))));
        }
        return origin;
    }
}
