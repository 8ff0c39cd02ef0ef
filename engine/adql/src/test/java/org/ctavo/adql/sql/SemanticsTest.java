package org.ctavo.adql.sql;

import java.sql.SQLException;

import org.ctavo.adql.fault.AdqlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What values mean: ADQL's meaning, where PostgreSQL has another by accident. */
class SemanticsTest {
    private static final SkyDatabase sky = SkyDatabase.shared();

    /** Of the row with id 3: name 'Source 3', n 3, k 3, big 30000000000, mag 0.03, flag false. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            nullValues = "NULL",
            textBlock =
                    """
        7 / 2                                  § 3
        -7 / 2                                 § -3
        7 / 2.0                                § 3.5
        7.0 / 2                                § 3.5
        n / 2                                  § 1
        n / 2.                                 § 1.5
        1 + 2 * 3                              § 7
        (1 + 2) * 3                            § 9
        10 - 3 - 2                             § 5
        100 / 10 / 5                           § 2
        +n                                     § 3
        -n - -n                                § 0
        1e3                                    § 1000
        .5 § 0.5
        5.                                     § 5
        0x1F                                   § 31
        6 & 3                                  § 2
        6 | 3                                  § 7
        6 ^ 3                                  § 5
        ~ 5                                    § -6
        n & big                                § 0
        MOD(7, 3)                              § 1
        MOD(-7, 3)                             § -1
        MOD(7, -3)                             § 1
        MOD(7.5, 2)                            § 1.5
        MOD(-5.5, 0.1)                         § 0
        ABS(-n)                                § 3
        ABS(-2.5)                              § 2.5
        CEILING(2.1)                           § 3
        CEILING(-0.5)                          § 0
        FLOOR(-2.1)                            § -3
        ROUND(2.5)                             § 3
        ROUND(3.5)                             § 4
        ROUND(-2.5)                            § -3
        ROUND(2.675, 2)                        § 2.68
        ROUND(1250, -2)                        § 1300
        ROUND(n, -1)                           § 0
        TRUNCATE(2.789, 2)                     § 2.78
        TRUNCATE(-2.789)                       § -2
        TRUNCATE(1299, -2)                     § 1200
        LOG(EXP(2))                            § 2
        LOG10(1000)                            § 3
        POWER(2, 10)                           § 1024
        SQRT(n + 1)                            § 2
        DEGREES(PI())                          § 180
        RADIANS(180) - PI()                    § 0
        ATAN2(1, 1) * 4 - PI()                 § 0
        ROUND(COT(PI() / 4), 9)                § 1
        COS(0) + SIN(0) + TAN(0)               § 1
        ACOS(1) + ASIN(0) + ATAN(0)            § 0
        RAND() * 0                             § 0
        RAND(5) * 0                            § 0
        'a' || 'b' || 'c'                      § abc
        name || NULL                           § NULL
        'it''s'                                § it's
        'back\\slash'                          § back\\slash
        LOWER('AbC') || UPPER('dEf')           § abcDEF
        COALESCE(NULL, n, 5)                   § 3
        COALESCE(n, 2.5)                       § 3
        NULLIF(n, 3)                           § NULL
        NULLIF(n, 4)                           § 3
        NULL + 1                               § NULL
        n + NULL                               § NULL
        CASE WHEN n = 3 THEN 'three' END       § three
        CASE WHEN n > 3 THEN 1 ELSE 2.5 END    § 2.5
        CASE n WHEN 1 THEN 'one' WHEN 3 THEN 'three' ELSE 'many' END § three
        CASE WHEN n = 4 THEN 1 END             § NULL
        CAST(2.7 AS INTEGER)                   § 3
        CAST('12' AS SMALLINT)                 § 12
        CAST(' 12 ' AS BIGINT)                 § 12
        CAST('1.5e3' AS DOUBLE PRECISION)      § 1500
        CAST(1.5 AS VARCHAR)                   § 1.5
        CAST(big AS CHAR)                      § 30000000000
        CAST('abcdef' AS VARCHAR(3))           § abc
        CAST('abcdef' AS CHAR(3))              § abc
        CAST(t AS VARCHAR)                     § 2026-01-01T00:03:00
        CAST('2026-01-31' AS TIMESTAMP)        § 2026-01-31 00:00:00
        CAST('2026-01-31T01:02:03.5Z' AS TIMESTAMP) § 2026-01-31 01:02:03.5
        CAST('1 2' AS POINT)                   § {1,2}
        CAST('1 2 3' AS CIRCLE)                § {1,2,3}
        CAST('1 2 3 4 5 5' AS POLYGON)         § {1,2,3,4,5,5}
        CAST(NULL AS INTEGER)                  § NULL
        IN_UNIT(em_min, 'nm') / em_min         § 1000000000
        ROUND(IN_UNIT(s_ra, 'arcsec') / s_ra, 9) § 3600
        IN_UNIT(s_ra, 'deg') - s_ra            § 0
        POINT(10, 20)                          § {10,20}
        POINT(NULL, 20)                        § NULL
        CIRCLE(10, 20, 1)                      § {10,20,1}
        CIRCLE(POINT(10, 20), 1)               § {10,20,1}
        CIRCLE(pos, NULL)                      § NULL
        POLYGON(1, 1, 2, 1, 2, 2)              § {1,1,2,1,2,2}
        REGION('Circle ICRS 10 20 1')          § {10,20,1}
        CENTROID(CIRCLE(10, 20, 1))            § {10,20}
        COORD1(POINT(10, 20))                  § 10
        COORD2(CENTROID(CIRCLE(10, 20, 1)))    § 20
        COORDSYS(POINT(10, 20))                § ICRS
        AREA(POINT(10, 20))                    § 0
        ROUND(AREA(CIRCLE(10, 20, 1)), 6)      § 3.141513
        DISTANCE(0, 0, 0, 90)                  § 90
        DISTANCE(POINT(0, 0), POINT(180, 0))   § 180
        DISTANCE(0, NULL, 0, 90)               § NULL
        CONTAINS(POINT(10, 20), CIRCLE(10, 20, 1)) § 1
        CONTAINS(POINT(10, 22), CIRCLE(10, 20, 1)) § 0
        CONTAINS(POINT(NULL, 22), CIRCLE(10, 20, 1)) § NULL
        CONTAINS(CIRCLE(10, 20, 1), CIRCLE(10, 20, 2)) § 1
        CONTAINS(CIRCLE(10, 20, 2), CIRCLE(10, 20, 1)) § 0
        CONTAINS(BOX(10, 20, 1, 1), CIRCLE(10, 20, 1)) § 1
        CONTAINS(POINT(10, 20), POINT(10, 20)) § 1
        INTERSECTS(CIRCLE(10, 20, 1), CIRCLE(10, 22, 1)) § 1
        INTERSECTS(CIRCLE(10, 20, 1), CIRCLE(10, 23, 1)) § 0
        INTERSECTS(s_region, CIRCLE(s_ra, s_dec, 1)) § 1
        """)
    void values(String expression, String expected) throws SQLException {
        assertThat(sky.value(expression)).isEqualTo(String.valueOf(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            textBlock =
                    """
        'a%b' LIKE 'a%'                                      § 1
        'a%b' LIKE 'A%'                                      § 0
        'a%b' ILIKE 'A%'                                     § 1
        'a%b' NOT ILIKE 'A%'                                 § 0
        'a\\b' LIKE 'a\\b'                                   § 1
        'a\\b' LIKE 'a\\_'                                   § 1
        'a_b' LIKE 'a\\_b'                                   § 0
        'ab\\' LIKE '%\\'                                    § 1
        'abc' LIKE 'a' || '%'                                § 1
        'a\\b' LIKE 'a' || '\\b'                             § 1
        name LIKE NULL                                       § 0
        n BETWEEN 1 AND 3                                    § 1
        n NOT BETWEEN 1 AND 3                                § 0
        n IN (1, 2.0, 3)                                     § 1
        n NOT IN (1, NULL)                                   § 0
        n IN (SELECT k FROM source WHERE id < 5)         § 1
        n NOT IN (SELECT k FROM source WHERE id = 4)     § 1
        EXISTS (SELECT 1 FROM target WHERE target.id > source.id) § 1
        NOT EXISTS (SELECT * FROM target WHERE target.id < source.id) § 0
        NULL IS NULL                                         § 1
        n IS NOT NULL                                        § 1
        n = NULL                                             § 0
        NOT (n = 3 AND k = 3)                                § 0
        NOT (n = 3 OR k = 4)                                 § 0
        NOT n = 4 AND NOT k <> 3                             § 1
        flag = 0                                             § 1
        t = '2026-01-01T00:03:00'                            § 1
        t > '2025-12-31'                                     § 1
        t + 0 = 0 OR 1 = 1                                   § -1
        CONTAINS(pos, s_region) = 1                          § 1
        CONTAINS(pos, s_region) = CONTAINS(POINT(1, 1), CIRCLE(1, 1, 1)) § 1
        0 = CONTAINS(POINT(10, 20), CIRCLE(10, 20, 1))       § 0
        CONTAINS(POINT(10, 20), CIRCLE(10, 20, 1)) < 2       § 1
        CONTAINS(POINT(NULL, 20), CIRCLE(10, 20, 1)) <> 1    § 0
        1 = ivo_hasword(name, 'SOURCE')                      § 1
        1 <> ivo_hasword(name, 'target')                     § 1
        """)
    void conditions(String condition, int rows) throws SQLException {
        String query = "SELECT id FROM sky.source WHERE id = 3 AND (" + condition + ")";
        if (rows < 0) {
            assertThatThrownBy(() -> sky.translate(query)).isInstanceOf(AdqlException.class);
        } else {
            assertThat(sky.rows(query)).hasSize(rows);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            textBlock =
                    """
        SELECT COUNT(*), COUNT(name), COUNT(DISTINCT k) FROM source WHERE id < 15 § 15, 15, 7
        SELECT SUM(n), AVG(n), MIN(n), MAX(n) FROM source WHERE id IN (1, 2)      § 3, 1.5, 1, 2
        SELECT SUM(DISTINCT k) FROM source WHERE id < 20                          § 21
        SELECT k, COUNT(*) FROM source WHERE id < 15 AND id > 0 GROUP BY k HAVING COUNT(*) > 2 § NONE
        SELECT k * 2 FROM source WHERE id < 15 AND id > 0 GROUP BY k * 2 ORDER BY 1 DESC § 12/10/8/6/4/2/0
        SELECT DISTINCT k FROM source WHERE id < 4 AND id > 0 ORDER BY k DESC     § 3/2/1
        SELECT TOP 2 id FROM source WHERE id > 0 ORDER BY id                      § 1/2
        SELECT TOP 2 id FROM source WHERE id > 0 ORDER BY id OFFSET 3             § 4/5
        SELECT id FROM source WHERE id BETWEEN 1 AND 5 ORDER BY id OFFSET 3       § 4/5
        SELECT TOP 0 id FROM source                                               § NONE
        SELECT id FROM source WHERE id IN (SELECT TOP 2 id FROM source WHERE id > 5 ORDER BY id) ORDER BY 1 § 6/7
        SELECT a.id, b.id FROM source AS a JOIN source AS b ON a.id + 1 = b.id WHERE a.id = 5 § 5, 6
        SELECT a.id, b.id FROM (SELECT TOP 2 id FROM source ORDER BY id) AS a LEFT JOIN target AS b ON a.id \
        = b.id ORDER BY a.id § 0, null/1, 1
        SELECT COUNT(*) FROM source RIGHT OUTER JOIN target USING (id)        § 50
        SELECT id FROM source NATURAL JOIN target                             § NONE
        SELECT COUNT(id), COUNT(*) FROM target AS t FULL OUTER JOIN (SELECT id FROM source WHERE id < 3) AS \
        s USING (id) § 52, 52
        SELECT COUNT(*) FROM target, target AS u                              § 2500
        SELECT x.m FROM (SELECT MAX(id) AS m FROM target) AS x                    § 19601
        SELECT id FROM source WHERE id = 1 UNION SELECT id FROM target WHERE id = 1 § 1
        SELECT id FROM source WHERE id = 1 UNION ALL SELECT id FROM target WHERE id = 1 § 1/1
        SELECT id FROM source WHERE id < 4 AND id > 0 EXCEPT SELECT id FROM target ORDER BY 1 § 2/3
        SELECT id FROM target INTERSECT SELECT id FROM source WHERE id < 10   § 1
        SELECT id FROM source WHERE id = 2 UNION SELECT id FROM target INTERSECT SELECT id FROM source \
        WHERE id < 10 ORDER BY id § 1/2
        (SELECT id FROM source WHERE id = 2 UNION SELECT id FROM target) INTERSECT SELECT id FROM source \
        WHERE id < 10 AND id > 1 § 2
        SELECT TOP 1 id FROM source WHERE id > 6 AND id < 8 UNION ALL (SELECT TOP 1 id FROM source ORDER BY \
        id DESC) ORDER BY 1 § 7/20000
        (SELECT id FROM source WHERE id > 0 ORDER BY id OFFSET 19998) UNION ALL SELECT id FROM source WHERE \
        id = 3 ORDER BY 1 § 3/19999/20000
        SELECT id FROM source WHERE id = 3 UNION SELECT 2.5 FROM source WHERE id = 3 ORDER BY 1 § 2.5/3
        SELECT NULL FROM source WHERE id = 3 UNION SELECT id FROM source WHERE id = 3 ORDER BY 1 § 3/null
        SELECT x.v + 1 FROM (SELECT NULL AS v FROM source WHERE id = 3) AS x      § null
        WITH a AS (SELECT id, name FROM source WHERE id < 3), b AS (SELECT id FROM a WHERE id > 0) SELECT \
        a.name FROM a JOIN b ON a.id = b.id ORDER BY 1 § Source 1/Source 2
        WITH a AS (SELECT TOP 1 id FROM source WHERE id > 3 ORDER BY id UNION SELECT 9 FROM source) SELECT \
        COUNT(*) FROM a § NONE!
        SELECT n AS "a ""b" FROM source WHERE id = 3                              § 3
        SELECT id FROM source WHERE id IN (1, 2) ORDER BY -id                     § 2/1
        SELECT id FROM source WHERE id IN (1, 2) ORDER BY 'x', id                 § 1/2
        SELECT id FROM source AS s WHERE EXISTS (SELECT * FROM target AS t WHERE t.id = s.id) AND id < 500 \
        ORDER BY id § 1/401
        """)
    void queries(String query, String expected) throws SQLException {
        if (expected.equals("NONE!")) {
            assertThatThrownBy(() -> sky.translate(query)).isInstanceOf(AdqlException.class);
        } else {
            assertThat(String.join("/", sky.rows(query))).isEqualTo(expected.equals("NONE") ? "" : expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            textBlock =
                    """
        POINT(10, 91)                              § a latitude of 91.0 degrees does not exist
        CIRCLE(10, 20, -1)                         § a radius of -1.0 degrees does not exist
        CIRCLE(10, 20, 181)                        § a radius of 181.0 degrees does not exist
        BOX(10, 20, 0, 1)                          § a box with a side of 0.0 degrees does not exist
        POLYGON(1, 1, 2, 2, 1, 1)                  § only 2 different positions
        ivo_geom_transform('ICRS', 'galactic', pos) § there is no frame 'galactic'; frames are ICRS
        ivo_geom_transform('ICRS', name, pos)      § frames must be written as literals
        """)
    void constantsWithoutMeaningAreFaultsWithAPlace(String expression, String message) {
        assertThatThrownBy(() -> sky.translate("SELECT id, " + expression + " FROM sky.source"))
                .isInstanceOf(AdqlException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("line 1, column");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            textBlock =
                    """
        n / (n - 3)                  § 22012
        MOD(n, 0)                    § 22012
        1.0 / (n - 3)                § 22012
        LOG(n - 3)                   § 2201E
        SQRT(0 - n)                  § 2201F
        ACOS(n)                      § 22003
        CAST(big AS INTEGER)         § 22003
        CAST(name AS INTEGER)        § 22P02
        POLYGON(0, 0, 180, 0, 90, n) § VO001
        CIRCLE(10, 20, 0 - n)        § VO001
        ivo_healpix_index(30, 1, 1)  § VO005
        """)
    void whatHasNoValueIsAnErrorAndNeverNull(String expression, String state) {
        assertThatThrownBy(() -> sky.value(expression))
                .isInstanceOf(SQLException.class)
                .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo(state));
    }

    @Test
    void aFullJoinWithoutEqualityIsAFault() {
        assertThatThrownBy(() -> sky.translate("SELECT s.id FROM source AS s FULL JOIN target AS t ON s.id < t.id"))
                .isInstanceOf(AdqlException.class)
                .hasMessageContaining("FULL JOIN");
    }

    @Test
    void theRowLimitHoldsWhateverTopSays() {
        assertThat(sky.translate("SELECT TOP 5 id FROM sky.source").sql()).endsWith("LIMIT 5");
        assertThat(sky.translate("SELECT TOP 5000000 id FROM sky.source").sql()).endsWith("LIMIT 1000000");
        assertThat(sky.translate("SELECT id FROM sky.source").sql()).endsWith("LIMIT 1000000");
    }
}
