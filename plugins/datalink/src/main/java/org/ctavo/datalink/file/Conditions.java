package org.ctavo.datalink.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.ctavo.spi.Exchange;

/**
 * What a request demands of the state of a file before it is sent (RFC 9110, section 13). Entity tags are strong: they
 * are made of the content's hash.
 *
 * @param etag of the file as it is, with its quotes
 * @param modified when it was last written, to the second
 */
record Conditions(String etag, Instant modified) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    /** The forms of a date that a recipient must know (RFC 9110, section 5.6.7), all of them UTC. */
    private static final DateTimeFormatter DATES = new DateTimeFormatterBuilder()
            .appendOptional(DATE)
            .appendOptional(new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH))
            .appendOptional(DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH))
            .toFormatter(Locale.ENGLISH);

    /** What to do with the request. */
    enum Verdict {
        /** Send it, as a part if one is asked for. */
        SEND,
        /** Send it whole, whatever part is asked for. */
        SEND_WHOLE,
        /** The client has it: 304. */
        NOT_MODIFIED,
        /** It is not what the client wants to act upon: 412. */
        FAILED
    }

    static Conditions of(String sha256, Instant modified) {
        return new Conditions('"' + sha256.substring(0, 32) + '"', modified.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Decides in the order of RFC 9110, section 13.2.2. */
    Verdict judge(Exchange request) {
        Optional<String> ifMatch = joined(request, "If-Match");
        if (ifMatch.isPresent()) {
            if (!matches(ifMatch.get(), false)) {
                return Verdict.FAILED;
            }
        } else if (date(request, "If-Unmodified-Since")
                .filter(modified::isAfter)
                .isPresent()) {
            return Verdict.FAILED;
        }
        Optional<String> ifNoneMatch = joined(request, "If-None-Match");
        if (ifNoneMatch.isPresent()) {
            if (matches(ifNoneMatch.get(), true)) {
                return Verdict.NOT_MODIFIED;
            }
        } else if (date(request, "If-Modified-Since")
                .filter(since -> !modified.isAfter(since))
                .isPresent()) {
            return Verdict.NOT_MODIFIED;
        }
        return request.header("If-Range").map(this::isCurrent).orElse(true) ? Verdict.SEND : Verdict.SEND_WHOLE;
    }

    /** The Last-Modified header. */
    String lastModified() {
        return DATE.format(modified.atZone(ZoneOffset.UTC));
    }

    /** If-Match compares strongly, so that a weak tag never matches; If-None-Match weakly. */
    private boolean matches(String header, boolean weakly) {
        return header.strip().equals("*")
                || Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .map(tag -> weakly && tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(etag::equals);
    }

    /** If-Range compares strongly: a weak tag never matches, a date must be the very one. */
    private boolean isCurrent(String header) {
        String value = header.strip();
        return value.startsWith("\"")
                ? value.equals(etag)
                : instant(value).filter(modified::equals).isPresent();
    }

    private static Optional<String> joined(Exchange request, String name) {
        return request.headers(name).stream().reduce((a, b) -> a + "," + b);
    }

    private static Optional<Instant> date(Exchange request, String name) {
        return request.header(name).flatMap(Conditions::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip(), DATES).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            // A date that cannot be read is as if it had not been sent (RFC 9110, section 13.1.3).
            return Optional.empty();
        }
    }
}
