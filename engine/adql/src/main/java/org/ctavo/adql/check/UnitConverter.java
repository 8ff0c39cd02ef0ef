package org.ctavo.adql.check;

/** Knows how values convert from one unit to another. */
@FunctionalInterface
public interface UnitConverter {
    /** Converts nothing but a unit to itself. */
    UnitConverter NONE = (from, to) -> {
        if (from.equals(to)) {
            return 1;
        }
        throw new IllegalArgumentException("no conversion from " + from + " to " + to + " is known");
    };

    /**
     * The factor that makes a value in one unit a value in another.
     *
     * @param from in VOUnits
     * @param to in VOUnits
     * @return greater than 0
     * @throws IllegalArgumentException if one is no unit or they do not convert, in words for a user
     */
    double factor(String from, String to);
}
