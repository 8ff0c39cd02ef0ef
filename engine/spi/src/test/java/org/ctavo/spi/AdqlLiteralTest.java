package org.ctavo.spi;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AdqlLiteralTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Crab Nebula, 'Crab Nebula'",
                "O'Neil, 'O''Neil'",
                "', ''''",
                "' OR 1=1 --, ''' OR 1=1 --'",
                "\\', '\\'''"
            })
    void quotesAreDoubled(String value, String literal) {
        assertThat(AdqlLiteral.of(value)).isEqualTo(literal);
    }

    @Test
    void theEmptyStringIsALiteral() {
        assertThat(AdqlLiteral.of("")).isEqualTo("''");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 0.1, -12.5, 1e-300, 1.7976931348623157e308, 4.9e-324})
    void numbersComeBackExactly(double value) {
        assertThat(Double.parseDouble(AdqlLiteral.of(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatAdqlCannotWriteIsRefused(double value) {
        assertThatThrownBy(() -> AdqlLiteral.of(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
