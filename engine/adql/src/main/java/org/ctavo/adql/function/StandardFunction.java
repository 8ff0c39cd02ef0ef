package org.ctavo.adql.function;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.ctavo.adql.feature.Feature;
import org.ctavo.adql.type.AdqlType;

/**
 * The functions of ADQL 2.1 (sections 2.3, 4.2, 4.3, 4.8), and NULLIF. Aggregates, CAST and IN_UNIT are written in ways
 * of their own.
 */
public enum StandardFunction {
    ABS("ABS(x)", 1, 1),
    CEILING("CEILING(x)", 1, 1),
    DEGREES("DEGREES(x)", 1, 1),
    EXP("EXP(x)", 1, 1),
    FLOOR("FLOOR(x)", 1, 1),
    /** Natural logarithm. */
    LOG("LOG(x)", 1, 1),
    LOG10("LOG10(x)", 1, 1),
    MOD("MOD(x, y)", 2, 2),
    PI("PI()", 0, 0),
    POWER("POWER(x, y)", 2, 2),
    RADIANS("RADIANS(x)", 1, 1),
    RAND("RAND() or RAND(12)", 0, 1),
    ROUND("ROUND(x) or ROUND(x, 2)", 1, 2),
    SQRT("SQRT(x)", 1, 1),
    TRUNCATE("TRUNCATE(x) or TRUNCATE(x, 2)", 1, 2),
    ACOS("ACOS(x)", 1, 1),
    ASIN("ASIN(x)", 1, 1),
    ATAN("ATAN(x)", 1, 1),
    ATAN2("ATAN2(y, x)", 2, 2),
    COS("COS(x)", 1, 1),
    COT("COT(x)", 1, 1),
    SIN("SIN(x)", 1, 1),
    TAN("TAN(x)", 1, 1),
    LOWER("LOWER('text')", 1, 1, AdqlType.STRING, Feature.LOWER),
    UPPER("UPPER('text')", 1, 1, AdqlType.STRING, Feature.UPPER),
    /** Its type is that of its arguments. */
    COALESCE("COALESCE(a, b)", 1, Integer.MAX_VALUE, AdqlType.NULL, Feature.COALESCE),
    /** Its type is that of its first argument. */
    NULLIF("NULLIF(a, b)", 2, 2, AdqlType.NULL, Feature.NULLIF),
    AREA("AREA(region)", 1, 1, AdqlType.DOUBLE, Feature.AREA),
    BOX("BOX(ra, dec, width, height) or BOX(point, width, height)", 3, 5, AdqlType.POLYGON, Feature.BOX),
    CENTROID("CENTROID(region)", 1, 1, AdqlType.POINT, Feature.CENTROID),
    CIRCLE("CIRCLE(ra, dec, radius) or CIRCLE(point, radius)", 2, 4, AdqlType.CIRCLE, Feature.CIRCLE),
    CONTAINS("CONTAINS(inner, outer)", 2, 2, AdqlType.INTEGER, Feature.CONTAINS),
    COORD1("COORD1(point)", 1, 1, AdqlType.DOUBLE, Feature.COORD1),
    COORD2("COORD2(point)", 1, 1, AdqlType.DOUBLE, Feature.COORD2),
    COORDSYS("COORDSYS(region)", 1, 1, AdqlType.STRING, Feature.COORDSYS),
    DISTANCE("DISTANCE(point, point) or DISTANCE(ra1, dec1, ra2, dec2)", 2, 4, AdqlType.DOUBLE, Feature.DISTANCE),
    INTERSECTS("INTERSECTS(a, b)", 2, 2, AdqlType.INTEGER, Feature.INTERSECTS),
    POINT("POINT(ra, dec)", 2, 3, AdqlType.POINT, Feature.POINT),
    POLYGON(
            "POLYGON(ra1, dec1, ra2, dec2, ra3, dec3, …) or POLYGON(point, point, point, …)",
            3,
            Integer.MAX_VALUE,
            AdqlType.POLYGON,
            Feature.POLYGON),
    REGION("REGION('Circle ICRS 83.6 22 1')", 1, 1, AdqlType.REGION, Feature.REGION);

    private static final Map<String, StandardFunction> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    private final String usage;
    private final int fewest;
    private final int most;
    private final AdqlType result;
    private final Feature feature;

    StandardFunction(String usage, int fewest, int most) {
        this(usage, fewest, most, AdqlType.DOUBLE, null);
    }

    StandardFunction(String usage, int fewest, int most, AdqlType result, Feature feature) {
        this.usage = usage;
        this.fewest = fewest;
        this.most = most;
        this.result = result;
        this.feature = feature;
    }

    /** The function of that name in upper case, if the standard has it. */
    public static Optional<StandardFunction> named(String upperName) {
        return Optional.ofNullable(BY_NAME.get(upperName));
    }

    /** How it is called, for messages. */
    public String usage() {
        return usage;
    }

    /** The smallest number of arguments, a coordinate system included. */
    public int fewest() {
        return fewest;
    }

    /** The largest number of arguments, a coordinate system included. */
    public int most() {
        return most;
    }

    /** The type of its result; NULL where it depends on the arguments. */
    public AdqlType result() {
        return result;
    }

    /** The feature it is part of; empty for what every service has. */
    public Optional<Feature> feature() {
        return Optional.ofNullable(feature);
    }

    /** Whether it is one of the mathematical functions: numbers in, a number out. */
    public boolean isMathematical() {
        return compareTo(TAN) <= 0;
    }
}
