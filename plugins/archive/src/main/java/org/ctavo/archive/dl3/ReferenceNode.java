package org.ctavo.archive.dl3;

import java.util.Optional;

/** Picks what a response is quoted at: a reference energy and angle, and the range over all energies on axis. */
final class ReferenceNode {
    private final Axis energy;
    private final Axis offset;
    private final double[] values;
    private final Optional<EffectiveArea> area;

    /**
     * A choice among the nodes of a response.
     *
     * @param values one a node, energy running fastest; NaN where there is none
     * @param area nodes where it is zero do not count; all count if there is none
     */
    ReferenceNode(Axis energy, Axis offset, double[] values, Optional<EffectiveArea> area) {
        this.energy = energy;
        this.offset = offset;
        this.values = values;
        this.area = area;
    }

    /**
     * What was picked.
     *
     * @param value at the reference
     * @param range of the values on axis
     * @param energy the one wanted if the node holds it, else the middle of the node
     */
    record Picked(double value, Span range, double energy) {}

    Optional<Picked> at(double tev, double degrees) {
        int column = offset.nearest(degrees);
        Span.Builder range = new Span.Builder();
        int best = -1;
        for (int e = 0; e < energy.size(); e++) {
            if (counts(e, 0)) {
                range.add(values[e]);
            }
            if (counts(e, column) && (best < 0 || distance(e, tev) < distance(best, tev))) {
                best = e;
            }
        }
        if (best < 0 || range.span().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Picked(
                values[best + energy.size() * column],
                range.span().get(),
                distance(best, tev) == 0 ? tev : energy.middle(best)));
    }

    private boolean counts(int e, int t) {
        double degrees = (offset.low(t) + offset.high(t)) / 2;
        return values[e + energy.size() * t] > 0
                && area.map(known -> known.sees(energy.low(e), energy.high(e), degrees))
                        .orElse(true);
    }

    /** How far an energy is from a bin, in logarithms; 0 within it. */
    private double distance(int e, double tev) {
        if (tev >= energy.low(e) && (tev < energy.high(e) || tev == energy.low(e))) {
            return 0;
        }
        return Math.min(Math.abs(Math.log(tev / energy.low(e))), Math.abs(Math.log(tev / energy.high(e))));
    }
}
