package org.ctavo.sphere;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Ten thousand random cases against an independent computation. */
class AstropyTest {
    private static final String HOLDS =
            "CASE operation WHEN 'contains' THEN sphere.contains(a, b) ELSE sphere.intersects(a, b) END";

    @RegisterExtension
    static SphereDatabase database = new SphereDatabase();

    @BeforeAll
    static void fill() throws Exception {
        database.fill("cases", "operation text, a float8[], b float8[], verdict boolean", "cases.py", "1250", "1");
        database.fill(
                "frames", "what text, name text, a float8, b float8, c float8, d float8", "frames.py", "80", "frame");
        database.fill(
                "cells",
                "what text, cell_order int, a float8, b float8, cell bigint, c float8, d float8",
                "frames.py",
                "80",
                "cell");
    }

    @Test
    void noCaseOfTenThousandIsJudgedOtherwise() throws Exception {
        assertThat(database.number("count(*) FROM cases")).isGreaterThan(10_000);
        assertThat(database.value("string_agg(concat_ws(' ', operation, a, b, verdict), ' | ') FROM cases WHERE "
                        + HOLDS + " IS DISTINCT FROM verdict"))
                .isNull();
    }

    @Test
    void theIndexLosesNoCase() throws Exception {
        assertThat(database.number("count(*) FROM cases WHERE verdict"
                        + " AND NOT sphere.bounds(a) OPERATOR(sphere.&&) sphere.bounds(b)"))
                .isZero();
        assertThat(database.number(
                        "count(*) FROM cases WHERE verdict AND operation = 'contains' AND NOT sphere.bounds(b)"
                                + " OPERATOR(sphere.<@) sphere.cube_enlarge(sphere.bounds(a), 1e-11, 3)"))
                .isZero();
        assertThat(database.number("count(*) FROM cases WHERE verdict AND cardinality(a) = 3 AND cardinality(b) = 2"
                        + " AND NOT sphere.vec(b[1], b[2]) OPERATOR(sphere.<@) sphere.cone(a[1], a[2], a[3])"))
                .isZero();
    }

    @Test
    void aPointInACircleIsNoFartherThanItsRadius() throws Exception {
        assertThat(database.number("count(*) FROM cases WHERE operation = 'contains' AND cardinality(a) = 3"
                        + " AND cardinality(b) = 2 AND (sphere.distance(a[1], a[2], b[1], b[2]) <= a[3]) <> verdict"))
                .isZero();
    }

    @Test
    void noPolygonOfTheCasesIsRefused() throws Exception {
        assertThat(database.number("count(sphere.polygon(VARIADIC a)) FROM cases WHERE cardinality(a) > 3"))
                .isGreaterThan(1000);
    }

    @Test
    void framesTurnAsAstropyTurnsThem() throws Exception {
        assertThat(database.number("count(*) FROM frames")).isEqualTo(400);
        assertThat(database.number("max(sphere.distance((sphere.transform(ARRAY[a, b], 'ICRS', name))[1],"
                        + " (sphere.transform(ARRAY[a, b], 'ICRS', name))[2], c, d)) FROM frames"))
                .isLessThan(1e-12);
        assertThat(database.number("max(sphere.distance((sphere.transform(ARRAY[c, d], name, 'ICRS'))[1],"
                        + " (sphere.transform(ARRAY[c, d], name, 'ICRS'))[2], a, b)) FROM frames"))
                .isLessThan(1e-12);
    }

    @Test
    void healpixCellsAreThoseOfAstropyAtEveryOrder() throws Exception {
        assertThat(database.number("count(DISTINCT cell_order) FROM cells")).isEqualTo(30);
        assertThat(database.value("string_agg(concat_ws(' ', cell_order, a, b, cell), ' | ') FROM cells"
                        + " WHERE sphere.healpix(cell_order, a, b) <> cell"))
                .isNull();
        assertThat(database.number("max(sphere.distance((sphere.healpix_center(cell_order, cell))[1],"
                        + " (sphere.healpix_center(cell_order, cell))[2], c, d)) FROM cells"))
                .isLessThan(1e-11);
    }
}
