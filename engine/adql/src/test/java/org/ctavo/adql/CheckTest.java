package org.ctavo.adql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ctavo.adql.check.UnitConverter;
import org.ctavo.adql.checked.CheckedQuery;
import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.adql.grammar.Limits;
import org.ctavo.adql.metadata.KnownTable;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.FunctionDeclaration;
import org.ctavo.spi.SqlForm;
import org.ctavo.spi.TableDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The result columns of queries that are right. */
class CheckTest {
    private static final Adql ADQL = new Adql(
            FeatureSet.ALL,
            List.of(
                    new FunctionDeclaration(
                            "f(x NUMERIC) -> DOUBLE",
                            "",
                            SqlForm.pattern("$1"),
                            Optional.empty(),
                            false,
                            Optional.of("Jy"),
                            Optional.of("phot.flux"),
                            Optional.empty()),
                    FunctionDeclaration.of("moved(g GEOMETRY) -> GEOMETRY", "", SqlForm.pattern("$1")),
                    FunctionDeclaration.of("mjd(t TIMESTAMP) -> REAL", "", SqlForm.pattern("$1")),
                    FunctionDeclaration.of("six(x INTEGER) -> DOUBLE PRECISION[6]", "", SqlForm.pattern("$1"))),
            Limits.DEFAULT,
            new UnitConverter() {
                @Override
                public double factor(String from, String to) {
                    return 60;
                }
            });

    private static String shown(ColumnDescription column) {
        return column.name()
                + ":" + column.datatype()
                + column.arraysize().map(size -> "(" + size + ")").orElse("")
                + column.xtype().map(x -> " " + x).orElse("")
                + column.unit().map(u -> " [" + u + "]").orElse("")
                + column.ucd().map(u -> " " + u).orElse("");
    }

