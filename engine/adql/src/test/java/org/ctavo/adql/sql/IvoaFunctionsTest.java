package org.ctavo.adql.sql;

import java.sql.SQLException;

import org.ctavo.adql.function.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The examples of the catalogue of user-defined functions 1.2, and the cases at its borders. */
class IvoaFunctionsTest {
    private static final SkyDatabase sky = SkyDatabase.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "NULL",
            textBlock =
                    """
        ivo_healpix_index(0, 1, 1)                            | 4
        ivo_healpix_index(0, POINT(1, 1))                     | 4
        ivo_healpix_index(29, 1, NULL)                        | NULL
        ivo_healpix_center(0, 6)                              | {180,0}
        ivo_healpix_index(20, ivo_healpix_center(20, 123456789012)) | 123456789012
        ROUND(COORD1(ivo_epoch_prop_pos(7.606083572, 11.79044105, 125, 300, -428.8, 52.51, 2016.0, 1992.25)), 12) \
            | 7.604061404628
        ROUND(COORD2(ivo_epoch_prop_pos(7.606083572, 11.79044105, 125, 300, -428.8, 52.51, 2016.0, 1992.25)), 12) \
            | 11.793270382828
        ROUND(COORD1(ivo_epoch_prop_pos(10, 20, NULL, NULL, NULL, NULL, 2016, 2000)), 12) | 10
        ROUND(COORD1(ivo_geom_transform('ICRS', 'GALACTIC', POINT(120, -23))), 9) | 241.121831183
        ROUND(COORD2(ivo_geom_transform('ICRS', 'GALACTIC', POINT(120, -23))), 9) | 3.627857881
        ivo_geom_transform('ICRS', 'ICRS', CIRCLE(10, 0, 2))  | {10,0,2}
        ivo_to_jd('2000-01-02T12:00:00')                      | 2451546
        ivo_to_mjd('2000-01-02T12:00:00')                     | 51545.5
        ivo_to_mjd(CAST('2000-01-02T12:00:00' AS TIMESTAMP))  | 51545.5
        ivo_to_mjd(NULL)                                      | NULL
        ivo_nocasematch('Crab Nebula', 'crab%')               | 1
        ivo_nocasematch('Crab Nebula', 'crab')                | 0
        ivo_nocasematch(NULL, 'crab')                         | NULL
        ivo_hasword('The quick brown fox', 'FOX')             | 1
        ivo_hasword('The quick brown fox', 'fox hunt')        | 0
        ivo_hashlist_has('a#b#c', 'B')                        | 1
        ivo_hashlist_has('a#b#c', 'a#b')                      | 0
        ivo_interval_overlaps(-2, 2, 2, 3)                    | 1
        ivo_interval_overlaps(-2, 55.3, 3, 2)                 | 0
        ivo_interval_overlaps(-2, 55.3, NULL, 2)              | NULL
        ivo_interval_has(n, spread)                           | 1
        ivo_interval_has(n + 11, spread)                      | 0
        ivo_hms_to_degrees('10:30:00')                        | 157.5
        ivo_hms_to_degrees('1h2m3s')                          | 15.5125
        ivo_dms_to_degrees('-0:15:0')                         | -0.25
        ivo_dms_to_degrees('nowhere')                         | NULL
        ivo_normal_random(5, 0)                               | 5
        """)
    void values(String expression, String expected) throws SQLException {
        assertThat(sky.value(expression)).isEqualTo(String.valueOf(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
        ivo_string_agg(name, '; ')      | Source 1; Source 2
        ivo_histogram(id, 1, 3, 2)      | {0,1,1,0}
        ivo_histogram(id, 1.5, 2, 1)    | {1,0,1}
        """)
    void aggregates(String expression, String expected) throws SQLException {
        assertThat(sky.rows("SELECT " + expression + " FROM sky.source WHERE id IN (1, 2)"))
                .containsExactly(expected);
    }

    @Test
    void aPositionThatIsMissingCannotBeMoved() {
        assertThatThrownBy(() -> sky.value("ivo_epoch_prop_pos(NULL, 20, 1, 1, 1, 1, 2016, 2000)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("cannot be moved in time");
    }

    @Test
    void conditionsAreConditions() {
        assertThat(sky.translate("SELECT id FROM sky.source WHERE 1 = ivo_nocasematch(name, 'x')")
                        .sql())
                .contains(" ILIKE ")
                .doesNotContain(" = 1");
    }

    @Test
    void everyDeclarationCanBeReadAndIsWrittenAsItWasMeant() {
        assertThat(IvoaFunctions.declarations()).hasSize(17).allSatisfy(function -> assertThat(
                        Signature.parse(function.signature()).written())
                .isEqualTo(function.signature()));
    }
}
