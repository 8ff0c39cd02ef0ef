package org.ctavo.archive.dl3;

import org.ctavo.spi.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Times to UTC and directions to ICRS: values of astropy. */
class TimesTest {

    @ParameterizedTest
    @CsvSource({
        // H.E.S.S. run 20136, start and stop; 1DC run 110380.
        "51910, 0.000742870370370241, TT, 101962602, 53090.122708333",
        "51910, 0.000742870370370241, TT, 101964284, 53090.142175926",
        "51544, 0.5, TT, 664502400, 59235.499199259",
        "51544, 0.5, TT, 664504200, 59235.520032593",
        // The first second of 1972 in TAI and TT, 10 s and 42.184 s after UTC.
        "41317, 0, TAI, 10, 41317",
        "41317, 0, TT, 42.184, 41317",
        // Around the leap second of 2016-12-31: that day has 86,401 s.
        "57753, 0, TAI, 36, 57753",
        "57753, 0, TAI, 43236.5, 57753.5",
        "57753, 0, TAI, 86436, 57753.9999884261",
        "57753, 0, TAI, 86437, 57754",
        "57754, 0, TAI, 37, 57754",
        // UTC stays UTC, and counts the leap second.
        "58000, 0.25, UTC, 3600, 58000.291666667",
        "57753, 0, UTC, 86401, 57754",
    })
    void timesBecomeUtcModifiedJulianDates(
            long day, double fraction, TimeFrame.Scale scale, double seconds, double expected) {
        TimeFrame frame = new TimeFrame(day, fraction, scale, 1);
        assertThat(frame.utc(seconds)).isEqualTo(expected, within(6e-10));
    }

    @Test
    void timesBefore1972AreRefused() {
        TimeFrame frame = new TimeFrame(41316, 0, TimeFrame.Scale.TT, 1);
        assertThatThrownBy(() -> frame.utc(0)).isInstanceOf(Fault.class).hasMessageContaining("1972");
    }

    @ParameterizedTest
    @CsvSource({
        "228.6125, -58.771666666667, FK5, 228.612484, -58.771669",
        "267.68121338, -29.6075, FK5, 267.681205, -29.607505",
        "83.633333333333, 21.514444444444, FK5, 83.63332574, 21.51444966",
        "10, 20, ICRS, 10, 20",
        "360, -90, ICRS, 0, -90",
    })
    void directionsBecomeIcrs(double ra, double dec, String system, double expectedRa, double expectedDec) {
        SkyPosition position = SkyPosition.of(ra, dec, system, 2000);
        assertThat(position.ra()).isEqualTo(expectedRa, within(1e-6)).isLessThan(360);
        assertThat(position.dec()).isEqualTo(expectedDec, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"NaN, 0, ICRS, 2000", "361, 0, ICRS, 2000", "0, 91, FK5, 2000", "0, 0, FK4, 1950", "0, 0, FK5, 1950"})
    void directionsThatMeanNothingAreRefused(double ra, double dec, String system, double equinox) {
        assertThatThrownBy(() -> SkyPosition.of(ra, dec, system, equinox)).isInstanceOf(Fault.class);
    }

    @Test
    void separationsAreThoseOfTheSphere() {
        assertThat(new SkyPosition(359, 0).separation(new SkyPosition(1, 0))).isEqualTo(2, within(1e-12));
        assertThat(new SkyPosition(10, 90).separation(new SkyPosition(200, -90)))
                .isEqualTo(180, within(1e-12));
    }
}