    private static String columns(String query) {
        return ADQL.check(query, Tables.CATALOGUE).columns().stream()
                .map(CheckTest::shown)
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                // Names: the alias, the column's own name, the function's; unique in any case.
                "s_ra, S_DEC AS Dec, \"size\" → s_ra:double [deg] pos.eq.ra, Dec:double [deg] pos.eq.dec,"
                        + " size:int [kbyte]",
                "calib_level, CALIB_LEVEL, o.calib_level AS c"
                        + " → calib_level:int meta.code, calib_level_2:int meta.code, c:int meta.code",
                "calib_level AS a, 1 AS A, 2 AS a_2 → a:int meta.code, A_2:int, a_2_2:int",
                "1, 'x', 1.5, 5000000000, NULL"
                        + " → column_1:int, column_2:char(*), column_3:double, column_4:long, column_5:char(*)",
                "\"size\" AS \"My Size\" → My Size:int [kbyte]",
                // Metadata stay where they stay true.
                "MIN(em_min), MAX(s_ra), AVG(s_ra)"
                        + " → min:double [m] em.wl;stat.min, max:double [deg] pos.eq.ra;stat.max, avg:double"
                        + " [deg] pos.eq.ra;stat.mean",
                "COUNT(*), COUNT(DISTINCT obs_id), SUM(calib_level), SUM(s_ra)"
                        + " → count:long meta.number, count_2:long meta.number, sum:long, sum_2:double [deg]",
                "MIN(created), MAX(obs_id) → min:char(*) timestamp time;stat.min, max:char(*) meta.id;stat.max",
                "-s_ra, s_ra + 1, s_ra * 2, ABS(s_ra), ROUND(s_ra, 1)"
                        + " → column_1:double [deg], column_2:double, column_3:double, abs:double [deg],"
                        + " round:double [deg]",
                "COALESCE(s_ra, s_dec, NULL), COALESCE(s_ra, em_min), NULLIF(s_ra, 0)"
                        + " → coalesce:double [deg], coalesce_2:double, nullif:double",
                "IN_UNIT(s_ra, 'arcmin') → in_unit:double [arcmin] pos.eq.ra",
                "IN_UNIT(MIN(s_ra), 'arcmin') → in_unit:double [arcmin] pos.eq.ra;stat.min",
                "f(s_ra), mjd(created), mjd('2020-01-01'), six(1)"
                        + " → f:double [Jy] phot.flux, mjd:float, mjd_2:float, six:double(6)",
                // Types.
                "calib_level + 1, calib_level / 2, calib_level * 1.5, 1 + 5000000000"
                        + " → column_1:int, column_2:int, column_3:double, column_4:long",
                "LOWER(obs_id) || 'x', CAST(s_ra AS VARCHAR(5)), CAST(s_ra AS SMALLINT), CAST('1 2' AS POINT)"
                        + " → column_1:char(*), column_2:char(*), column_3:short [deg] pos.eq.ra,"
                        + " column_4:double(2) point",
                "POINT(s_ra, s_dec), CIRCLE(s_ra, s_dec, 1), BOX(1,2,3,4), s_region, CENTROID(s_region)"
                        + " → point:double(2) point [deg], circle:double(3) circle [deg], box:double(*) polygon [deg],"
                        + " s_region:char(*) adql:REGION pos.outline, centroid:double(2) point [deg]",
                "DISTANCE(s_ra, s_dec, 1, 2), AREA(s_region), 1 + CONTAINS(POINT(1,2), s_region), moved(POINT(1,2))"
                        + " → distance:double [deg] pos.angDistance, area:double [deg2] phys.angArea, column_3:int,"
                        + " moved:double(2) point",
                "CASE WHEN s_ra > 1 THEN 1 ELSE 2.5 END, CASE calib_level WHEN 1 THEN 'a' END, calib_level & 0x0F"
                        + " → column_1:double, column_2:char(*), column_3:int",
            })
    void givesResultColumnsTheirMetadata(String items, String columns) {
        assertThat(columns("SELECT " + items + " FROM ivoa.obscore AS o")).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT OBS_ID FROM IVOA.OBSCORE",
                "SELECT obs_id FROM \"ivoa\".\"obscore\"",
                "SELECT obs_id FROM obscore",
                "SELECT obscore.obs_id, ivoa.obscore.s_ra FROM ivoa.obscore",
                "SELECT \"Mixed\", \"mixed\" FROM cta.event",
                "SELECT q.a FROM (SELECT s_ra AS a FROM ivoa.obscore) AS q WHERE a > 1",
                "SELECT Q.A FROM (SELECT s_ra AS a FROM ivoa.obscore) AS q",
                "WITH o AS (SELECT obs_id AS id FROM ivoa.obscore), p AS (SELECT id FROM o) SELECT o.id, p.id"
                        + " FROM o, p",
                "WITH obscore AS (SELECT 1 AS one FROM ivoa.obscore) SELECT one FROM obscore",
                "SELECT obs_id, energy FROM ivoa.obscore JOIN cta.event USING (obs_id)",
                "SELECT obs_id FROM ivoa.obscore NATURAL FULL JOIN cta.event WHERE obs_id = 'x' AND event.obs_id = 'y'",
                "SELECT o.obs_id, e.* FROM ivoa.obscore o, cta.event e WHERE o.obs_id = e.obs_id",
                "SELECT a.run FROM cta.run a JOIN cta.run b ON a.run = b.run JOIN cta.run c ON a.run = c.run",
                "SELECT obs_id FROM ivoa.obscore o WHERE EXISTS (SELECT 1 FROM cta.event e WHERE e.obs_id = o.obs_id)",
                "SELECT obs_id FROM ivoa.obscore WHERE obs_id IN (SELECT obs_id FROM cta.event WHERE energy > s_ra)",
                "SELECT obs_id FROM ivoa.obscore WHERE EXISTS"
                        + " (SELECT 1 FROM (SELECT energy FROM cta.event WHERE energy > s_ra) q)",
                "SELECT obs_id, COUNT(*) AS n FROM ivoa.obscore GROUP BY obs_id HAVING COUNT(*) > 1 ORDER BY n DESC, 1",
                "SELECT calib_level + 1, MAX(s_ra) - 1 FROM ivoa.obscore GROUP BY calib_level + 1",
                "SELECT calib_level + 1 FROM ivoa.obscore GROUP BY calib_level",
                "SELECT obs_id AS o, COUNT(*) FROM ivoa.obscore GROUP BY o",
                "SELECT ROUND(s_ra) AS r FROM ivoa.obscore ORDER BY ABS(r), s_dec",
                "SELECT o.obs_id FROM ivoa.obscore o GROUP BY obs_id",
                "SELECT DISTINCT s_ra + 1 FROM ivoa.obscore ORDER BY s_ra + 1",
                "SELECT s_ra AS obs_id FROM ivoa.obscore ORDER BY obs_id",
                "SELECT s_ra, s_dec FROM ivoa.obscore UNION SELECT run, 1.5 FROM cta.run ORDER BY s_ra, 2 OFFSET 1",
                "SELECT 1 AS x FROM cta.run INTERSECT SELECT energy FROM cta.event",
                "SELECT obs_id FROM ivoa.obscore WHERE created > '2020-01-01T00:00:00.5Z' AND created < '2021-01-01'",
                "SELECT obs_id FROM ivoa.obscore WHERE created BETWEEN '2020-01-01' AND CAST('2021-01-01' AS"
                        + " TIMESTAMP)",
                "SELECT obs_id FROM ivoa.obscore WHERE flag = 1 AND 0 < flag",
                "SELECT obs_id FROM ivoa.obscore WHERE s_ra = NULL OR obs_id IN (NULL, 'x')",
                "SELECT DISTANCE(p, POINT(1, 2)), p FROM cta.run WHERE p = POINT(1, 2)",
                "SELECT COUNT(*) FROM ivoa.obscore WHERE 1 = CONTAINS(POINT('ICRS', s_ra, s_dec), CIRCLE('', 1, 2, 3))",
                "SELECT TAP_UPLOAD.mine.x, Mine.x FROM tap_upload.Mine",
            })
    void acceptsWhatTheTablesHold(String query) {
        KnownTable upload = new KnownTable(
                new TableDescription(
                        "TAP_UPLOAD.mine",
                        false,
                        "",
                        Optional.empty(),
                        List.of(ColumnDescription.of("x", "int", null)),
                        List.of()),
                "pg_temp.upload_1");
        assertThat(ADQL.check(query, Tables.CATALOGUE.with(List.of(upload))).columns())
                .isNotEmpty();
    }

    @Test
    void mergesTheColumnsOfUsing() {
        assertThat(columns("SELECT * FROM cta.event JOIN (SELECT obs_id, s_ra FROM ivoa.obscore) o USING (obs_id)"))
                .isEqualTo("obs_id:char(*), energy:float [TeV] em.energy, Mixed:short, mixed_2:short,"
                        + " bytes:unsignedByte, s_ra:double [deg] pos.eq.ra");
    }

    @Test
    void takesTheMetadataOfSetsFromTheLeft() {
        assertThat(columns("SELECT calib_level AS l, s_ra FROM ivoa.obscore UNION SELECT 1.5, energy FROM cta.event"))
                .isEqualTo("l:double meta.code, s_ra:double [deg] pos.eq.ra");
    }

    @Test
    void keepsTheTextAndTheTree() {
        CheckedQuery query = ADQL.check("select run from cta.run", Tables.CATALOGUE);
        assertThat(query.text()).isEqualTo("select run from cta.run");
        assertThat(AdqlFormatter.format(query.tree())).isEqualTo("SELECT run FROM cta.run");
    }
}
