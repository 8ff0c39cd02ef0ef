package org.ctavo.archive.dl3;

import java.util.Arrays;
import java.util.Optional;

import org.ctavo.archive.fits.TableLayout;
import org.ctavo.archive.fits.TableRow;
import org.ctavo.spi.Fault;

/** How to find the 68 % containment radius at each node of a point spread function. */
sealed interface Containment {
    /** What "68 %" is. */
    double PART = 0.68;

    /** The radius in degrees at a node (energy runs fastest), NaN where the function is empty. */
    double radius(int node);

    /**
     * Compares the length of the columns with the number of nodes.
     *
     * @throws Fault if they do not fit
     */
    void check(int nodes);

    /** The form a table has; empty for one unknown here. */
    static Optional<Containment> of(TableLayout layout, TableRow row) {
        if (layout.has("RPSF", "RAD_LO", "RAD_HI")) {
            return Optional.of(new Table(Axis.read(layout, row, "RAD"), Axis.numbers(layout, row, "RPSF")));
        }
        if (layout.has("SCALE", "SIGMA_1", "AMPL_2", "SIGMA_2", "AMPL_3", "SIGMA_3")) {
            return Optional.of(new ThreeGauss(
                    new double[][] {
                        Axis.numbers(layout, row, "SIGMA_1"),
                        Axis.numbers(layout, row, "SIGMA_2"),
                        Axis.numbers(layout, row, "SIGMA_3")
                    },
                    new double[][] {
                        ones(Axis.numbers(layout, row, "SIGMA_1").length),
                        Axis.numbers(layout, row, "AMPL_2"),
                        Axis.numbers(layout, row, "AMPL_3")
                    }));
        }
        if (layout.has("GAMMA", "SIGMA")) {
            return Optional.of(new King(Axis.numbers(layout, row, "GAMMA"), Axis.numbers(layout, row, "SIGMA")));
        }
        return Optional.empty();
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void fits(boolean right) {
        if (!right) {
            throw new Fault(Dl3Fault.IMPLAUSIBLE, "The point spread function does not fit its axes.");
        }
    }

    /** PSF_TABLE: probability per solid angle in rings. */
    final class Table implements Containment {
        private final Axis rings;
        private final double[] density;

        Table(Axis rings, double[] density) {
            this.rings = rings;
            this.density = density;
        }

        @Override
        public void check(int nodes) {
            fits(density.length == nodes * rings.size());
        }

        @Override
        public double radius(int node) {
            int nodes = density.length / rings.size();
            double total = 0;
            for (int r = 0; r < rings.size(); r++) {
                total += inRing(node, r, nodes);
            }
            if (!(total > 0)) {
                return Double.NaN;
            }
            double wanted = PART * total;
            for (int r = 0; r < rings.size(); r++) {
                double here = inRing(node, r, nodes);
                if (here >= wanted && here > 0) {
                    return rings.low(r) + (rings.high(r) - rings.low(r)) * wanted / here;
                }
                wanted -= here;
            }
            return rings.high(rings.size() - 1);
        }

        private double inRing(int node, int ring, int nodes) {
            double value = density[node + nodes * ring];
            double solidAngle = 2
                    * Math.PI
                    * (Math.cos(Math.toRadians(rings.low(ring))) - Math.cos(Math.toRadians(rings.high(ring))));
            return Double.isFinite(value) ? value * solidAngle : 0;
        }
    }

    /** PSF_3GAUSS: a sum of Gaussians of widths sigma, in degrees, and relative heights. */
    final class ThreeGauss implements Containment {
        private final double[][] sigma;
        private final double[][] height;

        ThreeGauss(double[][] sigma, double[][] height) {
            this.sigma = sigma;
            this.height = height;
        }

        @Override
        public void check(int nodes) {
            for (int i = 0; i < 3; i++) {
                fits(sigma[i].length == nodes && height[i].length == nodes);
            }
        }

        @Override
        public double radius(int node) {
            double largest = 0;
            double total = 0;
            for (int i = 0; i < 3; i++) {
                if (sigma[i][node] > 0 && height[i][node] > 0) {
                    largest = Math.max(largest, sigma[i][node]);
                    total += volume(i, node);
                }
            }
            if (!(total > 0) || !Double.isFinite(total)) {
                return Double.NaN;
            }
            double low = 0;
            double high = 10 * largest;
            for (int step = 0; step < 60; step++) {
                double middle = (low + high) / 2;
                if (within(middle, node) < PART * total) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return high;
        }

        private double within(double radius, int node) {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                if (sigma[i][node] > 0 && height[i][node] > 0) {
                    double u = radius / sigma[i][node];
                    sum -= volume(i, node) * Math.expm1(-u * u / 2);
                }
            }
            return sum;
        }

        private double volume(int i, int node) {
            return height[i][node] * sigma[i][node] * sigma[i][node];
        }
    }

    /** PSF_KING: index gamma above 1 and width sigma, in degrees. */
    final class King implements Containment {
        private final double[] gamma;
        private final double[] sigma;

        King(double[] gamma, double[] sigma) {
            this.gamma = gamma;
            this.sigma = sigma;
        }

        @Override
        public void check(int nodes) {
            fits(gamma.length == nodes && sigma.length == nodes);
        }

        @Override
        public double radius(int node) {
            double g = gamma[node];
            if (!(g > 1) || !(sigma[node] > 0)) {
                return Double.NaN;
            }
            return sigma[node] * Math.sqrt(2 * g * (Math.pow(1 - PART, 1 / (1 - g)) - 1));
        }
    }
}
