package org.ctavo.adql.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;

import org.ctavo.adql.fault.AdqlException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the checker lets pass, PostgreSQL understands, and answers in the types announced. */
class RandomQueriesTest {
    private static final int QUERIES = 1500;
    private static final SkyDatabase sky = SkyDatabase.shared();

    private final Random random = new Random(20261120);

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** One of these makers, asked for something of less depth. */
    private String of(int depth, IntFunction<String> leaf, List<IntFunction<String>> makers) {
        return depth <= 0 || random.nextInt(4) == 0
                ? leaf.apply(0)
                : makers.get(random.nextInt(makers.size())).apply(depth - 1);
    }

    private String number(int depth) {
        return of(
                depth,
                d -> one("n", "k", "big", "mag", "s_ra", "s_dec", "1", "2.5", "0", "NULL", "1e-3", "7000000000", "-3"),
                List.of(
                        d -> "(" + number(d) + one(" + ", " - ", " * ") + number(d) + ")",
                        d -> number(d) + " / 2" + one("", ".") + " + " + number(d),
                        d -> "-" + "(" + number(d) + ")",
                        d -> one("ABS", "CEILING", "FLOOR", "ROUND", "TRUNCATE", "RADIANS", "SIN", "ATAN") + "("
                                + number(d) + ")",
                        d -> "ROUND(" + number(d) + ", 2)",
                        d -> "MOD(" + number(d) + ", " + one("2", "3.5", "k + 10") + ")",
                        d -> "COALESCE(" + number(d) + ", " + number(d) + ")",
                        d -> "NULLIF(" + number(d) + ", " + number(d) + ")",
                        d -> "CASE WHEN " + condition(d) + " THEN " + number(d) + " ELSE " + number(d) + " END",
                        d -> "CASE " + number(d) + " WHEN " + number(d) + " THEN " + number(d) + " END",
                        d -> "CAST(" + number(d) + " AS " + one("REAL", "DOUBLE PRECISION", "BIGINT") + ")",
                        d -> "DISTANCE(" + point(d) + ", " + point(d) + ")",
                        d -> "AREA(" + region(d) + ")",
                        d -> one("CONTAINS", "INTERSECTS") + "(" + region(d) + ", " + region(d) + ")",
                        d -> one("COORD1", "COORD2") + "(" + point(d) + ")",
                        d -> "IN_UNIT(" + one("s_ra, 'arcsec'", "em_min, 'nm'") + ")",
                        d -> "ivo_interval_overlaps(" + number(d) + ", 3, " + number(d) + ", 5)",
                        d -> "ivo_to_mjd(" + one("t", "'2026-01-01'", "NULL") + ")",
                        d -> "ivo_healpix_index(5, " + point(d) + ")"));
    }

    private String text(int depth) {
        return of(
                depth,
                d -> one("name", "'abc'", "'it''s'", "''", "NULL"),
                List.of(
                        d -> text(d) + " || " + text(d),
                        d -> one("LOWER", "UPPER") + "(" + text(d) + ")",
                        d -> "COALESCE(" + text(d) + ", " + text(d) + ")",
                        d -> "CAST(" + one(number(d), text(d), "t") + " AS VARCHAR" + one("", "(3)") + ")",
                        d -> "CASE WHEN " + condition(d) + " THEN " + text(d) + " END",
                        d -> "COORDSYS(" + region(d) + ")"));
    }

    private String point(int depth) {
        return of(
                depth,
                d -> one("pos", "POINT(s_ra, s_dec)", "POINT(10, 20)", "NULL"),
                List.of(
                        d -> "POINT(" + number(d) + ", 20)",
                        d -> "CENTROID(" + region(d) + ")",
                        d -> "COALESCE(" + point(d) + ", pos)",
                        d -> "ivo_geom_transform('ICRS', 'GALACTIC', " + one("pos", "POINT(1, 2)") + ")",
                        d -> "CAST('1 2' AS POINT)"));
    }

    private String region(int depth) {
        return of(
                depth,
                d -> one("s_region", "CIRCLE(10, 20, 1)", "REGION('Circle ICRS 1 2 3')", "pos", "NULL"),
                List.of(
                        this::point,
                        d -> "CIRCLE(" + point(d) + ", " + one("1", "k", "0.1 * 3") + ")",
                        d -> "BOX(" + point(d) + ", 1, 2)",
                        d -> "POLYGON(" + one("s_ra, 1, 2, 1, 2, 2", "1, 1, 2, 1, 2, 2") + ")",
                        d -> "POLYGON(POINT(1, 1), POINT(2, 1), POINT(2, 2))",
                        d -> "COALESCE(" + region(d) + ", s_region)",
                        d -> "CAST('1 2 3' AS CIRCLE)"));
    }

