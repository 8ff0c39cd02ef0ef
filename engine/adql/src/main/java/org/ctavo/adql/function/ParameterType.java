package org.ctavo.adql.function;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ctavo.adql.type.AdqlType;

/**
 * A type as a signature names it (TAPRegExt, section 2.3.1): one of ADQL's, or a family of them.
 *
 * @param written the name in upper case, as the capabilities show it
 * @param type the type of a result of this name; of a family, its widest
 * @param family what goes
 */
public record ParameterType(String written, AdqlType type, Family family) {
    private static final Pattern FORM = Pattern.compile("([A-Z]+(?: [A-Z]+)*)(\\(\\d+\\))?(\\[\\d*])?");
    private static final Map<String, AdqlType> TYPES = Map.ofEntries(
            Map.entry("BIT", AdqlType.BOOLEAN),
            Map.entry("BOOLEAN", AdqlType.BOOLEAN),
            Map.entry("SMALLINT", AdqlType.SMALLINT),
            Map.entry("INTEGER", AdqlType.INTEGER),
            Map.entry("INT", AdqlType.INTEGER),
            Map.entry("BIGINT", AdqlType.BIGINT),
            Map.entry("REAL", AdqlType.REAL),
            Map.entry("FLOAT", AdqlType.DOUBLE),
            Map.entry("DOUBLE", AdqlType.DOUBLE),
            Map.entry("DOUBLE PRECISION", AdqlType.DOUBLE),
            Map.entry("NUMERIC", AdqlType.DOUBLE),
            Map.entry("CHAR", AdqlType.STRING),
            Map.entry("VARCHAR", AdqlType.STRING),
            Map.entry("TEXT", AdqlType.STRING),
            Map.entry("STRING", AdqlType.STRING),
            Map.entry("CLOB", AdqlType.CLOB),
            Map.entry("BLOB", AdqlType.BLOB),
            Map.entry("BINARY", AdqlType.BLOB),
            Map.entry("VARBINARY", AdqlType.BLOB),
            Map.entry("TIMESTAMP", AdqlType.TIMESTAMP),
            Map.entry("POINT", AdqlType.POINT),
            Map.entry("CIRCLE", AdqlType.CIRCLE),
            Map.entry("POLYGON", AdqlType.POLYGON),
            Map.entry("REGION", AdqlType.REGION),
            Map.entry("GEOMETRY", AdqlType.REGION),
            Map.entry("INTERVAL", AdqlType.INTERVAL));
    private static final Map<AdqlType, AdqlType> ARRAYS = Map.of(
            AdqlType.BOOLEAN, AdqlType.BOOLEAN_ARRAY,
            AdqlType.SMALLINT, AdqlType.SMALLINT_ARRAY,
            AdqlType.INTEGER, AdqlType.INTEGER_ARRAY,
            AdqlType.BIGINT, AdqlType.BIGINT_ARRAY,
            AdqlType.REAL, AdqlType.REAL_ARRAY,
            AdqlType.DOUBLE, AdqlType.DOUBLE_ARRAY);

    /** What an argument may be. */
    public enum Family {
        /** Any number: numbers convert to each other. */
        NUMERIC,
        /** Whole numbers only. */
        INTEGER,
        /** Any string. */
        TEXT,
        /** Any geometry; a result is of the type of the argument. */
        GEOMETRY,
        /** This type only. */
        EXACT
    }

    /** The type of that name in any case, if there is one. */
    public static Optional<ParameterType> named(String name) {
        String written = name.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        Matcher matcher = FORM.matcher(written);
        AdqlType type = matcher.matches() ? TYPES.get(matcher.group(1)) : null;
        if (type == null) {
            return Optional.empty();
        }
        if (matcher.group(3) != null) {
            return Optional.ofNullable(ARRAYS.get(type)).map(array -> new ParameterType(written, array, Family.EXACT));
        }
        return Optional.of(new ParameterType(written, type, family(matcher.group(1), type)));
    }

    private static Family family(String name, AdqlType type) {
        if (name.equals("GEOMETRY")) {
            return Family.GEOMETRY;
        }
        if (type.isInteger()) {
            return Family.INTEGER;
        }
        if (type.isNumeric()) {
            return Family.NUMERIC;
        }
        return type.isText() ? Family.TEXT : Family.EXACT;
    }

    /** Whether a value of that type can be the argument. */
    public boolean accepts(AdqlType argument) {
        return argument.isWild()
                || switch (family) {
                    case NUMERIC -> argument.isNumeric();
                    case INTEGER -> argument.isInteger();
                    case TEXT -> argument == AdqlType.STRING || argument == AdqlType.CLOB;
                    case GEOMETRY -> argument.isGeometry();
                    case EXACT -> argument == type || (type == AdqlType.REGION && argument.isGeometry());
                };
    }
}
