package org.ctavo.adql.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every spelling of a condition reaches its index, and finds what looking at every row finds. */
class IndexTest {
    private static final SkyDatabase sky = SkyDatabase.shared();

    /** The cone of half a degree around (0.1, 1.2). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 = CONTAINS(POINT(s_ra, s_dec), CIRCLE(0.1, 1.2, 0.5))",
                "CONTAINS(POINT(s_ra, s_dec), CIRCLE(0.1, 1.2, 0.5)) = 1",
                "CONTAINS(POINT('ICRS', s_ra, s_dec), CIRCLE('ICRS', 0.1, 1.2, 0.5)) = 1",
                "CONTAINS(POINT(s_ra, s_dec), CIRCLE(POINT(0.1, 1.2), 0.5)) = 1",
                "CONTAINS(POINT(s_ra, s_dec), CIRCLE(0.1, 1.2, 30/60.)) = 1",
                "CONTAINS(POINT(s_ra, s_dec), CIRCLE(0.1, 1.2, 0.5)) <> 0",
                "CONTAINS(POINT(s_ra, s_dec), CIRCLE(0.1, 1.2, 0.5)) != 0",
                "CONTAINS(POINT(s_ra, s_dec), CIRCLE(0.1, 1.2, 0.5)) > 0",
                "CONTAINS(POINT(s_ra, s_dec), CIRCLE(0.1, 1.2, 0.5)) >= 1",
                "0 < CONTAINS(POINT(s_ra, s_dec), CIRCLE(0.1, 1.2, 0.5))",
                "CONTAINS(POINT(s_ra, s_dec), CIRCLE(0.1, 1.2, 0.5)) IN (1)",
                "CONTAINS(POINT(s_ra, s_dec), CIRCLE(0.1, 1.2, 0.5)) BETWEEN 1 AND 1",
                "NOT CONTAINS(POINT(s_ra, s_dec), CIRCLE(0.1, 1.2, 0.5)) = 0",
                "NOT 1 <> CONTAINS(POINT(s_ra, s_dec), CIRCLE(0.1, 1.2, 0.5))",
                "CONTAINS(POINT(0.1, 1.2), CIRCLE(s_ra, s_dec, 0.5)) = 1",
                "CONTAINS(POINT(360.1, 1.2), CIRCLE(s_ra, s_dec, 0.5)) = 1",
                "INTERSECTS(POINT(s_ra, s_dec), CIRCLE(0.1, 1.2, 0.5)) = 1",
                "1 = INTERSECTS(CIRCLE(0.1, 1.2, 0.5), POINT(s_ra, s_dec))",
                "INTERSECTS(CIRCLE(s_ra, s_dec, 0.2), CIRCLE(0.1, 1.2, 0.3)) = 1",
                "CONTAINS(POINT(s_ra, s_dec), REGION('Circle ICRS 0.1 1.2 0.5')) = 1",
                "CONTAINS(POINT(s_ra, s_dec), CAST('0.1 1.2 0.5' AS CIRCLE)) = 1",
                "DISTANCE(s_ra, s_dec, 0.1, 1.2) <= 0.5",
                "DISTANCE(s_ra, s_dec, 0.1, 1.2) < 0.5",
                "DISTANCE(0.1, 1.2, s_ra, s_dec) < 0.5",
                "DISTANCE(POINT(s_ra, s_dec), POINT(0.1, 1.2)) < 0.5",
                "DISTANCE(POINT(0.1, 1.2), POINT(s_ra, s_dec)) < 0.5",
                "0.5 > DISTANCE(s_ra, s_dec, 0.1, 1.2)",
                "0.5 >= DISTANCE(POINT(s_ra, s_dec), POINT(0.1, 1.2))",
                "DISTANCE(s_ra, s_dec, 0.1, 1.2) BETWEEN 0 AND 0.5",
                "DISTANCE(s_ra, s_dec, 0.1, 1.2) < 1800/3600.",
                "DISTANCE(s_ra, s_dec, 0.1, 1.2) * 3600 < 1800",
                "3600 * DISTANCE(s_ra, s_dec, 0.1, 1.2) < 1800",
                "1800 > 60 * DISTANCE(s_ra, s_dec, 0.1, 1.2) * 60",
                "DISTANCE(s_ra, s_dec, 0.1, 1.2) / 2 < 0.25",
                "IN_UNIT(DISTANCE(s_ra, s_dec, 0.1, 1.2), 'arcmin') <= 30",
                "NOT DISTANCE(s_ra, s_dec, 0.1, 1.2) > 0.5",
                "NOT (DISTANCE(s_ra, s_dec, 0.1, 1.2) NOT BETWEEN 0 AND 0.5)",
                "id > 0 AND (DISTANCE(s_ra, s_dec, 0.1, 1.2) < 0.5 AND id < 30000)",
                "DISTANCE(s_ra, s_dec, 0.1, 1.2) < 0.3 OR DISTANCE(s_ra, s_dec, 0.1, 1.2) < 0.5",
            })
    void conesReachTheIndexInEverySpelling(String condition) throws SQLException {
        holds(condition, "source_vec", (ra, dec) -> 0.5 - separation(ra, dec, 0.1, 1.2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONTAINS(pos, CIRCLE(0.1, 1.2, 0.5)) = 1",
                "CONTAINS(pos, REGION('circle 0.1 1.2 0.5')) = 1",
                "CONTAINS(POINT(0.1, 1.2), CIRCLE(pos, 0.5)) = 1",
                "DISTANCE(pos, POINT(0.1, 1.2)) < 0.5",
                "0.5 >= DISTANCE(POINT(0.1, 1.2), pos)",
            })
    void conesAroundPointColumnsReachTheirIndex(String condition) throws SQLException {
        holds(condition, "source_pos", (ra, dec) -> 0.5 - separation(ra, dec, 0.1, 1.2));
    }

    /** Cones at the poles, across longitude 0, and one too large for any index to help. */
    @ParameterizedTest
    @CsvSource({"0, -90, 0.3", "123, -89.9, 0.3", "359.9, 0, 0.3", "0.1, 0, 0.3", "-0.1, 0, 0.3", "90, 90, 10"})
    void conesAreRightAtPolesAndAcrossZero(double ra, double dec, double radius) throws SQLException {
        holds(
                "DISTANCE(s_ra, s_dec, " + ra + ", " + dec + ") < " + radius,
                "source_vec",
                (a, d) -> radius - separation(a, d, ra, dec));
    }

