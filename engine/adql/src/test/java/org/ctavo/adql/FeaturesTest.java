package org.ctavo.adql;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.fault.AdqlException;
import org.ctavo.adql.feature.Feature;
import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.adql.function.StandardFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A feature that is off is off everywhere. */
class FeaturesTest {
    private static final Map<Feature, String> USES = Map.ofEntries(
            Map.entry(Feature.AREA, "SELECT AREA(c) FROM t"),
            Map.entry(Feature.BOX, "SELECT BOX(1, 2, 3, 4) FROM t"),
            Map.entry(Feature.CENTROID, "SELECT CENTROID(c) FROM t"),
            Map.entry(Feature.CIRCLE, "SELECT CIRCLE(1, 2, 3) FROM t"),
            Map.entry(Feature.CONTAINS, "SELECT CONTAINS(p, c) FROM t"),
            Map.entry(Feature.COORD1, "SELECT COORD1(p) FROM t"),
            Map.entry(Feature.COORD2, "SELECT COORD2(p) FROM t"),
            Map.entry(Feature.COORDSYS, "SELECT COORDSYS(p) FROM t"),
            Map.entry(Feature.DISTANCE, "SELECT DISTANCE(p, q) FROM t"),
            Map.entry(Feature.INTERSECTS, "SELECT INTERSECTS(p, q) FROM t"),
            Map.entry(Feature.POINT, "SELECT POINT(1, 2) FROM t"),
            Map.entry(Feature.POLYGON, "SELECT POLYGON(1, 2, 3, 4, 5, 6) FROM t"),
            Map.entry(Feature.REGION, "SELECT REGION('x') FROM t"),
            Map.entry(Feature.LOWER, "SELECT LOWER(a) FROM t"),
            Map.entry(Feature.UPPER, "SELECT UPPER(a) FROM t"),
            Map.entry(Feature.ILIKE, "SELECT a FROM t WHERE a ILIKE 'x'"),
            Map.entry(Feature.WITH, "WITH q AS (SELECT a FROM t) SELECT a FROM q"),
            Map.entry(Feature.UNION, "SELECT a FROM t UNION SELECT a FROM t"),
            Map.entry(Feature.EXCEPT, "SELECT a FROM t EXCEPT SELECT a FROM t"),
            Map.entry(Feature.INTERSECT, "SELECT a FROM t INTERSECT SELECT a FROM t"),
            Map.entry(Feature.CAST, "SELECT CAST(a AS INTEGER) FROM t"),
            Map.entry(Feature.COALESCE, "SELECT COALESCE(a, 1) FROM t"),
            Map.entry(Feature.IN_UNIT, "SELECT IN_UNIT(a, 'm') FROM t"),
            Map.entry(Feature.OFFSET, "SELECT a FROM t OFFSET 5"),
            Map.entry(Feature.CASE, "SELECT CASE WHEN a = 1 THEN 1 END FROM t"),
            Map.entry(Feature.NULLIF, "SELECT NULLIF(a, 1) FROM t"),
            Map.entry(Feature.BITWISE, "SELECT a & 1 FROM t"),
            Map.entry(Feature.HEXADECIMAL, "SELECT 0x1F FROM t"),
            Map.entry(Feature.STAR_AMONG_COLUMNS, "SELECT a, * FROM t"),
            Map.entry(Feature.SEMICOLON, "SELECT a FROM t;"));

    @ParameterizedTest
    @EnumSource
    void isRefusedAndUndeclaredWhereItIsOff(Feature feature) {
        String query = USES.get(feature);
        FeatureSet without = FeatureSet.ALL.without(feature);
        assertThat(new Adql(FeatureSet.ALL, List.of()).parse(query)).isNotNull();
        Adql adql = new Adql(without, List.of());
        AdqlException faults = catchThrowableOfType(AdqlException.class, () -> adql.parse(query));
        assertThat(faults.faults()).hasSize(1);
        assertThat(faults.code()).isEqualTo(AdqlCode.FEATURE_OFF);
        assertThat(faults.getMessage()).contains("this service does not offer");
        assertThat(without.declared().values().stream().flatMap(List::stream)).doesNotContain(feature);
        assertThat(adql.functions().names()).doesNotContain(feature.name());
    }

    @Test
    void declaresWhatTheStandardDeclares() {
        Map<String, String> declared = FeatureSet.ALL.declared().entrySet().stream()
                .collect(Collectors.toMap(
                        group -> group.getKey().type().orElseThrow(),
                        group -> group.getValue().stream().map(Feature::form).collect(Collectors.joining(" "))));
        String base = "ivo://ivoa.net/std/TAPRegExt#features-";
        assertThat(declared)
                .containsOnly(
                        Map.entry(
                                base + "adqlgeo",
                                "AREA BOX CENTROID CIRCLE CONTAINS COORD1 COORD2 COORDSYS DISTANCE INTERSECTS"
                                        + " POINT POLYGON"
                                        + " REGION"),
                        Map.entry(base + "adql-string", "LOWER UPPER ILIKE"),
                        Map.entry(base + "adql-common-table", "WITH"),
                        Map.entry(base + "adql-sets", "UNION EXCEPT INTERSECT"),
                        Map.entry(base + "adql-type", "CAST"),
                        Map.entry("ivo://ivoa.net/std/tapregext#features-adql-conditional", "COALESCE"),
                        Map.entry(base + "adql-unit", "IN_UNIT"),
                        Map.entry(base + "adql-offset", "OFFSET"));
    }

    @Test
    void theStandardHasNoExtensions() {
        assertThat(FeatureSet.standard().features()).hasSize(24).doesNotContain(Feature.CASE, Feature.SEMICOLON);
    }

    @Test
    void everyFunctionOfAFeatureBearsItsName() {
        Stream<StandardFunction> functions = Arrays.stream(StandardFunction.values());
        assertThat(functions.filter(f -> f.feature().isPresent()))
                .allSatisfy(f -> assertThat(f.feature().orElseThrow().name()).isEqualTo(f.name()));
    }
}
