package org.ctavo.archive.dl3;

import java.util.Optional;
import java.util.OptionalDouble;

import org.ctavo.archive.fits.FitsHeader;
import org.ctavo.archive.fits.TableLayout;
import org.ctavo.archive.fits.TableRow;
import org.ctavo.spi.Fault;

/** An effective area (GADF, AEFF_2D): where the instrument sees at all, and from which energy on it is trusted. */
public final class EffectiveArea {
    private static final double EDGE = 1e-4;

    private final Axis energy;
    private final Axis offset;
    private final double[] area;
    private final Optional<Span> thresholds;

    private EffectiveArea(Axis energy, Axis offset, double[] area, Optional<Span> thresholds) {
        this.energy = energy;
        this.offset = offset;
        this.area = area;
        this.thresholds = thresholds;
    }

    static EffectiveArea read(FitsHeader header, TableLayout layout, TableRow row) {
        Axis energy = Axis.read(layout, row, "ENERG", "ETRUE");
        Axis offset = Axis.read(layout, row, "THETA");
        double[] area = Axis.numbers(layout, row, "EFFAREA");
        if (area.length != energy.size() * offset.size()) {
            throw new Fault(Dl3Fault.IMPLAUSIBLE, "The effective area does not fit its axes.");
        }
        return new EffectiveArea(energy, offset, area, thresholds(header));
    }

    private static Optional<Span> thresholds(FitsHeader header) {
        OptionalDouble low = header.number("LO_THRES");
        OptionalDouble high = header.number("HI_THRES");
        if (low.isEmpty() || high.isEmpty() || !(0 < low.getAsDouble() && low.getAsDouble() < high.getAsDouble())) {
            return Optional.empty();
        }
        return Optional.of(new Span(low.getAsDouble(), high.getAsDouble()));
    }

    /** LO_THRES to HI_THRES in TeV; empty if they are missing or not in order. */
    public Optional<Span> thresholds() {
        return thresholds;
    }

    /** The largest off-axis angle, in degrees, at which there is any area; empty if there is none. */
    public OptionalDouble largestOffset() {
        double largest = -1;
        for (int t = 0; t < offset.size(); t++) {
            for (int e = 0; e < energy.size(); e++) {
                if (area[e + energy.size() * t] > 0) {
                    largest = Math.max(largest, offset.high(t));
                    break;
                }
            }
        }
        return largest > 0 ? OptionalDouble.of(largest) : OptionalDouble.empty();
    }

    /** Whether there is any area between two energies in TeV at an off-axis angle in degrees. */
    boolean sees(double fromTev, double toTev, double degrees) {
        int t = offset.nearest(degrees);
        for (int e = 0; e < energy.size(); e++) {
            // Edges are single-precision numbers: those that only touch may seem to overlap.
            boolean overlaps = energy.low(e) < toTev * (1 - EDGE) && energy.high(e) > fromTev * (1 + EDGE);
            if (overlaps && area[e + energy.size() * t] > 0) {
                return true;
            }
        }
        return false;
    }
}
