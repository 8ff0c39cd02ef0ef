package org.ctavo.adql.unit;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a unit measures and how large it is.
 *
 * @param scale how many of the base units it is
 * @param dimension the powers of base units, none of them 0; empty for a plain number
 */
record Unit(double scale, Map<String, Double> dimension) {
    static final Unit ONE = new Unit(1, Map.of());
    private static final double NOTHING = 1e-9;

    /** Copies the map. */
    Unit {
        dimension = Map.copyOf(dimension);
    }

    /** A unit by which others are measured. */
    static Unit base(String name) {
        return new Unit(1, Map.of(name, 1.0));
    }

    Unit times(double factor) {
        return new Unit(scale * factor, dimension);
    }

    Unit times(Unit other) {
        return combined(other, 1);
    }

    Unit over(Unit other) {
        return combined(other, -1);
    }

    private Unit combined(Unit other, int sign) {
        Map<String, Double> powers = new TreeMap<>(dimension);
        other.dimension.forEach((base, power) -> powers.merge(base, sign * power, Double::sum));
        powers.values().removeIf(power -> Math.abs(power) < NOTHING);
        return new Unit(sign > 0 ? scale * other.scale : scale / other.scale, powers);
    }

    Unit power(double exponent) {
        Map<String, Double> powers = new TreeMap<>();
        dimension.forEach((base, power) -> powers.put(base, power * exponent));
        powers.values().removeIf(power -> Math.abs(power) < NOTHING);
        return new Unit(Math.pow(scale, exponent), powers);
    }

    /** Whether both measure the same. */
    boolean measuresSame(Unit other) {
        return over(other).dimension.isEmpty();
    }
}
