package org.ctavo.preview.summary;

/**
 * The sky around a centre laid flat so that distances from the centre are true (zenithal equidistant, ARC in the terms
 * of FITS WCS): a circle around the centre stays one, wherever on the sky it lies. All angles in degrees.
 */
public final class SkyProjection {
    private final double ra;
    private final double[] centre;
    private final double[] east;
    private final double[] north;

    /** Around a centre. */
    public SkyProjection(double ra, double dec) {
        this.ra = ra;
        double a = StrictMath.toRadians(ra);
        double d = StrictMath.toRadians(dec);
        double cos = StrictMath.cos(d);
        double sin = StrictMath.sin(d);
        centre = new double[] {cos * StrictMath.cos(a), cos * StrictMath.sin(a), sin};
        east = new double[] {-StrictMath.sin(a), StrictMath.cos(a), 0};
        north = new double[] {-sin * StrictMath.cos(a), -sin * StrictMath.sin(a), cos};
    }

    /** Where a direction falls: degrees towards the east and towards the north of the centre. */
    public double[] place(double lon, double lat) {
        double a = StrictMath.toRadians(lon);
        double d = StrictMath.toRadians(lat);
        double cos = StrictMath.cos(d);
        double[] vector = {cos * StrictMath.cos(a), cos * StrictMath.sin(a), StrictMath.sin(d)};
        double x = dot(vector, east);
        double y = dot(vector, north);
        double sine = Math.sqrt(x * x + y * y);
        double angle = StrictMath.toDegrees(StrictMath.atan2(sine, dot(vector, centre)));
        // At the centre itself, and opposite to it, there is no direction to speak of.
        double scale = sine == 0 ? 0 : angle / sine;
        return new double[] {x * scale, y * scale};
    }

    /** The direction that falls there: right ascension within 180 of the centre's, so that it may be negative. */
    public double[] direction(double x, double y) {
        double angle = Math.sqrt(x * x + y * y);
        double sine = StrictMath.sin(StrictMath.toRadians(angle));
        double cosine = StrictMath.cos(StrictMath.toRadians(angle));
        double part = angle == 0 ? 0 : sine / angle;
        double[] vector = new double[3];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = cosine * centre[i] + part * (x * east[i] + y * north[i]);
        }
        double lon = StrictMath.toDegrees(StrictMath.atan2(vector[1], vector[0]));
        double lat = StrictMath.toDegrees(
                StrictMath.atan2(vector[2], Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1])));
        return new double[] {ra + StrictMath.IEEEremainder(lon - ra, 360), lat};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
