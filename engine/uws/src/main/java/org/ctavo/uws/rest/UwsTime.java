package org.ctavo.uws.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/** Times as UWS writes them: ISO 8601, UTC, with a Z (UWS 1.1, section 2.1.14). */
final class UwsTime {
    private static final LocalDate LEAST = LocalDate.of(1, 1, 1);
    private static final LocalDate MOST = LocalDate.of(9999, 12, 31);

    private UwsTime() {}

    static String format(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** Reads a date, or a date and time; one without a zone is UTC. */
    static Instant parse(String name, String text) {
        try {
            OffsetDateTime time = read(text.strip());
            LocalDate date = time.toLocalDate();
            if (!date.isBefore(LEAST) && !date.isAfter(MOST)) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        throw new Fault(
                RequestFault.BAD_PARAMETER,
                "Parameter " + name + " is not a time in ISO 8601; write it like 2026-05-04T03:02:01Z.");
    }

    private static OffsetDateTime read(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
        }
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof LocalDateTime local ? local.atOffset(ZoneOffset.UTC) : OffsetDateTime.from(parsed);
    }
}
