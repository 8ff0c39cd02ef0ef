package org.ctavo.adql.sql;

import java.util.Optional;

/**
 * A position in SQL.
 *
 * @param lon SQL of the longitude in degrees
 * @param lat SQL of the latitude in degrees
 * @param vector SQL of its unit vector, in the form that indexes have; empty for a constant
 * @param constant the position, if it is known before the query runs
 */
record Spot(String lon, String lat, Optional<String> vector, Optional<Position> constant) {

    /** Coordinates in degrees. */
    record Position(double lon, double lat) {}

    /** A position known before the query runs. */
    static Spot constant(double lon, double lat) {
        return new Spot(
                SqlText.number(lon), SqlText.number(lat), Optional.empty(), Optional.of(new Position(lon, lat)));
    }

    /** A position of coordinates that vary. */
    static Spot of(String lon, String lat) {
        return new Spot(lon, lat, Optional.of("sphere.vec(" + lon + ", " + lat + ")"), Optional.empty());
    }

    /** A point in an array that SQL calls so; a column has an index on its bounds. */
    static Spot ofArray(String array, boolean isColumn) {
        String lon = "(" + array + ")[1]";
        String lat = "(" + array + ")[2]";
        String vector = isColumn ? "sphere.bounds(" + array + ")" : "sphere.vec(" + lon + ", " + lat + ")";
        return new Spot(lon, lat, Optional.of(vector), Optional.empty());
    }

    boolean isConstant() {
        return constant.isPresent();
    }

    /** SQL of both coordinates as two arguments. */
    String coordinates() {
        return lon + ", " + lat;
    }

    /** SQL of its unit vector. */
    String unitVector() {
        return vector.orElseGet(() -> box(0));
    }

    /** SQL of a box around it that holds every unit vector within a radius; only for a constant. */
    String box(double radius) {
        Position p = constant.orElseThrow();
        double x = Math.cos(Math.toRadians(p.lat)) * Math.cos(Math.toRadians(p.lon));
        double y = Math.cos(Math.toRadians(p.lat)) * Math.sin(Math.toRadians(p.lon));
        double z = Math.sin(Math.toRadians(p.lat));
        double side = radius == 0 ? 0 : chord(radius);
        if (side == 0) {
            return "'(" + x + "," + y + "," + z + ")'::sphere.cube";
        }
        return "'(" + (x - side) + "," + (y - side) + "," + (z - side) + "),(" + (x + side) + "," + (y + side) + ","
                + (z + side) + ")'::sphere.cube";
    }

    /** The straight line between unit vectors that far apart, in degrees, and a little more against rounding. */
    static double chord(double radius) {
        return 2 * Math.sin(Math.toRadians(Math.max(0, Math.min(180, radius)) / 2)) + 1e-12;
    }
}
