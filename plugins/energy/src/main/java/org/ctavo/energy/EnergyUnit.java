package org.ctavo.energy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.ctavo.spi.SqlArgument;

/** The units in which energies can be given. */
enum EnergyUnit {
    EV("eV", 0),
    KEV("keV", 3),
    MEV("MeV", 6),
    GEV("GeV", 9),
    TEV("TeV", 12),
    PEV("PeV", 15);

    /** Planck's constant in J s, the speed of light in m/s and the elementary charge in C: exact since 2019. */
    private static final double HC_JOULE_METRE = 6.62607015e-34 * 299792458;

    private static final double ELECTRONVOLT = 1.602176634e-19;

    private final String symbol;
    private final double hc;

    EnergyUnit(String symbol, int powerOfTen) {
        this.symbol = symbol;
        this.hc = HC_JOULE_METRE / (ELECTRONVOLT * Math.pow(10, powerOfTen));
    }

    /** As VOUnits writes it. */
    String symbol() {
        return symbol;
    }

    /** The product of an energy in this unit and its wavelength in metres. */
    double hc() {
        return hc;
    }

    /**
     * The unit of a call: its argument at that place, TeV if there is none.
     *
     * @throws IllegalArgumentException if it is not one of these, written out
     */
    static EnergyUnit of(List<SqlArgument> arguments, int index) {
        if (arguments.size() <= index) {
            return TEV;
        }
        String given = arguments
                .get(index)
                .literal()
                .map(Object::toString)
                .orElseThrow(() -> new IllegalArgumentException("the unit must be written out, as in 'GeV'"));
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(given))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("energies are given in "
                        + Arrays.stream(values()).map(EnergyUnit::symbol).collect(Collectors.joining(", "))
                        + ", not in '"
                        + given + "'"));
    }
}
