package org.ctavo.archive.dl3;

import java.util.Locale;

import org.ctavo.spi.Fault;

/**
 * A direction in ICRS.
 *
 * @param ra right ascension in degrees, 0 to 360
 * @param dec declination in degrees, −90 to 90
 */
public record SkyPosition(double ra, double dec) {
    /** The rotation from ICRS to FK5 at J2000 (Hipparcos catalogue, volume 1, section 1.5.7). */
    static final double[][] ICRS_TO_FK5 = {
        {1, -1.110223e-7, -4.411804e-8},
        {1.110223e-7, 1, 9.647793e-8},
        {4.411804e-8, -9.647793e-8, 1},
    };

    /** Checks the ranges. */
    public SkyPosition {
        if (!(ra >= 0 && ra <= 360 && dec >= -90 && dec <= 90)) {
            throw new Fault(
                    Dl3Fault.IMPLAUSIBLE,
                    "Right ascension " + ra + ", declination " + dec + " is no place on the sky.");
        }
    }

    /**
     * The direction that coordinates mean.
     *
     * @param system RADECSYS: FK5 (of equinox 2000) or ICRS
     */
    public static SkyPosition of(double ra, double dec, String system, double equinox) {
        SkyPosition given = new SkyPosition(ra, dec);
        return switch (system.toUpperCase(Locale.ROOT)) {
            case "ICRS" -> new SkyPosition(ra % 360, dec);
            case "FK5" -> {
                if (equinox != 2000) {
                    throw new Fault(Dl3Fault.UNSUPPORTED, "Equinox " + equinox + " is not 2000.");
                }
                yield given.fromFk5();
            }
            default -> throw new Fault(
                    Dl3Fault.UNSUPPORTED, "RADECSYS '" + system + "' is not known here (ICRS, FK5).");
        };
    }

    private SkyPosition fromFk5() {
        double[] from = vector();
        double[] to = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                to[i] += ICRS_TO_FK5[j][i] * from[j];
            }
        }
        return of(to);
    }

    /** The direction of a vector of any length but 0. */
    static SkyPosition of(double[] vector) {
        double lon = Math.toDegrees(Math.atan2(vector[1], vector[0]));
        double lat = Math.toDegrees(Math.atan2(vector[2], Math.hypot(vector[0], vector[1])));
        // A tiny negative angle plus 360 is 360 itself.
        return new SkyPosition((lon + 360) % 360, lat);
    }

    double[] vector() {
        double cos = Math.cos(Math.toRadians(dec));
        return new double[] {
            cos * Math.cos(Math.toRadians(ra)), cos * Math.sin(Math.toRadians(ra)), Math.sin(Math.toRadians(dec))
        };
    }

    /** Angle to another direction, in degrees. */
    public double separation(SkyPosition other) {
        double[] a = vector();
        double[] b = other.vector();
        double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        double cross = Math.sqrt(square(a[1] * b[2] - a[2] * b[1])
                + square(a[2] * b[0] - a[0] * b[2])
                + square(a[0] * b[1] - a[1] * b[0]));
        return Math.toDegrees(Math.atan2(cross, dot));
    }

    private static double square(double value) {
        return value * value;
    }
}
