package org.ctavo.archive.dl3;

import java.util.Optional;

import org.ctavo.archive.fits.TableLayout;
import org.ctavo.archive.fits.TableRow;
import org.ctavo.spi.Fault;

/** An energy dispersion (GADF, EDISP_2D) as the resolving power E/ΔE at each of its nodes. */
public final class EnergyDispersion {
    /** Full width at half maximum of a Gaussian over its standard deviation. */
    private static final double FWHM_OF_SIGMA = 2 * Math.sqrt(2 * Math.log(2));

    /** What lies below minus one, and plus one, standard deviation of a Gaussian. */
    private static final double LOW_PART = 0.158655254;

    private static final double HIGH_PART = 1 - LOW_PART;

    private final Axis energy;
    private final Axis offset;
    private final double[] powers;

    private EnergyDispersion(Axis energy, Axis offset, double[] powers) {
        this.energy = energy;
        this.offset = offset;
        this.powers = powers;
    }

    /** Reads the single row of a response; empty if it is in a format unknown here. */
    static Optional<EnergyDispersion> read(TableLayout layout, TableRow row) {
        if (!layout.has("MIGRA_LO", "MIGRA_HI", "MATRIX")) {
            return Optional.empty();
        }
        Axis energy = Axis.read(layout, row, "ENERG", "ETRUE");
        Axis offset = Axis.read(layout, row, "THETA");
        Axis migration = Axis.read(layout, row, "MIGRA");
        double[] matrix = Axis.numbers(layout, row, "MATRIX");
        if (matrix.length != energy.size() * migration.size() * offset.size()) {
            throw new Fault(Dl3Fault.IMPLAUSIBLE, "The energy dispersion does not fit its axes.");
        }
        double[] powers = new double[energy.size() * offset.size()];
        double[] parts = new double[migration.size()];
        for (int i = 0; i < powers.length; i++) {
            int e = i % energy.size();
            int t = i / energy.size();
            for (int m = 0; m < parts.length; m++) {
                double density = matrix[e + energy.size() * (m + migration.size() * t)];
                parts[m] = density > 0 ? density * (migration.high(m) - migration.low(m)) : 0;
            }
            powers[i] = power(parts, migration);
        }
        return Optional.of(new EnergyDispersion(energy, offset, powers));
    }

    private static double power(double[] parts, Axis migration) {
        double total = 0;
        for (double part : parts) {
            total += part;
        }
        if (!(total > 0) || !Double.isFinite(total)) {
            return Double.NaN;
        }
        double width = quantile(parts, migration, HIGH_PART * total) - quantile(parts, migration, LOW_PART * total);
        return quantile(parts, migration, total / 2) / (FWHM_OF_SIGMA * width / 2);
    }

    private static double quantile(double[] parts, Axis migration, double wanted) {
        double left = wanted;
        for (int m = 0; m < parts.length; m++) {
            if (parts[m] >= left && parts[m] > 0) {
                return migration.low(m) + (migration.high(m) - migration.low(m)) * left / parts[m];
            }
            left -= parts[m];
        }
        return migration.high(parts.length - 1);
    }

    /**
     * The resolving power as ObsCore means it: E/ΔE, ΔE a full width at half maximum. Dispersions are not Gaussian, so
     * it is the width of the Gaussian that holds the middle 68 % of the energies.
     *
     * @param power at the reference energy and off-axis angle
     * @param range over all energies at which there is effective area, on axis
     * @param energy the reference energy in TeV
     * @param offset the reference off-axis angle in degrees
     */
    public record ResolvingPower(double power, Span range, double energy, double offset) {}

    /** The resolving power at a reference, or at the nearest energy with effective area. */
    public Optional<ResolvingPower> resolvingPower(double tev, double degrees, Optional<EffectiveArea> area) {
        return new ReferenceNode(energy, offset, powers, area)
                .at(tev, degrees)
                .map(node -> new ResolvingPower(node.value(), node.range(), node.energy(), degrees));
    }
}
