package org.ctavo.adql.unit;

import org.ctavo.adql.check.UnitConverter;

/** Converts between units in the syntax of VOUnits 1.1 that measure the same. Immutable. */
public final class VOUnits implements UnitConverter {
    /** Nearer than this part of itself to a whole number or a power of ten, a factor is meant to be it. */
    private static final double ROUNDING = 1e-13;

    /** So near even a large number must be to a whole one. */
    private static final double NEAR = 1e-3;

    @Override
    public double factor(String from, String to) {
        Unit source = UnitParser.parse(from);
        Unit target = UnitParser.parse(to);
        if (!source.measuresSame(target)) {
            throw new IllegalArgumentException(
                    "\"" + from + "\" cannot be converted to \"" + to + "\": they measure different things");
        }
        double factor = source.scale() / target.scale();
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "\"" + from + "\" cannot be converted to \"" + to + "\": the factor is out of range");
        }
        return factor >= 1 ? whole(factor) : 1 / whole(1 / factor);
    }

    private static double whole(double factor) {
        double whole = Math.rint(factor);
        if (Math.abs(factor - whole) <= Math.min(ROUNDING * factor, NEAR)) {
            return whole;
        }
        double power = Double.parseDouble("1e" + Math.round(Math.log10(factor)));
        return Math.abs(factor - power) <= ROUNDING * factor ? power : factor;
    }
}
