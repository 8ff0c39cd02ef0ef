package org.ctavo.sphere;

import java.sql.SQLException;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class UdfTest {
    @RegisterExtension
    static SphereDatabase database = new SphereDatabase();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "NULL",
            textBlock =
                    """
        udf.to_jd('2000-01-02T12:00:00')                     | 2451546
        udf.to_mjd('2000-01-02T12:00:00')                    | 51545.5
        udf.to_mjd('1858-11-17')                             | 0
        udf.to_jd(NULL)                                      | NULL
        udf.timestamp('2000-01-02')                          | 2000-01-02 00:00:00
        udf.timestamp(' 2000-01-02T03:04:05.25Z ')           | 2000-01-02 03:04:05.25
        udf.text('2000-01-02 03:04:05.25')                   | 2000-01-02T03:04:05.25
        udf.text('2000-01-02 03:04:00')                      | 2000-01-02T03:04:00
        udf.text('2000-01-02 03:04:10')                      | 2000-01-02T03:04:10
        udf.hasword('Supernova remnants, in X-rays', 'X-RAYS')  | t
        udf.hasword('a map of the Crab', 'crab map')         | t
        udf.hasword('a map of the Crab', 'crab nebula')      | f
        udf.hashlist_has('foo#bar#baz', 'BAR')               | t
        udf.hashlist_has('foo#bar#baz', 'ba')                | f
        udf.hashlist_has('foo#bar#baz', 'foo#bar')           | f
        udf.hms('10:30:00')                                  | 157.5
        udf.hms('103000')                                    | 157.5
        udf.hms('10h30m0s')                                  | 157.5
        udf.hms('10H30M0S')                                  | 157.5
        udf.hms('24:00:00')                                  | NULL
        udf.hms('10:60:00')                                  | NULL
        udf.hms('whenever')                                  | NULL
        udf.dms('-0:15:0')                                   | -0.25
        udf.dms('+12:30:00')                                 | 12.5
        udf.dms('-123000.0')                                 | -12.5
        udf.dms('12d30m36s')                                 | 12.51
        udf.round(2.5, 0)                                    | 3
        udf.round(-2.5, 0)                                   | -3
        udf.round(2.675, 2)                                  | 2.68
        udf.round(1234.5, -2)                                | 1200
        udf.round('Infinity', 2)                             | Infinity
        udf.round(1e300, -2)                                 | 1e+300
        udf.truncate(-2.789, 2)                              | -2.78
        udf.truncate(1299, -2)                               | 1200
        udf.mod(-7, 3)                                       | -1
        udf.mod(7, -3)                                       | 1
        udf.mod(5.5, 0.1)                                    | 0
        """)
    void computes(String expression, String expected) throws SQLException {
        assertThat(database.value(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        (VALUES (-5.0), (0), (0.5), (1), (9.999), (10), (11), (NULL)) AS v (x) | 0, 10, 5 | {2,3,0,0,0,1,2}
        (VALUES (NULL::float8)) AS v (x)                                       | 0, 1, 2  | {1,0,0,0}
        """)
    void histogramsCountWhatIsBelowWithinAndAbove(String rows, String bins, String expected) throws SQLException {
        assertThat(database.value("udf.histogram(x, " + bins + ") FROM " + rows))
                .isEqualTo(expected);
    }
}
