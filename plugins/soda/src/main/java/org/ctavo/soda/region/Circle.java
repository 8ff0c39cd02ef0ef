package org.ctavo.soda.region;

/** All within an angle of a position. */
public final class Circle implements Region {
    private final Position centre;
    private final double radius;
    private final double[] vector;
    private final double chord;

    /**
     * A circle.
     *
     * @param radius degrees, above 0 and at most 180
     * @throws IllegalArgumentException if the radius is out of range
     */
    public Circle(Position centre, double radius) {
        if (!(radius > 0 && radius <= 180)) {
            throw new IllegalArgumentException("radius " + radius + " is not above 0 and at most 180 degrees");
        }
        this.centre = centre;
        this.radius = radius;
        this.vector = centre.vector();
        this.chord = 2 * Math.sin(Math.toRadians(radius / 2));
    }

    @Override
    public boolean contains(double x, double y, double z) {
        double dx = x - vector[0];
        double dy = y - vector[1];
        double dz = z - vector[2];
        // The chord tells small angles apart, where the cosine does not.
        return dx * dx + dy * dy + dz * dz <= chord * chord;
    }

    @Override
    public String text() {
        return "CIRCLE " + centre.text() + " " + radius;
    }
}
