package org.ctavo.adql.unit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class VOUnitsTest {
    private final VOUnits units = new VOUnits();

    @ParameterizedTest
    @CsvSource({
        "deg, arcsec, 3600",
        "deg, arcmin, 60",
        "arcsec, deg, 2.777777777777778e-4",
        "deg, mas, 3600000",
        "rad, deg, 57.29577951308232",
        "uarcsec, mas, 0.001",
        "deg**2, sr, 3.0461741978670857e-4",
        "sr, arcsec**2, 42545170296.15221",
        "m, nm, 1000000000",
        "Angstrom, nm, 0.1",
        "angstrom, Angstrom, 1",
        "um, m, 1e-6",
        "dam, m, 10",
        "km, pc, 3.2407792894443648e-14",
        "AU, km, 149597870.7",
        "lyr, pc, 0.30660139378555057",
        "eV, J, 1.602176634e-19",
        "TeV, eV, 1000000000000",
        "TeV, erg, 1.602176634",
        "erg, J, 1e-7",
        "Jy, W.m**-2.Hz**-1, 1e-26",
        "Jy, erg/(s.cm**2.Hz), 1e-23",
        "mJy, uJy, 1000",
        "d, s, 86400",
        "yr, d, 365.25",
        "a, yr, 1",
        "h, min, 60",
        "ks, h, 0.2777777777777778",
        "Hz, s**-1, 1",
        "1/s, Hz, 1",
        "m/s, km/h, 3.6",
        "km.s**-1, m/s, 1000",
        "10**-3J/s, mW, 1",
        "1e-7J, erg, 1",
        "0.001kg, g, 1",
        "kg, g, 1000",
        "solMass, kg, 1.988409870698051e30",
        "G, T, 1e-4",
        "cm**-2.s**-1.TeV**-1, m**-2.s**-1.eV**-1, 1e-8",
        "cm**-2.s**-1.TeV**-1, 1/(m**2.s.GeV), 10",
        "(m**2)**(1/2), m, 1",
        "Hz**(1/2), s**(-0.5), 1",
        "m**(-2), cm**-2, 1e-4",
        "kpc, Mpc, 0.001",
        "kbyte, byte, 1000",
        "Kibyte, byte, 1024",
        "B, bit, 8",
        "count, ct, 1",
        "photon, ph, 1",
        "pix, pixel, 1",
        "mmag, mag, 0.001",
        "mag, mag, 1",
        "Pa, N/m**2, 1",
        "V, J/C, 1",
        "Wb, V.s, 1",
    })
    void converts(String from, String to, double factor) {
        assertThat(units.factor(from, to)).isCloseTo(factor, within(4e-15 * factor));
        assertThat(units.factor(to, from)).isCloseTo(1 / factor, within(4e-15 / factor));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
        m          | s              | "m" cannot be converted to "s": they measure different things
        deg        | m              | they measure different things
        mag        | Jy             | they measure different things
        ct         | ph             | they measure different things
        m          | m**2           | they measure different things
        m          | parsec         | there is no unit "parsec"
        m          | M              | there is no unit "M"; did you mean "m"?
        eV         | tev            | there is no unit "tev"; did you mean
        eV         | GEV            | there is no unit "GEV"; did you mean
        m          | kdeg           | there is no unit "kdeg"
        m          | kmin           | there is no unit "kmin"
        m          | unknown        | there is no unit "unknown"
        m          | 'furlong'      | 'furlong' is a unit of someone's own
        m          | k'furlong'     | k'furlong' is a unit of someone's own
        m          | m2             | "2" is not understood in the unit "m2"; powers are written as in m**2
        m          | m^2            | "^2" is not understood
        m          | m**            | "**" is no power in "m**"
        m          | m**x           | "**x" is no power
        m          | m**(1/0)       | has no value
        J          | N m            | " m" is not understood in the unit "N m"; products are written as in N.m
        J          | N*m            | "*m" is not understood
        W          | J/s/s          | "/s" after a division in "J/s/s" can be read in two ways
        W          | J/s.m          | ".m" after a division
        W          | (J/s           | a parenthesis is not closed
        W          | J/             | the unit "J/" ends too early
        W          | .J             | ".J" is not understood
        W          | J)             | ")" is not understood
        Hz         | log(Hz)        | values in log(…) are not converted
        m          | 0m             | is not understood
        m          | 10**999m       | "10**999" is no factor
        m**-9999   | km**-9999      | out of range
        """)
    void saysWhichPieceIsWrong(String from, String to, String message) {
        assertThatThrownBy(() -> units.factor(from, to.replace("''", "'")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
