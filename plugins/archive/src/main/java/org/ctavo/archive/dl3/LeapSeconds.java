package org.ctavo.archive.dl3;

import org.ctavo.spi.Fault;

/**
 * TAI − UTC, in whole seconds since 1972 (IERS, Earth Orientation Centre, file Leap_Second.dat and Bulletin C). The
 * last leap second was that of 2016-12-31; none has been announced since, so that later times use its offset.
 */
final class LeapSeconds {
    /** First day (MJD, UTC) of each offset; the first offset is 10 s, each later one is a second more. */
    private static final int[] DAYS = {
        41317, 41499, 41683, 42048, 42413, 42778, 43144, 43509, 43874, 44239, 44786, 45151, 45516, 46247, 47161, 47892,
        48257, 48804, 49169, 49534, 50083, 50630, 51179, 53736, 54832, 56109, 57204, 57754
    };

    private static final int FIRST_OFFSET = 10;
    private static final double DAY = 86_400;

    private LeapSeconds() {}

    /**
     * A TAI time as a UTC modified Julian date. A day with a leap second is 86,401 s long, and its fractions are of
     * that length, as the IAU's SOFA has it.
     *
     * @param day whole days, MJD
     * @param seconds of that day, 0 to 86,400
     */
    static double utcFromTai(long day, double seconds) {
        int entry = DAYS.length - 1;
        while (entry >= 0 && compare(day, seconds - (FIRST_OFFSET + entry), DAYS[entry]) < 0) {
            entry--;
        }
        if (entry < 0) {
            // Within a leap second before the first entry there is nothing to tell apart: UTC had no whole seconds.
            throw new Fault(
                    Dl3Fault.UNSUPPORTED,
                    "The times lie before 1972, when UTC began to differ from TAI by whole seconds.");
        }
        double utcSeconds = seconds - (FIRST_OFFSET + entry);
        long utcDay = day + (long) Math.floor(utcSeconds / DAY);
        double ofDay = utcSeconds - (utcDay - day) * DAY;
        boolean leapDay = entry + 1 < DAYS.length && utcDay >= DAYS[entry + 1] - 1;
        if (!leapDay) {
            return utcDay + ofDay / DAY;
        }
        long lastDay = DAYS[entry + 1] - 1L;
        return lastDay + (ofDay + (utcDay - lastDay) * DAY) / (DAY + 1);
    }

    /**
     * The inverse: seconds of TAI since the start of the TAI day of the same number.
     *
     * @param utcDay whole days, MJD, from 1972 on
     * @param fraction of that day, 0 to 1
     */
    static double taiFromUtc(long utcDay, double fraction) {
        int offset = offset(utcDay);
        return fraction * (DAY + offset(utcDay + 1) - offset) + offset;
    }

    /** Whether UTC has whole seconds on a day, MJD. */
    static boolean reaches(long utcDay) {
        return utcDay >= DAYS[0];
    }

    /** TAI − UTC at the start of a UTC day. */
    static int offset(long utcDay) {
        int entry = DAYS.length - 1;
        while (entry >= 0 && utcDay < DAYS[entry]) {
            entry--;
        }
        if (entry < 0) {
            throw new Fault(Dl3Fault.UNSUPPORTED, "The reference time lies before 1972, which UTC does not reach.");
        }
        return FIRST_OFFSET + entry;
    }

    private static int compare(long day, double seconds, int start) {
        return Double.compare((day - start) * DAY + seconds, 0);
    }
}
