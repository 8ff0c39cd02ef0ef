package org.ctavo.tap.result;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** PostgreSQL's moments (microseconds since 2000-01-01) as DALI's text (DALI 1.1, section 3.3.3). */
final class Timestamps {
    private static final long EPOCH_SECONDS = LocalDateTime.of(2000, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final long MICROS = 1_000_000;
    private static final long MICROS_A_DAY = 86_400 * MICROS;
    private static final long LEAST = daysFrom2000(1) * MICROS_A_DAY;
    private static final long MOST = daysFrom2000(10_000) * MICROS_A_DAY - 1;
    /** Days from 0000-03-01, where the calendar's cycles begin, to 2000-01-01. */
    private static final long DAYS_TO_2000 = 730_425;

    private static final DateTimeFormatter FAR = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .toFormatter();

    private Timestamps() {}

    private static long daysFrom2000(int year) {
        return LocalDateTime.of(year, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC) / 86_400 - EPOCH_SECONDS / 86_400;
    }

    static void put(CellType cell, long micros, RowBuffer out) {
        int start = out.length;
        if (cell.form() == CellType.Form.VARIABLE) {
            out.putInt(0);
            int from = out.length;
            put(micros, out);
            int length = out.length - from;
            out.length = start;
            out.putInt(length);
            out.length = from + length;
        } else {
            put(micros, out);
            int length = Math.min(out.length - start, cell.length());
            out.length = start + length;
            out.zeros(cell.length() - length);
        }
    }

    private static void put(long micros, RowBuffer out) {
        if (micros == Long.MIN_VALUE || micros == Long.MAX_VALUE) {
            // DALI has no text for the ends of time.
            return;
        }
        if (micros < LEAST || micros > MOST) {
            String text = LocalDateTime.ofEpochSecond(
                            EPOCH_SECONDS + Math.floorDiv(micros, MICROS),
                            (int) Math.floorMod(micros, MICROS) * 1000,
                            ZoneOffset.UTC)
                    .format(FAR);
            for (int i = 0; i < text.length(); i++) {
                out.put(text.charAt(i));
            }
            return;
        }
        long ofDay = Math.floorMod(micros, MICROS_A_DAY);
        date(Math.floorDiv(micros, MICROS_A_DAY) + DAYS_TO_2000, out);
        int seconds = (int) (ofDay / MICROS);
        out.put('T');
        twoDigits(seconds / 3600, out);
        out.put(':');
        twoDigits(seconds / 60 % 60, out);
        out.put(':');
        twoDigits(seconds % 60, out);
        fraction((int) (ofDay % MICROS), out);
    }

    /** Years are counted from March, so that the leap day is their last. */
    private static void date(long days, RowBuffer out) {
        int era = (int) (days / 146_097);
        int dayOfEra = (int) (days % 146_097);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        int year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
        twoDigits(year / 100, out);
        twoDigits(year % 100, out);
        out.put('-');
        twoDigits(month, out);
        out.put('-');
        twoDigits(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, out);
    }

    private static void fraction(int micros, RowBuffer out) {
        if (micros == 0) {
            return;
        }
        out.put('.');
        int rest = micros;
        for (int unit = 100_000; rest > 0; unit /= 10) {
            out.put('0' + rest / unit);
            rest %= unit;
        }
    }

    private static void twoDigits(int value, RowBuffer out) {
        out.put('0' + value / 10);
        out.put('0' + value % 10);
    }
}
