package org.ctavo.ingest.dl3;

import java.util.Optional;

import org.ctavo.ingest.fits.TableLayout;
import org.ctavo.ingest.fits.TableRow;

/**
 * A point spread function as the radii that hold 68 % of a source's events, whichever GADF format gave them
 * (PSF_TABLE, PSF_3GAUSS, PSF_KING).
 */
public final class PointSpread {
    /** FWHM of a Gaussian over the radius that holds 68 % of it: 2 √(2 ln 2) / √(−2 ln 0.32). */
    private static final double FWHM_OF_R68 = 2 * Math.sqrt(Math.log(2) / -Math.log(0.32));

    private static final double ARCSEC = 3600;

    private final Axis energy;
    private final Axis offset;
    private final double[] radii;

    private PointSpread(Axis energy, Axis offset, double[] radii) {
        this.energy = energy;
        this.offset = offset;
        this.radii = radii;
    }

    /** Reads the single row of a response; empty if it is in a format unknown here. */
    static Optional<PointSpread> read(TableLayout layout, TableRow row) {
        Optional<Containment> containment = Containment.of(layout, row);
        if (containment.isEmpty()) {
            return Optional.empty();
        }
        Axis energy = Axis.read(layout, row, "ENERG", "ETRUE");
        Axis offset = Axis.read(layout, row, "THETA");
        double[] radii = new double[energy.size() * offset.size()];
        containment.get().check(radii.length);
        for (int i = 0; i < radii.length; i++) {
            radii[i] = containment.get().radius(i);
        }
        return Optional.of(new PointSpread(energy, offset, radii));
    }

    /**
     * The angular resolution as ObsCore means it: a full width at half maximum, in arcsec. The functions of Cherenkov
     * telescopes are far from Gaussian and come in bins too coarse for a half maximum, so it is that of the Gaussian
     * which holds 68 % of the events within the same radius (1.560 times that radius).
     *
     * @param fwhm at the reference energy and off-axis angle
     * @param range over all energies at which there is effective area, on axis
     * @param energy the reference energy in TeV
     * @param offset the reference off-axis angle in degrees
     */
    public record Resolution(double fwhm, Span range, double energy, double offset) {}

    /**
     * The resolution at a reference.
     *
     * @param tev wanted energy; the nearest with effective area is taken, and told
     * @param degrees off-axis angle
     */
    public Optional<Resolution> resolution(double tev, double degrees, Optional<EffectiveArea> area) {
        int column = offset.nearest(degrees);
        Span.Builder range = new Span.Builder();
        int best = -1;
        for (int e = 0; e < energy.size(); e++) {
            if (isValid(e, 0, area)) {
                range.add(fwhm(e, 0));
            }
            if (isValid(e, column, area) && (best < 0 || distance(e, tev) < distance(best, tev))) {
                best = e;
            }
        }
        if (best < 0 || range.span().isEmpty()) {
            return Optional.empty();
        }
        double reference = distance(best, tev) == 0 ? tev : energy.middle(best);
        return Optional.of(new Resolution(fwhm(best, column), range.span().get(), reference, degrees));
    }

    /** The radius that holds 68 % of the events, in degrees; NaN where it is not known. */
    double r68(double tev, double degrees) {
        return radii[energy.nearest(tev) + energy.size() * offset.nearest(degrees)];
    }

    private double fwhm(int e, int t) {
        return radii[e + energy.size() * t] * FWHM_OF_R68 * ARCSEC;
    }

    private boolean isValid(int e, int t, Optional<EffectiveArea> area) {
        double degrees = (offset.low(t) + offset.high(t)) / 2;
        return radii[e + energy.size() * t] > 0
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
