package org.ctavo.archive.dl3;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Radii that hold 68 % of the events, of functions whose radii are known. */
class ContainmentTest {
    private static final double GAUSS_R68 = Math.sqrt(-2 * Math.log(0.32));

    private static double[] each(double value) {
        return new double[] {value};
    }

    private static Containment three(double s1, double a2, double s2, double a3, double s3) {
        return new Containment.ThreeGauss(
                new double[][] {each(s1), each(s2), each(s3)}, new double[][] {each(1), each(a2), each(a3)});
    }

    @Test
    void oneGaussianHasTheKnownRadius() {
        assertThat(three(0.05, 0, 0, 0, 0).radius(0)).isEqualTo(0.05 * GAUSS_R68, within(1e-9));
    }

    @Test
    void threeEqualGaussiansAreOne() {
        assertThat(three(0.05, 0.3, 0.05, 2, 0.05).radius(0)).isEqualTo(0.05 * GAUSS_R68, within(1e-9));
    }

    @Test
    void aSecondGaussianWidens() {
        double radius = three(0.05, 0.1, 0.2, 0, 0).radius(0);
        double inside = 0.0025 * -Math.expm1(-radius * radius / 0.005) + 0.004 * -Math.expm1(-radius * radius / 0.08);
        assertThat(inside / 0.0065).isEqualTo(0.68, within(1e-9));
    }

    @Test
    void withoutWidthThereIsNoRadius() {
        assertThat(three(0, 0, 0, 0, 0).radius(0)).isNaN();
        assertThat(new Containment.King(each(0.9), each(0.1)).radius(0)).isNaN();
    }

    @Test
    void aKingFunctionOfLargeIndexIsAGaussian() {
        assertThat(new Containment.King(each(1e6), each(0.05)).radius(0)).isEqualTo(0.05 * GAUSS_R68, within(1e-6));
    }

    @Test
    void aTableOfAGaussianHasItsRadius() {
        int rings = 400;
        double[] low = new double[rings];
        double[] high = new double[rings];
        double[] density = new double[rings];
        for (int i = 0; i < rings; i++) {
            low[i] = i * 0.001;
            high[i] = (i + 1) * 0.001;
            double middle = (i + 0.5) * 0.001;
            density[i] = Math.exp(-0.5 * middle * middle / 0.0025);
        }
        Containment table = new Containment.Table(new Axis(low, high), density);
        assertThat(table.radius(0)).isEqualTo(0.05 * GAUSS_R68, within(1e-4));
    }
}
