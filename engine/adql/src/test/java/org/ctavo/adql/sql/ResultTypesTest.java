package org.ctavo.adql.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every result column has exactly the type that is announced: binary rows are read by it. */
class ResultTypesTest {
    private static final SkyDatabase sky = SkyDatabase.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT *",
                "SELECT * FROM sky.everything",
                "SELECT * FROM (SELECT * FROM sky.source) AS x",
                "WITH a AS (SELECT * FROM sky.source) SELECT * FROM a",
                "SELECT 1, 2.5, 5000000000, 'text', NULL, 1e3",
                "SELECT n + 1, n + k, k + k, k * 2, n / 2, n / 2., mag * 2, mag + n, mag + k, big + n, s_ra + n",
                "SELECT -k, -n, -big, -mag, -s_ra, ~k, ~big, k & n, n | big",
                "SELECT ABS(k), ABS(mag), MOD(k, 2), FLOOR(n), ROUND(mag, 1), TRUNCATE(k), PI(), RAND()",
                "SELECT COUNT(*), COUNT(k), SUM(k), SUM(n), SUM(big), SUM(mag), SUM(s_ra)",
                "SELECT AVG(k), AVG(big), AVG(mag), MIN(k), MAX(n), MIN(big), MAX(mag), MIN(name), MAX(t)",
                "SELECT name || 'x', LOWER(name), UPPER(name), CAST(n AS CHAR(3)), CAST(t AS VARCHAR)",
                "SELECT CAST(s_ra AS SMALLINT), CAST(n AS INTEGER), CAST(k AS BIGINT), CAST(n AS REAL)",
                "SELECT CAST(k AS DOUBLE PRECISION), CAST('2026-01-01' AS TIMESTAMP), CAST('1 2' AS POINT)",
                "SELECT COALESCE(n, 1), COALESCE(k, n), COALESCE(n, s_ra), COALESCE(NULL, name), NULLIF(k, 1)",
                "SELECT CASE WHEN n = 1 THEN k ELSE big END, CASE k WHEN 1 THEN 'x' END",
                "SELECT POINT(s_ra, s_dec), CIRCLE(s_ra, s_dec, 1), BOX(s_ra, s_dec, 1, 1), pos, s_region",
                "SELECT POLYGON(1, 1, 2, 1, 2, 2), REGION('circle 1 1 1'), CENTROID(s_region), COORDSYS(pos)",
                "SELECT AREA(s_region), COORD1(pos), DISTANCE(s_ra, s_dec, 1, 1), CONTAINS(pos, s_region)",
                "SELECT INTERSECTS(pos, s_region), IN_UNIT(s_ra, 'arcmin'), flag, t, spread, counts",
                "SELECT n FROM sky.source UNION SELECT big FROM source",
                "SELECT k FROM sky.source UNION ALL SELECT mag FROM source",
                "SELECT k FROM sky.source UNION SELECT n FROM sky.source EXCEPT SELECT s_ra FROM source",
                "SELECT NULL FROM sky.source UNION ALL SELECT k FROM source",
                "SELECT x.v FROM (SELECT k AS v FROM sky.source UNION SELECT n FROM sky.source) AS x",
                "SELECT id FROM sky.source FULL JOIN sky.target USING (id)",
                "SELECT ivo_healpix_index(3, s_ra, s_dec), ivo_healpix_index(n, pos), ivo_healpix_center(3, n)",
                "SELECT ivo_to_mjd(t), ivo_to_jd('2026-01-01'), ivo_nocasematch(name, 'x'), ivo_hasword(name, 'x')",
                "SELECT ivo_string_agg(name, ','), ivo_histogram(mag, 0, 10, 5)",
                "SELECT ivo_geom_transform('ICRS', 'GALACTIC', pos), ivo_hms_to_degrees(name)",
                "SELECT ivo_interval_overlaps(n, n, 1, 2), ivo_interval_has(n, spread), ivo_normal_random(0, 1)",
            })
    void columnsHaveExactlyTheTypeThatIsAnnounced(String text) throws SQLException {
        String query = text.contains(" FROM ") ? text : text + " FROM sky.source";
        Translation translation = sky.translate(query);
        try (PreparedStatement statement = sky.connection().prepareStatement(translation.sql())) {
            ResultSetMetaData found = statement.getMetaData();
            assertThat(found.getColumnCount()).isEqualTo(translation.columns().size());
            for (int i = 0; i < translation.columns().size(); i++) {
                String announced = translation.columns().get(i).type().sqlName();
                String expected = announced.endsWith("[]") ? "_" + announced.replace("[]", "") : announced;
                assertThat(found.getColumnTypeName(i + 1))
                        .as("column %s of %s", i + 1, query)
                        .isEqualTo(expected);
            }
        }
        assertThat(sky.sqlRows("SELECT count(*) FROM (" + translation.sql() + ") AS q"))
                .hasSize(1);
    }
}
