package org.ctavo.spi;

import java.util.List;

import org.ctavo.spi.Parameters.Entry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ParametersTest {

    @Test
    void namesAreCaseInsensitiveAndValuesAreNot() {
        Parameters parameters = new Parameters(List.of(new Entry("Query", "SELECT a"), new Entry("lang", "ADQL")));
        assertThat(parameters.single("QUERY")).contains("SELECT a");
        assertThat(parameters.single("LANG")).contains("ADQL");
        assertThat(parameters.single("MAXREC")).isEmpty();
    }

    @Test
    void aSingleParameterWithTwoValuesIsAFault() {
        Parameters parameters = new Parameters(List.of(new Entry("LANG", "ADQL"), new Entry("lang", "PQL")));
        assertThatThrownBy(() -> parameters.single("LANG"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("LANG");
    }

    @Test
    void theSameValueTwiceIsNoFault() {
        Parameters parameters = new Parameters(List.of(new Entry("LANG", "ADQL"), new Entry("lang", "ADQL")));
        assertThat(parameters.single("LANG")).contains("ADQL");
    }
}
