package org.ctavo.adql.function;

import java.util.Arrays;
import java.util.List;

import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.spi.FunctionDeclaration;
import org.ctavo.spi.SqlForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignatureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ivo_healpix_index(hpxOrder INTEGER, long REAL, lat REAL) -> BIGINT"
                        + " | ivo_healpix_index(hpxOrder INTEGER, long REAL, lat REAL) -> BIGINT",
                "f()->double   precision | f() -> DOUBLE PRECISION",
                " f ( value VARCHAR(12) , point POINT )  -> INTEGER[] | f(value VARCHAR(12), point POINT) -> INTEGER[]",
                "f(g geometry) -> Text | f(g GEOMETRY) -> TEXT",
                "f(x NUMERIC) -> DOUBLE PRECISION[6] | f(x NUMERIC) -> DOUBLE PRECISION[6]",
            })
    void readsWhatTheStandardWrites(String text, String written) {
        assertThat(Signature.parse(text).written()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "f",
                "f()",
                "f() ->",
                "(x REAL) -> REAL",
                "f(x) -> REAL",
                "f(x REAL,) -> REAL",
                "f(x WORD) -> REAL",
                "f(x REAL) -> THING",
                "1f(x REAL) -> REAL",
                "f(x TEXT[]) -> REAL",
                "f(x REAL -> REAL"
            })
    void refusesWhatIsNoSignature(String text) {
        assertThatThrownBy(() -> Signature.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static FunctionCatalogue catalogue(String... signatures) {
        List<FunctionDeclaration> declarations = Arrays.stream(signatures)
                .map(signature -> FunctionDeclaration.of(signature, "", SqlForm.pattern("$1")))
                .toList();
        return new FunctionCatalogue(FeatureSet.ALL, declarations);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"f(x REAL) -> REAL | F(y REAL) -> TEXT", "g(x REAL) -> REAL | abs(x REAL) -> REAL"})
    void refusesWhatClashes(String one, String other) {
        assertThatThrownBy(() -> catalogue(one, other)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = "f(x REAL) -> REAL | f(x POINT) -> REAL")
    void keepsOverloads(String one, String other) {
        assertThat(catalogue(one, other).declared("F")).hasSize(2);
        assertThat(catalogue(one, other).names()).contains("f", "ABS", "POINT");
    }
}
