package org.ctavo.preview.summary;

import org.ctavo.archive.dl3.SkyPosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SkyProjectionTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "83.6, 22", "0.2, -45", "359.9, 10", "120, 89.5", "77, 90", "200, -90", "310, -89.9"})
    void distancesFromTheCentreAreTrueAndTheWayBackLeadsHome(double ra, double dec) {
        SkyProjection projection = new SkyProjection(ra, dec);
        for (double distance : new double[] {0.001, 0.5, 3, 40, 120}) {
            for (int angle = 0; angle < 360; angle += 30) {
                double x = distance * Math.sin(Math.toRadians(angle));
                double y = distance * Math.cos(Math.toRadians(angle));
                double[] direction = projection.direction(x, y);
                SkyPosition there = new SkyPosition((direction[0] + 720) % 360, direction[1]);
                assertThat(there.separation(new SkyPosition(ra, dec))).isCloseTo(distance, within(1e-9));
                assertThat(projection.place(direction[0], direction[1]))
                        .satisfies(
                                p -> assertThat(Math.hypot(p[0] - x, p[1] - y)).isLessThan(1e-7));
                assertThat(direction[0]).isBetween(ra - 180.000001, ra + 180.000001);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 20, 10.5, 20", "0.1, -5, 0.6, -5", "359.8, 0, 0.3, 0"})
    void eastIsWhereRightAscensionGrows(double ra, double dec, double lon, double lat) {
        assertThat(new SkyProjection(ra, dec).place(lon, lat)[0]).isPositive();
        assertThat(new SkyProjection(ra, dec).place(ra, dec + 1))
                .satisfies(p -> assertThat(Math.hypot(p[0], p[1] - 1)).isLessThan(1e-9));
    }
}
