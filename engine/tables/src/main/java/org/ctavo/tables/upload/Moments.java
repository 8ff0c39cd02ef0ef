package org.ctavo.tables.upload;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** DALI's timestamps (DALI 1.1, section 3.3.3) as PostgreSQL counts them. */
final class Moments {
    private static final LocalDateTime EPOCH_2000 = LocalDateTime.of(2000, 1, 1, 0, 0);

    private Moments() {}

    /**
     * Microseconds since 2000-01-01. A blank may stand for the T, and a Z at the end says nothing new.
     *
     * @throws java.time.DateTimeException if it is no timestamp
     */
    static long micros(String text) {
        String plain = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        LocalDateTime moment = plain.length() == 10
                ? LocalDate.parse(plain).atStartOfDay()
                : LocalDateTime.parse(plain.replace(' ', 'T'));
        return ChronoUnit.MICROS.between(EPOCH_2000, moment);
    }
}