    @ParameterizedTest
    @ValueSource(doubles = {89, 90, 91, 150, 179.9, 180})
    void circlesOfMoreThanAHemisphereAreRight(double radius) throws SQLException {
        found(
                "CONTAINS(POINT(s_ra, s_dec), CIRCLE(40, 30, " + radius + ")) = 1",
                (ra, dec) -> radius - separation(ra, dec, 40, 30));
    }

    /** The inside of the polygon (359.5, 0) (1, 0) (1, 1) (359.5, 1), by the planes of its edges. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONTAINS(POINT(s_ra, s_dec), POLYGON(359.5, 0, 1, 0, 1, 1, 359.5, 1)) = 1",
                "CONTAINS(POINT(s_ra, s_dec), POLYGON(359.5, 1, 1, 1, 1, 0, 359.5, 0)) = 1",
                "CONTAINS(POINT(s_ra, s_dec), POLYGON('ICRS', 359.5, 0, 1, 0, 1, 1, 359.5, 1)) = 1",
                "1 = CONTAINS(POINT(s_ra, s_dec), POLYGON(POINT(359.5, 0), POINT(1, 0), POINT(1, 1), POINT(359.5, 1)))",
                "1 = CONTAINS(POINT(s_ra, s_dec), REGION('Polygon ICRS 359.5 0 1 0 1 1 359.5 1'))",
                "1 = CONTAINS(POINT(s_ra, s_dec), CAST('359.5 0 1 0 1 1 359.5 1' AS POLYGON))",
                "INTERSECTS(POLYGON(359.5, 0, 1, 0, 1, 1, 359.5, 1), POINT(s_ra, s_dec)) <> 0",
            })
    void polygonsReachTheIndexInEverySpelling(String condition) throws SQLException {
        double[][] corners = {{359.5, 0}, {1, 0}, {1, 1}, {359.5, 1}};
        holds(condition, "source_vec", (ra, dec) -> leastSide(ra, dec, corners));
    }

    @Test
    void boxesReachTheIndex() throws SQLException {
        // In the tangent plane of the centre the box is a square.
        holds("CONTAINS(POINT(s_ra, s_dec), BOX(0, 0, 2, 2)) = 1", "source_vec", (ra, dec) -> {
            double[] p = vector(ra, dec);
            return p[0] < 0 ? -1 : Math.tan(Math.toRadians(1)) - Math.max(Math.abs(p[1]), Math.abs(p[2])) / p[0];
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        CONTAINS(POINT(0.1, 1.2), s_region) = 1                                  | source_region
        1 = CONTAINS(POINT(0.1, 1.2), s_region)                                  | source_region
        INTERSECTS(POINT(0.1, 1.2), s_region) = 1                                | source_region
        INTERSECTS(s_region, POINT(0.1, 1.2)) = 1                                | source_region
        INTERSECTS(s_region, CIRCLE(0.1, 1.2, 0.1)) = 1                          | source_region
        INTERSECTS(CIRCLE(0.1, 1.2, 0.1), s_region) = 1                          | source_region
        0 <> INTERSECTS(CIRCLE(0.1, 1.2, 0.1), s_region)                         | source_region
        INTERSECTS(s_region, POLYGON(0, 1, 0.2, 1, 0.1, 1.2)) = 1                | source_region
        CONTAINS(s_region, CIRCLE(0.1, 1.2, 1)) = 1                              | source_region
        CONTAINS(s_region, POLYGON(359, 0, 2, 0, 2, 2, 359, 2)) = 1              | source_region
        CONTAINS(CIRCLE(0.1, 1.2, 0.01), s_region) = 1                           | source_region
        CONTAINS(s_region, REGION('Circle ICRS 0.1 1.2 1')) = 1                  | source_region
        INTERSECTS(CIRCLE(s_ra, s_dec, 0.1), POLYGON(0, 1, 0.2, 1, 0.1, 1.2)) = 1 | source_vec
        CONTAINS(CIRCLE(s_ra, s_dec, 0.1), POLYGON(359, 0, 2, 0, 2, 2, 359, 2)) = 1 | source_vec
        """)
    void regionsReachTheirIndex(String condition, String index) throws SQLException {
        String query = "SELECT id FROM sky.source WHERE " + condition;
        assertThat(sky.plan(query)).contains(index).doesNotContain("Seq Scan");
        // The same test on every row, with no box before it.
        List<String> everyRow = sky.sqlRows("SELECT id FROM sky.source WHERE " + exact(condition) + " ORDER BY 1");
        assertThat(sky.rows(query + " ORDER BY id")).isEqualTo(everyRow).isNotEmpty();
    }

    /** The exact part of the translated condition, without the boxes. */
    private static String exact(String condition) {
        String sql =
                sky.translate("SELECT id FROM sky.source WHERE " + condition).sql();
        String where = sql.substring(sql.indexOf(" AND sphere.") + 5, sql.lastIndexOf(") LIMIT"));
        return where.replace("t1.", "").replaceAll("\\bt\\d+\\.", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        DISTANCE(s.s_ra, s.s_dec, t.ra, t.decl) < 0.05
        DISTANCE(t.ra, t.decl, s.s_ra, s.s_dec) < 0.05
        0.05 > DISTANCE(POINT(t.ra, t.decl), POINT(s.s_ra, s.s_dec))
        CONTAINS(POINT(s.s_ra, s.s_dec), CIRCLE(t.ra, t.decl, 0.05)) = 1
        CONTAINS(POINT(t.ra, t.decl), CIRCLE(s.s_ra, s.s_dec, 0.05)) = 1
        1 = CONTAINS(POINT(s.s_ra, s.s_dec), CIRCLE(t.ra, t.decl, t.r / 2))
        1 = CONTAINS(POINT(t.ra, t.decl), CIRCLE(s.s_ra, s.s_dec, t.r / 2))
        DISTANCE(s.s_ra, s.s_dec, t.ra, t.decl) < t.r / 2
        DISTANCE(s.s_ra, s.s_dec, t.ra, t.decl) * 3600 < 180
        """)
    void crossMatchesReachTheIndexOfTheLargeTable(String condition) throws SQLException {
        for (String from : List.of(
                "FROM sky.target AS t JOIN sky.source AS s ON " + condition,
                "FROM sky.source AS s JOIN sky.target AS t ON " + condition,
                "FROM sky.source AS s, sky.target AS t WHERE " + condition)) {
            assertThat(sky.plan("SELECT s.id, t.id " + from)).contains("source_vec");
            assertThat(sky.rows("SELECT COUNT(*) " + from).get(0)).isEqualTo(Positions.PAIRS);
        }
    }

    /** What looking at every row needs. */
    private static final class Positions {
        static final List<String[]> ALL =
                read("SELECT id, s_ra, s_dec FROM sky.source WHERE id > 0 ORDER BY id").stream()
                        .map(row -> row.split(", ", -1))
                        .toList();
        static final String PAIRS = read("SELECT count(*) FROM sky.source AS s, sky.target AS t"
                        + " WHERE sphere.distance(s_ra, s_dec, ra, decl) < 0.05")
                .get(0);

        private static List<String> read(String sql) {
            try {
                return sky.sqlRows(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT TOP 10 id FROM sky.source ORDER BY DISTANCE(s_ra, s_dec, 0.1, 1.2)",
                "SELECT TOP 10 id FROM sky.source ORDER BY DISTANCE(0.1, 1.2, s_ra, s_dec) ASC",
                "SELECT TOP 10 id FROM sky.source ORDER BY DISTANCE(POINT(s_ra, s_dec), POINT(0.1, 1.2))",
                "SELECT TOP 10 id, DISTANCE(s_ra, s_dec, 0.1, 1.2) AS d FROM sky.source ORDER BY d",
                "SELECT TOP 10 id, DISTANCE(s_ra, s_dec, 0.1, 1.2) * 3600 AS d FROM sky.source ORDER BY 2",
                "SELECT * FROM (SELECT TOP 10 id FROM sky.source ORDER BY DISTANCE(s_ra, s_dec, 0.1, 1.2)) AS x",
            })
    void theNearestComeFromTheIndex(String query) throws SQLException {
        assertThat(sky.plan(query)).contains("Index Scan using source_vec", "Order By:");
        List<String> nearest =
                sky.sqlRows("SELECT id FROM sky.source" + " ORDER BY sphere.distance(s_ra, s_dec, 0.1, 1.2) LIMIT 10");
        assertThat(sky.rows(query).stream().map(row -> row.substring(0, (row + ",").indexOf(','))))
                .containsExactlyElementsOf(nearest);
    }

    @Test
    void viewsPassConditionsThroughToTheIndexesOfTheirTables() throws SQLException {
        assertThat(sky.plan("SELECT id FROM sky.everything WHERE DISTANCE(s_ra, s_dec, 0.1, 1.2) < 0.1"))
                .contains("source_vec");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        n = 77                                              | source_n
        77 = n                                              | source_n
        n = 77.0                                            | source_n
        n < 2.5                                             | source_n
        n > 497.5                                           | source_n
        n BETWEEN 76.5 AND 77.5                             | source_n
        n IN (7, 77)                                        | source_n
        n IN (7.0)                                          | source_n
        NOT n <> 77                                         | source_n
        big = 770000000000                                  | source_big
        big < 2e10                                          | source_big
        big <= 100000000000.5                               | source_big
        mag < 0.05                                          | source_mag
        mag BETWEEN 1 AND 1.1                               | source_mag
        em_min < 1.5e-20                                    | source_em_min
        em_min <= 2 * 1e-20                                 | source_em_min
        IN_UNIT(em_min, 'nm') < 1.5e-11                     | source_em_min
        9.95e-6 < IN_UNIT(em_min, 'pm')                     | source_em_min
        name = 'Source 77'                                  | source_name
        name LIKE 'Source 777%'                             | source_name
        name IN ('Source 77', 'Source 78')                  | source_name
        t > '2026-01-14T12:00:00'                           | source_t
        t BETWEEN '2026-01-03' AND '2026-01-03T01:00:00'    | source_t
        t < CAST('2026-01-01T00:10:00' AS TIMESTAMP)        | source_t
        1 = ivo_interval_overlaps(em_min, em_min, 1e-20, 1.5e-20) | source_em_min
        """)
    void comparisonsOfColumnsReachTheirIndexes(String condition, String index) throws SQLException {
        String query = "SELECT id FROM sky.source WHERE " + condition;
        assertThat(sky.plan(query)).contains(index);
        assertThat(sky.rows(query)).isNotEmpty();
    }

    @Test
    void integersAgainstFractionsFindWhatTheySay() throws SQLException {
        for (String condition : List.of(
                "n < 2.5",
                "n <= 2.5",
                "n > 2.5",
                "n >= 2.5",
                "n = 2.5",
                "n <> 2.5",
                "n < 2.0",
                "n <= 2.0",
                "n > -2.5",
                "n < -0.5",
                "NOT n >= 2.5",
                "2.5 > n",
                "n BETWEEN 1.5 AND 2.5")) {
            assertThat(sky.rows("SELECT COUNT(*) FROM sky.source WHERE " + condition))
                    .as(condition)
                    .isEqualTo(sky.sqlRows("SELECT count(*) FROM sky.source WHERE " + condition));
        }
    }

    private static void holds(String condition, String index, DoubleBinaryOperator depth) throws SQLException {
        assertThat(sky.plan("SELECT id FROM sky.source WHERE " + condition))
                .contains(index)
                .doesNotContain("Seq Scan");
        found(condition, depth);
    }

    /** Finds the rows whose depth is above 0; none may be nearer to 0 than rounding. */
    private static void found(String condition, DoubleBinaryOperator depth) throws SQLException {
        Stream<String> expected = Positions.ALL.stream()
                .filter(row -> {
                    double value = depth.applyAsDouble(Double.parseDouble(row[1]), Double.parseDouble(row[2]));
                    assertThat(Math.abs(value)).isGreaterThan(1e-13);
                    return value > 0;
                })
                .map(row -> row[0]);
        assertThat(sky.rows("SELECT id FROM sky.source WHERE " + condition + " ORDER BY id"))
                .containsExactlyElementsOf(expected.toList())
                .isNotEmpty();
    }

    private static double[] vector(double lon, double lat) {
        double l = Math.toRadians(lon);
        double b = Math.toRadians(lat);
        return new double[] {Math.cos(b) * Math.cos(l), Math.cos(b) * Math.sin(l), Math.sin(b)};
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double separation(double lon1, double lat1, double lon2, double lat2) {
        double[] a = vector(lon1, lat1);
        double[] b = vector(lon2, lat2);
        double[] c = cross(a, b);
        return Math.toDegrees(Math.atan2(Math.sqrt(dot(c, c)), dot(a, b)));
    }

    private static double leastSide(double lon, double lat, double[][] corners) {
        double least = 1;
        for (int i = 0; i < corners.length; i++) {
            double[] next = corners[(i + 1) % corners.length];
            double[] normal = cross(vector(corners[i][0], corners[i][1]), vector(next[0], next[1]));
            least = Math.min(least, dot(normal, vector(lon, lat)));
        }
        return least;
    }
}