    private String condition(int depth) {
        return of(
                depth,
                d -> one("n = 3", "name LIKE 'S%'", "mag < 2", "flag = 1", "t > '2026-01-02'", "name IS NOT NULL"),
                List.of(
                        d -> "(" + condition(d) + one(" AND ", " OR ") + condition(d) + ")",
                        d -> "NOT (" + condition(d) + ")",
                        d -> number(d) + one(" = ", " < ", " >= ", " <> ") + number(d),
                        d -> text(d) + one(" = ", " < ", " LIKE ", " NOT ILIKE ") + text(d),
                        d -> number(d) + one(" BETWEEN ", " NOT BETWEEN ") + number(d) + " AND " + number(d),
                        d -> number(d) + one(" IN (", " NOT IN (") + number(d) + ", " + number(d) + ")",
                        d -> number(d) + " IN (SELECT id FROM sky.target)",
                        d -> text(d) + " NOT IN (" + text(d) + ", " + text(d) + ")",
                        d -> one("CONTAINS", "INTERSECTS") + "(" + region(d) + ", " + region(d) + ")"
                                + one(" = 1", " <> 0", " = 0", " > 0"),
                        d -> "DISTANCE(" + point(d) + ", " + point(d) + ")" + one(" < ", " >= ") + number(d),
                        d -> "1 = ivo_hasword(" + text(d) + ", " + text(d) + ")",
                        d -> "EXISTS (SELECT 1 FROM sky.target AS x WHERE x.id = source.id AND " + condition(d) + ")",
                        d -> one(number(d), text(d), region(d)) + " IS NULL"));
    }

    private String query() {
        String a = number(2);
        return switch (random.nextInt(10)) {
            case 0, 1 -> "SELECT " + number(3) + ", " + text(3) + ", " + region(3) + " FROM sky.source WHERE id < 4";
            case 2 -> "SELECT COUNT(*), " + one("SUM", "AVG", "MIN", "MAX") + "(" + number(3) + "), MAX(" + text(2)
                    + ") FROM sky.source WHERE id < 10 AND " + condition(3);
            case 3 -> "SELECT " + a + " FROM sky.source WHERE id = 1 " + one("UNION", "EXCEPT", "INTERSECT")
                    + one("", " ALL") + " SELECT " + number(2) + " FROM sky.source WHERE id = 2 ORDER BY 1";
            case 4 -> "SELECT TOP 3 x.a FROM (SELECT " + number(3) + " AS a FROM sky.source WHERE id < 9) AS x"
                    + " ORDER BY x.a";
            case 5 -> "SELECT DISTINCT " + a + " AS a, k FROM sky.source WHERE id < 9 ORDER BY "
                    + one("a", "2 DESC", "k", a, "a OFFSET 2");
            case 6 -> "SELECT k, MAX(" + a + ") FROM sky.source WHERE id < 50 GROUP BY k HAVING " + one("", "NOT ")
                    + "MIN(" + a + ") < 3 ORDER BY " + one("k", "1", "2 DESC", "MAX(" + a + ")", "COUNT(*), k");
            case 7 -> "SELECT " + a + ", COUNT(*) FROM sky.source WHERE id < 50 GROUP BY " + a + " ORDER BY "
                    + one("1", "2, 1", a);
            case 8 -> "WITH w AS (SELECT " + a
                    + " AS a, id, pos FROM sky.source WHERE id < 9) SELECT w.a, t.name FROM w "
                    + one("JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN") + " sky.target AS t "
                    + one("USING (id)", "ON w.id = t.id AND DISTANCE(w.pos, POINT(t.ra, t.decl)) < w.a");
            default -> "SELECT id, name FROM sky.source NATURAL " + one("", "LEFT ", "FULL ") + "JOIN sky.target WHERE "
                    + one("id < 9", "name IS NULL", "s_ra < ra") + " ORDER BY id";
        };
    }

    @Test
    void whateverIsCheckedIsUnderstood() {
        List<String> refused = new ArrayList<>();
        int answered = 0;
        for (int i = 0; i < QUERIES; i++) {
            String query = query();
            try {
                Translation translation = sky.translate(query);
                wrong(translation).ifPresent(reason -> refused.add(query + "\n  " + reason));
                answered++;
            } catch (AdqlException e) {
                // Not every combination of pieces has a meaning.
                assertThat(e.faults()).isNotEmpty();
            }
        }
        assertThat(String.join("\n", refused)).isEmpty();
        assertThat(answered).isGreaterThan(QUERIES * 3 / 4);
    }

    private static Optional<String> wrong(Translation translation) {
        try (PreparedStatement statement = sky.connection().prepareStatement(translation.sql())) {
            ResultSetMetaData found = statement.getMetaData();
            for (int i = 0; i < translation.columns().size(); i++) {
                String announced = translation.columns().get(i).type().sqlName();
                String type = found.getColumnTypeName(i + 1);
                if (!type.equals(announced.endsWith("[]") ? "_" + announced.replace("[]", "") : announced)) {
                    return Optional.of("column " + i + " is " + type + ", not " + announced);
                }
            }
            statement.setQueryTimeout(20);
            statement.executeQuery().close();
            return Optional.empty();
        } catch (SQLException e) {
            // Values may be out of range; the query itself must be right.
            boolean value = e.getSQLState().startsWith("22") || e.getSQLState().startsWith("VO");
            return value ? Optional.empty() : Optional.of(e.getMessage());
        }
    }
}
