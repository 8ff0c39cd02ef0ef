package org.ctavo.preview.summary;

/** Steps that people count in. */
public final class Steps {
    private static final double[] TIMES = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400
    };

    private Steps() {}

    /** The least of 1, 2 and 5 times a power of ten that is not below a positive number. */
    public static double atLeast(double number) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(number)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= number * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** The least usual length of time that is not below a number of seconds. */
    public static double timeAtLeast(double seconds) {
        if (seconds < 1) {
            return atLeast(seconds);
        }
        for (double time : TIMES) {
            if (time >= seconds * (1 - 1e-9)) {
                return time;
            }
        }
        return 86_400 * atLeast(seconds / 86_400);
    }
}
