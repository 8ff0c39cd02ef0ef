package org.ctavo.adql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ctavo.adql.check.UnitConverter;
import org.ctavo.adql.fault.AdqlException;
import org.ctavo.adql.fault.AdqlFault;
import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.adql.grammar.Limits;
import org.ctavo.spi.Category;
import org.ctavo.spi.FunctionDeclaration;
import org.ctavo.spi.SqlForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is told of queries that are wrong. */
class FaultsTest {
    private static final Adql ADQL = new Adql(
            FeatureSet.ALL,
            List.of(
                    FunctionDeclaration.of(
                            "ivo_healpix_index(o INTEGER, lon REAL, lat REAL) -> BIGINT", "", SqlForm.pattern("$1")),
                    FunctionDeclaration.of(
                            "ivo_healpix_index(o INTEGER, p POINT) -> BIGINT", "", SqlForm.pattern("$1"))),
            Limits.DEFAULT,
            UnitConverter.NONE);

    private static AdqlException faults(String query) {
        AdqlException faults = catchThrowableOfType(AdqlException.class, () -> ADQL.check(query, Tables.CATALOGUE));
        assertThat(faults).as(query).isNotNull();
        return faults;
    }

    /** Queries, each with its faults in the lines below: code, column and length, words. */
    static Stream<Arguments> table() throws IOException {
        try (InputStream in = FaultsTest.class.getResourceAsStream("faults.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("\n\n+").splitAsStream(text.strip()).map(block -> {
                String[] parts = block.split("\n", 2);
                return Arguments.of(parts[0], parts[1]);
            });
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void tellsWhatWhereAndWhatToDo(String query, String told) {
        AdqlException faults = faults(query);
        assertThat(told(faults)).isEqualTo(told);
        assertThat(faults.code().category()).isEqualTo(Category.USER);
    }

    static String told(AdqlException faults) {
        return faults.faults().stream()
                .map(fault -> fault.code() + " " + fault.column() + "+" + fault.length() + " " + fault.sentence())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void underlinesTheOffendingText() {
        assertThat(faults("SELECT obs_id,\n  s_raa\nFROM ivoa.obscore").getMessage())
                .isEqualTo(
                        """
                        line 2, column 3: `s_raa`: no such column in ivoa.obscore; did you mean `s_ra`?
                            s_raa
                            ^^^^^""");
    }

    @Test
    void countsCharactersNotHalvesOfThem() {
        AdqlFault fault = faults("SELECT '😀' || 1 FROM ivoa.obscore").faults().get(0);
        assertThat(fault.column()).isEqualTo(15);
        assertThat(fault.length()).isEqualTo(1);
    }

    @Test
    void cutsLongLinesAroundTheFault() {
        String message = faults("SELECT " + "s_ra, ".repeat(100) + "s_raa FROM ivoa.obscore")
                .getMessage();
        List<String> lines = message.lines().toList();
        assertThat(lines.get(1)).startsWith("  …").hasSizeLessThan(110);
        int at = lines.get(2).indexOf('^');
        assertThat(lines.get(1).substring(at)).startsWith("s_raa");
    }

    @Test
    void tellsAllFaultsAtOnceInTheirOrder() {
        AdqlException faults = faults(
                "SELECT s_raa, group, COUNT(target) FROM ivoa.obscore WHERE s_dec > 'x' AND CONTAINS(1, 2) LIMIT 5");
        assertThat(faults.faults().stream().map(f -> f.code().name()))
                .containsExactly(
                        "NO_SUCH_COLUMN",
                        "RESERVED_WORD",
                        "NO_SUCH_COLUMN",
                        "WRONG_TYPE",
                        "CONDITION_NEEDED",
                        "WRONG_TYPE",
                        "WRONG_TYPE",
                        "NOT_ADQL");
    }

    @Test
    void tellsNoMoreThanOneReads() {
        assertThat(faults("SELECT " + "x, ".repeat(1000) + "x FROM ivoa.obscore")
                        .faults())
                .hasSize(20);
    }
}
