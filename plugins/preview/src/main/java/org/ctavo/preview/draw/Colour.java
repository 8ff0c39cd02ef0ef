package org.ctavo.preview.draw;

/**
 * A colour of the sRGB space.
 *
 * @param rgb eight bits each of red, green and blue
 */
public record Colour(int rgb) {
    /** All light. */
    public static final Colour WHITE = new Colour(0xffffff);

    /** Checks the range. */
    public Colour {
        if (rgb < 0 || rgb > 0xffffff) {
            throw new IllegalArgumentException("Not a colour: " + rgb);
        }
    }

    int red() {
        return rgb >> 16;
    }

    int green() {
        return rgb >> 8 & 0xff;
    }

    int blue() {
        return rgb & 0xff;
    }

    /** This colour with some of another one: all of it where the part is 1. */
    Colour mixed(Colour other, double part) {
        return new Colour(mixed(red(), other.red(), part) << 16
                | mixed(green(), other.green(), part) << 8
                | mixed(blue(), other.blue(), part));
    }

    private static int mixed(int from, int to, double part) {
        return (int) (from + (to - from) * part + 0.5);
    }

    /** Relative luminance, 0 to 1 (WCAG 2.1). */
    public double luminance() {
        return 0.2126 * linear(red()) + 0.7152 * linear(green()) + 0.0722 * linear(blue());
    }

    /** Contrast ratio to another colour, 1 to 21 (WCAG 2.1). */
    public double contrast(Colour other) {
        double a = luminance() + 0.05;
        double b = other.luminance() + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }
}
