package org.ctavo.provenance.prov;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Times as text: ISO 8601, UTC. */
public final class Times {
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]]")
            .toFormatter(Locale.ROOT);

    private Times() {}

    /** As xsd:dateTime without a zone. */
    public static String text(LocalDateTime time) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }

    /** As xsd:dateTime that says it is UTC: readers of PROV take a time without a zone for one of their own. */
    static String utc(LocalDateTime time) {
        return text(time) + "Z";
    }

    /**
     * A time, a date, or a time with an offset from UTC, to the microsecond.
     *
     * @throws org.ctavo.spi.Fault if it is none of these
     */
    public static LocalDateTime of(String text, String place) {
        try {
            TemporalAccessor time =
                    LENIENT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            LocalDateTime utc = time instanceof OffsetDateTime offset
                    ? offset.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                    : time instanceof LocalDateTime local
                            ? local
                            : LocalDate.from(time).atStartOfDay();
            return utc.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw Statements.bad(place, "\"" + text + "\" is not a time; write it as 2026-05-01T12:00:00");
        }
    }
}
