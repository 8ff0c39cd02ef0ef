package org.ctavo.ingest.simulation;

/**
 * The imagined array: smooth functions of the right order of magnitude for some twenty telescopes. Energies in TeV,
 * angles in degrees.
 */
final class Instrument {
    /** Beyond this angle from the axis nothing is seen. */
    static final double RADIUS = 3.5;

    static final double LOWEST = 0.05;
    static final double HIGHEST = 100;

    /** Part of the time in which the array can record. */
    static final double LIVE = 0.95;

    private static final double PLATEAU = 4e5;
    private static final double TURN_ON = 0.3;
    private static final double WIDTH = 2.2;

    private Instrument() {}

    /** Effective area in square metres. */
    static double area(double tev, double offset) {
        if (offset >= RADIUS) {
            return 0;
        }
        return PLATEAU / (1 + StrictMath.pow(TURN_ON / tev, 2.5)) * acceptance(offset);
    }

    private static double acceptance(double offset) {
        return StrictMath.exp(-0.5 * (offset / WIDTH) * (offset / WIDTH));
    }

    /** Width of the point spread function, a Gaussian. */
    static double spread(double tev) {
        return 0.03 + 0.04 * StrictMath.pow(tev, -0.4);
    }

    /** Width of the logarithm of reconstructed over true energy. */
    static double energyWidth(double tev) {
        return 0.08 + 0.05 * StrictMath.pow(tev, -0.3);
    }

    /** Background in events per second, TeV and square degree. */
    static double background(double tev, double offset) {
        if (offset >= RADIUS) {
            return 0;
        }
        double triggered = 1 / (1 + StrictMath.pow(TURN_ON / tev, 2.5));
        return 0.02 * StrictMath.pow(tev, -2.7) * triggered * acceptance(offset);
    }

    /** Edges of bins of equal ratio. */
    static double[] logEdges(double low, double high, int bins) {
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = low * StrictMath.pow(high / low, (double) i / bins);
        }
        return edges;
    }

    /** Edges of bins of equal width. */
    static double[] edges(double low, double high, int bins) {
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = low + (high - low) * i / bins;
        }
        return edges;
    }
}
