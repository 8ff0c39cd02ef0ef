package org.ctavo.spi;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lengths of time as an operator writes them. */
final class TimeSpan {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*([a-z]+)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "min", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private TimeSpan() {}

    static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        Duration unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("not a length of time; units are ms, s, min, h, d");
        }
        return unit.multipliedBy(Long.parseLong(matcher.group(1)));
    }
}
