package org.ctavo.adql.unit;

import org.ctavo.adql.check.UnitConverter;

/** Converts between units in the syntax of VOUnits 1.1 that measure the same. Immutable. */
public final class VOUnits implements UnitConverter {
    /** Nearer than this to a whole number, or to one over a whole number, a factor is meant to be it. */
    private static final double ROUNDING = 1e-13;

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
        return Math.abs(factor - whole) <= ROUNDING * factor ? whole : factor;
    }
}
