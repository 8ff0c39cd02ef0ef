package org.ctavo.soda.region;

/**
 * All between two meridians and two parallels.
 *
 * @param west first longitude in degrees, 0 to 360
 * @param east second longitude; below the first, the range goes across longitude 0
 * @param south least latitude in degrees, -90 to 90
 * @param north greatest latitude
 */
public record Range(double west, double east, double south, double north) implements Region {

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if one is out of range, or north lies south of south
     */
    public Range {
        new Position(west, south);
        new Position(east, north);
        if (south > north) {
            throw new IllegalArgumentException(
                    "the range of latitudes is turned round: " + south + " is above " + north);
        }
    }

    @Override
    public boolean contains(double x, double y, double z) {
        double lat = Math.toDegrees(Math.atan2(z, Math.hypot(x, y)));
        if (!(lat >= south && lat <= north)) {
            return false;
        }
        double angle = Math.toDegrees(Math.atan2(y, x));
        double lon = angle < 0 ? angle + 360 : angle;
        boolean within = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
        // Longitude 0 is longitude 360 as well.
        return within || (lon == 0 && east == 360);
    }

    @Override
    public String text() {
        return "RANGE " + west + " " + east + " " + south + " " + north;
    }
}
