package org.ctavo.archive.dl3;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TimeFrameTest {
    private static final double MICROSECOND = 1e-6;

    private static TimeFrame frame(TimeFrame.Scale scale, double unit) {
        return new TimeFrame(51544, 0.5, scale, unit);
    }

    /** Seconds since 2000-01-01T12:00:00 of the scale, worked out by hand from the table of leap seconds. */
    @ParameterizedTest
    @CsvSource({
        // 2021-01-21T00:00:00 UTC is 00:01:09.184 TT.
        "TT, 59235, 664459269.184",
        "TAI, 59235, 664459237",
        // The clock of UTC had shown 5 leap seconds by then.
        "UTC, 59235, 664459205",
        // The leap second of 2016-12-31 and the moments around it, whose day is 86,401 s long.
        "TAI, 57753, 536414436",
        "TAI, 57754, 536500837",
        "TT, 41317, -883655957.816",
    })
    void utcDaysHaveTheirSeconds(TimeFrame.Scale scale, BigDecimal mjd, double seconds) {
        assertThat(frame(scale, 1).ofUtc(mjd)).isCloseTo(seconds, within(MICROSECOND));
    }

    @ParameterizedTest
    @EnumSource
    void thereAndBackIsTheSameToAMicrosecond(TimeFrame.Scale scale) {
        for (double unit : new double[] {1, 86_400}) {
            TimeFrame frame = frame(scale, unit);
            for (double time = -8.8e8; time < 1e9; time += 1.234567e6) {
                double mjd = frame.utc(time / unit);
                // A double of a date is good to 0.6 microseconds.
                assertThat(frame.ofUtc(new BigDecimal(mjd)) * unit).isCloseTo(time, within(MICROSECOND));
            }
        }
    }

    @Test
    void digitsBeyondADoubleCount() {
        TimeFrame frame = frame(TimeFrame.Scale.TT, 1);
        double one = frame.ofUtc(new BigDecimal("59235.4991992592592"));
        double other = frame.ofUtc(new BigDecimal("59235.4991992592604"));
        assertThat(other - one).isCloseTo(1.2e-12 * 86_400, within(2e-7));
    }

    @ParameterizedTest
    @CsvSource({"41316.9, -Infinity", "-1e300, -Infinity", "1e300, Infinity", "10000001, Infinity"})
    void datesThatNoTableReachesAreInfinitelyFar(BigDecimal mjd, double expected) {
        assertThat(frame(TimeFrame.Scale.TT, 1).ofUtc(mjd)).isEqualTo(expected);
    }
}
