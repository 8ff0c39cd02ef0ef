package org.ctavo.preview.draw;

/**
 * The colours of numbers, from dark to light. They are computed in the Oklab space (B. Ottosson, 2020), where equal
 * steps look equal: lightness grows evenly, so that the order is seen by whoever cannot tell hues apart, and on paper.
 */
public final class ColourMap {
    private static final int STEPS = 256;
    private static final double DARKEST = 0.16;
    private static final double LIGHTEST = 0.97;

    /** From violet through red to yellow; degrees. */
    private static final double FIRST_HUE = 285;

    private static final double LAST_HUE = 465;
    private static final Colour[] COLOURS = new Colour[STEPS];

    static {
        for (int i = 0; i < STEPS; i++) {
            COLOURS[i] = computed(i / (STEPS - 1.0));
        }
    }

    private ColourMap() {}

    /** The colour of a number from 0 to 1. */
    public static Colour of(double value) {
        return COLOURS[(int) Math.max(0, Math.min(STEPS - 1, Math.rint(value * (STEPS - 1))))];
    }

    private static Colour computed(double value) {
        double lightness = DARKEST + (LIGHTEST - DARKEST) * value;
        double hue = StrictMath.toRadians(FIRST_HUE + (LAST_HUE - FIRST_HUE) * value);
        double chroma = 0.03 + 0.15 * StrictMath.sin(StrictMath.PI * Math.min(1, 0.1 + 0.85 * value));
        double[] linear;
        // As colourful as the screen can show at that lightness.
        do {
            linear = linear(lightness, chroma * StrictMath.cos(hue), chroma * StrictMath.sin(hue));
            chroma *= 0.98;
        } while (!isShown(linear));
        return new Colour(channel(linear[0]) << 16 | channel(linear[1]) << 8 | channel(linear[2]));
    }

    private static double[] linear(double lightness, double a, double b) {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static boolean isShown(double[] linear) {
        for (double value : linear) {
            if (value < -1e-6 || value > 1 + 1e-6) {
                return false;
            }
        }
        return true;
    }

    private static int channel(double linear) {
        double value = Math.max(0, Math.min(1, linear));
        double shown = value <= 0.0031308 ? 12.92 * value : 1.055 * StrictMath.pow(value, 1 / 2.4) - 0.055;
        return (int) Math.rint(255 * shown);
    }
}
