package org.ctavo.adql.type;

import java.util.Locale;
import java.util.Optional;

import org.ctavo.spi.ColumnDescription;

/** The type of a value in a query (ADQL 2.1, section 3), as far as rules of the language depend on it. */
public enum AdqlType {
    SMALLINT("an integer", "short", null, null),
    INTEGER("an integer", "int", null, null),
    BIGINT("an integer", "long", null, null),
    REAL("a number", "float", null, null),
    DOUBLE("a number", "double", null, null),
    BOOLEAN("a truth value", "boolean", null, null),
    STRING("a string", "char", "*", null),
    TIMESTAMP("a timestamp", "char", "*", "timestamp"),
    POINT("a point", "double", "2", "point"),
    CIRCLE("a circle", "double", "3", "circle"),
    POLYGON("a polygon", "double", "*", "polygon"),
    REGION("a region", "char", "*", "adql:REGION"),
    INTERVAL("an interval", "double", "2", "interval"),
    CLOB("a long text", "char", "*", "adql:clob"),
    BLOB("binary data", "unsignedByte", "*", null),
    SMALLINT_ARRAY("an array", "short", "*", null),
    INTEGER_ARRAY("an array", "int", "*", null),
    BIGINT_ARRAY("an array", "long", "*", null),
    REAL_ARRAY("an array", "float", "*", null),
    DOUBLE_ARRAY("an array", "double", "*", null),
    BOOLEAN_ARRAY("an array", "boolean", "*", null),
    /** NULL, which goes with every type. */
    NULL("NULL", "char", "*", null),
    /** Not known because of a fault already told; goes with every type. */
    UNKNOWN("something unknown", "char", "*", null);

    private final String noun;
    private final String datatype;
    private final String arraysize;
    private final String xtype;

    AdqlType(String noun, String datatype, String arraysize, String xtype) {
        this.noun = noun;
        this.datatype = datatype;
        this.arraysize = arraysize;
        this.xtype = xtype;
    }

    /** The type of a column, by its datatype, arraysize and xtype. */
    public static AdqlType of(ColumnDescription column) {
        Optional<AdqlType> special = column.xtype().flatMap(AdqlType::ofXtype);
        if (special.isPresent()) {
            return special.get();
        }
        boolean array =
                column.arraysize().isPresent() && !column.arraysize().get().equals("1");
        return switch (column.datatype()) {
            case "boolean" -> array ? BOOLEAN_ARRAY : BOOLEAN;
            case "unsignedByte" -> array ? BLOB : SMALLINT;
            case "short" -> array ? SMALLINT_ARRAY : SMALLINT;
            case "int" -> array ? INTEGER_ARRAY : INTEGER;
            case "long" -> array ? BIGINT_ARRAY : BIGINT;
            case "float" -> array ? REAL_ARRAY : REAL;
            case "double" -> array ? DOUBLE_ARRAY : DOUBLE;
            default -> STRING;
        };
    }

    private static Optional<AdqlType> ofXtype(String xtype) {
        return Optional.ofNullable(
                switch (xtype.toLowerCase(Locale.ROOT)) {
                    case "timestamp", "adql:timestamp" -> TIMESTAMP;
                    case "point", "adql:point" -> POINT;
                    case "circle", "adql:circle" -> CIRCLE;
                    case "polygon", "adql:polygon" -> POLYGON;
                    case "region", "adql:region", "shape" -> REGION;
                    case "interval" -> INTERVAL;
                    case "clob", "adql:clob" -> CLOB;
                    case "blob", "adql:blob" -> BLOB;
                    default -> null;
                });
    }

    /** A result column of this type of which nothing else is known. */
    public ColumnDescription column(String name) {
        return ColumnDescription.of(name, datatype, arraysize, xtype);
    }

    /** In a user's words, with its article. */
    public String noun() {
        return noun;
    }

    /** Whether it goes with every type: NULL, and what a fault has left unknown. */
    public boolean isWild() {
        return this == NULL || this == UNKNOWN;
    }

    /** Whether one can calculate with it. */
    public boolean isNumeric() {
        return compareTo(DOUBLE) <= 0;
    }

    /** Whether it is a whole number. */
    public boolean isInteger() {
        return compareTo(BIGINT) <= 0;
    }

    /** Whether it is a place or an area on the sky. */
    public boolean isGeometry() {
        return this == POINT || this == CIRCLE || this == POLYGON || this == REGION;
    }

    /** Whether it is a string that operators work on. */
    public boolean isText() {
        return this == STRING;
    }

    /** The wider of two numeric types. */
    public static AdqlType wider(AdqlType a, AdqlType b) {
        // An integer of 32 or 64 bits does not fit into a single-precision number.
        if ((a == REAL && (b == INTEGER || b == BIGINT)) || (b == REAL && (a == INTEGER || a == BIGINT))) {
            return DOUBLE;
        }
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** The type that values of both types can have, if there is one. */
    public static Optional<AdqlType> common(AdqlType a, AdqlType b) {
        if (a == b || b == NULL || a == UNKNOWN) {
            return Optional.of(a);
        }
        if (a == NULL || b == UNKNOWN) {
            return Optional.of(b);
        }
        if (a.isNumeric() && b.isNumeric()) {
            return Optional.of(wider(a, b));
        }
        if (a.isGeometry() && b.isGeometry()) {
            return Optional.of(REGION);
        }
        return Optional.empty();
    }
}
