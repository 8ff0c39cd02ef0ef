package org.ctavo.schema.load;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class UnitTextTest {
    @ParameterizedTest
    @CsvSource({
        "m/s, m / s, true",
        "m/s, m.s**-1, true",
        "m/s, m s-1, true",
        "m/s, s^(-1) m, true",
        "Celsius, deg_C, true",
        "erg.cm**-2.s**-1, erg / cm2 / s, true",
        "%, %, true",
        "deg, rad, false",
        "m/s, m.s, false",
        "mHz, MHz, false",
        "'', m, false",
        "10**3 m, 10**3 m, true",
        "10**3 m, km, false"
    })
    void theSameUnitIsKnownHoweverItIsWritten(String one, String other, boolean isSame) {
        assertThat(UnitText.same(one, other)).isEqualTo(isSame);
        assertThat(UnitText.same(other, one)).isEqualTo(isSame);
    }
}
