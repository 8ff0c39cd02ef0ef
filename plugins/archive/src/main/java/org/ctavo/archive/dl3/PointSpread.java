package org.ctavo.archive.dl3;

import java.util.Optional;

import org.ctavo.archive.fits.TableLayout;
import org.ctavo.archive.fits.TableRow;

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
        return new ReferenceNode(energy, offset, radii, area)
                .at(tev, degrees)
                .map(node -> new Resolution(
                        fwhm(node.value()),
                        new Span(fwhm(node.range().low()), fwhm(node.range().high())),
                        node.energy(),
                        degrees));
    }

    private static double fwhm(double radius) {
        return radius * FWHM_OF_R68 * ARCSEC;
    }
}
