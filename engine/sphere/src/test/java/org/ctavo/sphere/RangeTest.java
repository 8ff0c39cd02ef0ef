package org.ctavo.sphere;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RangeTest {
    @RegisterExtension
    static SphereDatabase database = new SphereDatabase();

    /** Region, range (lon1, lon2, lat1, lat2), whether they have a position in common. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        # positions, on the boundary too
        13,35                       | 12,14,34,36     | t
        12,34                       | 12,14,34,36     | t
        11.99,35                    | 12,14,34,36     | f
        13,36.01                    | 12,14,34,36     | f
        0,5                         | 350,10,0,10     | t
        180,5                       | 350,10,0,10     | f
        -5,5                        | 350,10,0,10     | t
        77,90                       | 10,20,80,90     | t
        200,0                       | 0,360,-2,2      | t
        200,3                       | 0,360,-2,2      | f
        # circles
        10,0,5                      | 12,14,-1,1      | t
        10,0,1.99                   | 12,14,-1,1      | f
        13,40,4.01                  | 12,14,34,36     | t
        13,40,3.99                  | 12,14,34,36     | f
        # along a parallel is not the shortest way: 7.30 degrees
        90,80,7.31                  | 0,45,79,81      | t
        90,80,7.29                  | 0,45,79,81      | f
        # over the pole
        180,89,1.5                  | 0,10,80,89.6    | t
        180,89,1.3                  | 0,10,80,89.6    | f
        200,-50,48                  | 0,360,-2,2      | t
        200,-50,47.9                | 0,360,-2,2      | f
        0,0,180                     | 180,181,0,1     | t
        # polygons: a corner inside, all around, an edge across a side, an edge that grazes a parallel
        12,34,20,34,20,40           | 10,13,30,35     | t
        0,0,30,0,30,30,0,30         | 10,11,10,11     | t
        0,0,30,0,30,30,0,30         | 40,41,10,11     | f
        5,11,25,11,25,12,5,12       | 10,11,0,20      | t
        0,40,60,40,30,60            | 29,31,44,44.2   | t
        0,40,60,40,30,60            | 29,31,42,44.093 | t
        0,40,60,40,30,60            | 29,31,42,44.09  | f
        0,40,60,40,30,20            | 29,31,44.0,45   | t
        0,40,60,40,30,20            | 29,31,44.1,45   | f
        350,-5,10,-5,10,5,350,5     | 355,5,4,6       | t
        350,-5,10,-5,10,5,350,5     | 11,349,-4,4     | f
        0,80,120,80,240,80          | 0,360,89,90     | t
        # the other way round there is nothing
        13,35                       | 12,14,36,34     | f
        """)
    void aRegionAndARangeMeet(String region, String range, String expected) throws SQLException {
        assertThat(database.value("sphere.range_intersects('{%s}', %s)".formatted(region, range)))
                .isEqualTo(expected);
    }

    /** Boxes decide alone which rows are looked at: none may be missed. */
    @Test
    void boxesMeetWhereverRegionsDo() throws SQLException {
        String missed = database.one(
                """
                SELECT count(*) FROM (
                    SELECT s.region, r.* FROM (
                        SELECT ARRAY[(i * 137.508)::numeric % 360, degrees(asin(((i * 7919) % 2000) / 1000.0 - 1)),
                            (i % 7) * (i % 5) / 2.0]::float8[] AS region, i
                        FROM generate_series(1, 2000) AS i) AS s
                    CROSS JOIN LATERAL (SELECT (i * 31 % 360)::float8 AS lon1,
                        (i * 31 % 360 + i % 200)::float8 AS lon2, (i * 53 % 170 - 90)::float8 AS lat1,
                        least(90, i * 53 % 170 - 90 + i % 60)::float8 AS lat2) AS r) AS c
                WHERE sphere.range_intersects(region, lon1, lon2, lat1, lat2)
                    AND NOT sphere.bounds(region) OPERATOR(sphere.&&) sphere.range_bounds(lon1, lon2, lat1, lat2)
                """);
        assertThat(missed).isEqualTo("0");
    }

    /** Against positions spread over ranges and along the edges of polygons: these know of no formula. */
    @Test
    void polygonsAgreeWithPositionsThatAreSpreadOverThem() throws SQLException {
        String[] counts = database.one(
                        """
                        WITH cases AS (
                            SELECT i, ARRAY[lon, lat, lon + w, lat + (i % 7), lon + w / 2, lat + h]::float8[] AS p,
                                l1, l1 + 2 + i % 50 AS l2, b1, least(90, b1 + 2 + i % 23) AS b2
                            FROM (SELECT i, (i * 137) % 360 AS lon, (i * 37) % 120 - 70 AS lat, 8 + i % 60 AS w,
                                10 + i % 20 AS h, (i * 137) % 360 + (i * 11) % 90 - 45 AS l1,
                                greatest(-90, (i * 37) % 120 - 70 + (i * 13) % 40 - 20) AS b1
                                FROM generate_series(1, 120) AS i) AS g),
                        judged AS (
                            SELECT sphere.range_intersects(p, l1, l2, b1, b2) AS told,
                                EXISTS (SELECT FROM generate_series(0, 20) AS x, generate_series(0, 20) AS y
                                    WHERE sphere.inside(sphere.edges(p), l1 + (l2 - l1) * x / 20.0,
                                        b1 + (b2 - b1) * y / 20.0))
                                OR EXISTS (SELECT FROM generate_series(0, 2) AS k, generate_series(0, 60) AS t,
                                    LATERAL (SELECT sphere.vec(p[1 + 2 * k], p[2 + 2 * k]) AS u,
                                        sphere.vec(p[1 + 2 * ((k + 1) % 3)], p[2 + 2 * ((k + 1) % 3)]) AS v) AS ends,
                                    LATERAL (SELECT sphere.position(
                                        sphere.cube_ll_coord(u, 1) * (60 - t) + sphere.cube_ll_coord(v, 1) * t,
                                        sphere.cube_ll_coord(u, 2) * (60 - t) + sphere.cube_ll_coord(v, 2) * t,
                                        sphere.cube_ll_coord(u, 3) * (60 - t) + sphere.cube_ll_coord(v, 3) * t)
                                        AS q) AS spot
                                    WHERE sphere.in_range(q[1], q[2], l1, l2, b1, b2)) AS seen
                            FROM cases)
                        SELECT concat_ws(' ', count(*) FILTER (WHERE seen AND NOT told),
                            count(*) FILTER (WHERE told AND NOT seen), count(*) FILTER (WHERE told)) FROM judged
                        """)
                .split(" ", -1);
        assertThat(counts[0]).as("overlaps that were missed").isEqualTo("0");
        assertThat(Integer.parseInt(counts[1]))
                .as("overlaps too small to be seen")
                .isLessThan(8);
        assertThat(Integer.parseInt(counts[2])).as("overlaps").isBetween(30, 110);
    }

    @Test
    void circlesAgreeWithPositionsThatAreSpreadOverTheRange() throws SQLException {
        // The nearest of many positions is a little farther than the nearest of all.
        String wrong = database.one(
                """
                SELECT count(*) FROM (
                    SELECT lon, lat, l1, l2, b1, b2, (SELECT min(sphere.distance(lon, lat, l1 + (l2 - l1) * x / 40.0,
                            b1 + (b2 - b1) * y / 40.0))
                        FROM generate_series(0, 40) AS x, generate_series(0, 40) AS y) AS nearest
                    FROM (SELECT (i * 137) % 360 AS lon, (i * 37) % 180 - 90 AS lat, (i * 71) % 360 AS l1,
                        (i * 71) % 360 + 1 + i % 60 AS l2, (i * 17) % 150 - 85 AS b1,
                            (i * 17) % 150 - 84 + i % 20 AS b2
                        FROM generate_series(1, 120) AS i) AS g OFFSET 0) AS c
                WHERE nearest > 2 AND (NOT sphere.range_intersects(ARRAY[lon, lat, nearest], l1, l2, b1, b2)
                    OR sphere.range_intersects(ARRAY[lon, lat, nearest - 0.9], l1, l2, b1, b2))
                """);
        assertThat(wrong).isEqualTo("0");
    }
}
