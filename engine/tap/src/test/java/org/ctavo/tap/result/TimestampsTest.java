package org.ctavo.tap.result;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Random;

import org.ctavo.adql.type.PgType;
import org.ctavo.spi.ColumnDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimestampsTest {
    private static final LocalDateTime EPOCH = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static String text(long micros, String arraysize) {
        RowBuffer out = new RowBuffer(64);
        CellType cell = CellType.of(ColumnDescription.of("t", "char", arraysize), PgType.TIMESTAMP);
        Timestamps.put(cell, micros, out);
        int start = arraysize.equals("*") ? 4 : 0;
        if (start > 0) {
            assertThat(RowBuffer.intAt(out.bytes, 0)).isEqualTo(out.length - start);
        }
        return new String(out.bytes, start, out.length - start, StandardCharsets.US_ASCII);
    }

    private static long micros(LocalDateTime moment) {
        return ChronoUnit.MICROS.between(EPOCH, moment);
    }

    @ParameterizedTest
    @CsvSource({
        "2000-01-01T00:00:00",
        "2000-02-29T23:59:59.999999",
        "1999-12-31T23:59:59.5",
        "1900-03-01T00:00:00.000001",
        "0001-01-01T00:00:00",
        "9999-12-31T23:59:59.999999",
        "2026-11-20T12:34:56.789"
    })
    void momentsAreWrittenAsDaliSays(String moment) {
        assertThat(text(micros(LocalDateTime.parse(moment)), "*")).isEqualTo(moment);
    }

    @Test
    void anyDayIsTheCalendars() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            LocalDateTime moment = LocalDateTime.of(1, 1, 1, 0, 0).plusSeconds(random.nextLong(315_537_897_600L));
            String expected = moment.toString().length() == 16 ? moment + ":00" : moment.toString();
            assertThat(text(micros(moment), "*")).isEqualTo(expected);
        }
    }

    @Test
    void farAwayYearsAreWrittenInFull() {
        assertThat(text(micros(LocalDateTime.of(12_345, 6, 7, 8, 9, 10)), "*")).isEqualTo("+12345-06-07T08:09:10");
        assertThat(text(Long.MAX_VALUE, "*")).isEmpty();
    }

    @Test
    void fixedLengthsAreKept() {
        assertThat(text(0, "10")).isEqualTo("2000-01-01");
        assertThat(text(0, "21")).isEqualTo("2000-01-01T00:00:00\0\0");
    }
}
