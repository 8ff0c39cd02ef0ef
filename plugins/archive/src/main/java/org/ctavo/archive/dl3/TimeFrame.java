package org.ctavo.archive.dl3;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;

import org.ctavo.archive.fits.FitsHeader;
import org.ctavo.spi.Fault;

/**
 * What the times of a table count from (GADF, "Time"; FITS standard 4.0, section 9).
 *
 * @param day MJDREFI: whole days, MJD in the scale
 * @param fraction MJDREFF: part of a day
 * @param scale TIMESYS
 * @param secondsPerUnit 1 for s, 86,400 for d
 */
public record TimeFrame(long day, double fraction, Scale scale, double secondsPerUnit) {
    private static final double DAY = 86_400;
    private static final double FARTHEST_DAY = 1e7;

    /** Time scales with a known relation to TAI. */
    public enum Scale {
        TT,
        TAI,
        UTC
    }

    /**
     * The frame a header gives.
     *
     * @throws Fault if the reference time or its scale is missing or unknown
     */
    public static TimeFrame of(FitsHeader header) {
        OptionalDouble whole = header.number("MJDREFI");
        OptionalDouble part = header.number("MJDREFF");
        OptionalDouble both = header.number("MJDREF");
        if (both.isEmpty() && (whole.isEmpty() || part.isEmpty())) {
            throw new Fault(Dl3Fault.INCOMPLETE, "Keywords MJDREFI and MJDREFF are missing: the times mean nothing.");
        }
        double reference = whole.isPresent() ? whole.getAsDouble() : both.orElse(0);
        double fraction = whole.isPresent() ? part.orElse(0) : 0;
        long day = (long) Math.floor(reference);
        return new TimeFrame(day, fraction + (reference - day), scale(header), unit(header));
    }

    private static Scale scale(FitsHeader header) {
        String text = header.text("TIMESYS")
                .orElseThrow(
                        () -> new Fault(Dl3Fault.INCOMPLETE, "Keyword TIMESYS is missing: the times mean nothing."));
        try {
            return Scale.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Fault(
                    Dl3Fault.UNSUPPORTED, "TIMESYS '" + text + "' is not a time scale known here (TT, TAI, UTC).", e);
        }
    }

    private static double unit(FitsHeader header) {
        String unit = header.text("TIMEUNIT").orElse("s");
        return switch (unit) {
            case "s" -> 1;
            case "d" -> DAY;
            default -> throw new Fault(Dl3Fault.UNSUPPORTED, "TIMEUNIT '" + unit + "' is neither s nor d.");
        };
    }

    /** A time of the table as a UTC modified Julian date. */
    public double utc(double time) {
        double seconds = time * secondsPerUnit;
        double wholeDays = Math.floor(seconds / DAY);
        double ofDay = seconds - wholeDays * DAY + fraction * DAY + toTai();
        double carry = Math.floor(ofDay / DAY);
        return LeapSeconds.utcFromTai(day + (long) (wholeDays + carry), ofDay - carry * DAY);
    }

    /**
     * The inverse of {@link #utc}, to a few nanoseconds: a table's time for a UTC modified Julian date.
     *
     * @return infinite for dates that no table reaches: before 1972, or ten thousands of years ahead
     */
    public double ofUtc(BigDecimal mjd) {
        double rough = mjd.doubleValue();
        if (Math.abs(rough) > FARTHEST_DAY || !LeapSeconds.reaches((long) Math.floor(rough))) {
            return rough > FARTHEST_DAY ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        BigDecimal whole = mjd.setScale(0, RoundingMode.FLOOR);
        long utcDay = whole.longValueExact();
        double seconds = LeapSeconds.taiFromUtc(utcDay, mjd.subtract(whole).doubleValue()) - toTai() - fraction * DAY;
        return ((utcDay - day) * DAY + seconds) / secondsPerUnit;
    }

    /** A length of time of the table in seconds. */
    public double seconds(double span) {
        return span * secondsPerUnit;
    }

    /** A time of the table in seconds since the reference time of another frame, in that frame's scale. */
    public double since(TimeFrame other, double time) {
        double shift = (day - other.day) * DAY + (fraction - other.fraction) * DAY + toTai() - other.toTai();
        return seconds(time) + shift;
    }

    private double toTai() {
        return switch (scale) {
            case TT -> -32.184;
            case TAI -> 0;
            case UTC -> LeapSeconds.offset(day);
        };
    }
}
