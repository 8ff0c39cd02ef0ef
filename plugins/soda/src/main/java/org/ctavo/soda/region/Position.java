package org.ctavo.soda.region;

/**
 * A position on the sky.
 *
 * @param lon ICRS right ascension in degrees, 0 to 360
 * @param lat ICRS declination in degrees, -90 to 90
 */
public record Position(double lon, double lat) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the coordinate that is out of range
     */
    public Position {
        if (!(lon >= 0 && lon <= 360)) {
            throw new IllegalArgumentException("longitude " + lon + " is not from 0 to 360 degrees");
        }
        if (!(lat >= -90 && lat <= 90)) {
            throw new IllegalArgumentException("latitude " + lat + " is not from -90 to 90 degrees");
        }
    }

    /** The position as a unit vector. */
    double[] vector() {
        double cos = Math.cos(Math.toRadians(lat));
        return new double[] {
            cos * Math.cos(Math.toRadians(lon)), cos * Math.sin(Math.toRadians(lon)), Math.sin(Math.toRadians(lat))
        };
    }

    String text() {
        return lon + " " + lat;
    }
}
