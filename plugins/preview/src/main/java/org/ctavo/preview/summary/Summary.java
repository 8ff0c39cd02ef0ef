package org.ctavo.preview.summary;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An event list in numbers.
 *
 * @param subject what it is of
 * @param sky counts on the sky
 * @param energies counts by energy
 * @param rate counts by time
 * @param target where the file says the target is: degrees to the east and the north of the pointing; empty if it does
 *     not say, or if that is not on the map
 * @param start of the first good time, MJD UTC
 * @param liveTime seconds; empty if the file does not say
 */
public record Summary(
        Subject subject,
        SkyCounts sky,
        EnergyCounts energies,
        RateCurve rate,
        Optional<Place> target,
        double start,
        OptionalDouble liveTime) {

    /**
     * A place on the map.
     *
     * @param x degrees to the east
     * @param y degrees to the north
     */
    public record Place(double x, double y) {}
}
