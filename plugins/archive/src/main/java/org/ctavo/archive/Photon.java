package org.ctavo.archive;

/** Energies and wavelengths of photons. */
public final class Photon {
    /** h c in m · TeV (CODATA 2018: h, c and e are exact). */
    private static final double HC = 6.62607015e-34 * 299_792_458.0 / 1.602176634e-19 / 1e12;

    private static final double EV_PER_TEV = 1e12;

    private Photon() {}

    /** The wavelength in vacuum, in metres, of an energy in TeV. */
    public static double wavelength(double tev) {
        return HC / tev;
    }

    /** An energy in TeV as eV. */
    public static double electronVolt(double tev) {
        return tev * EV_PER_TEV;
    }
}
