package org.ctavo.adql.type;

import java.util.Optional;

import org.ctavo.spi.ColumnDescription;

/** The PostgreSQL type in which a result column arrives, given by its declared VOTable type. */
public enum PgType {
    BOOL("bool"),
    INT2("int2"),
    INT4("int4"),
    INT8("int8"),
    FLOAT4("float4"),
    FLOAT8("float8"),
    TEXT("text"),
    TIMESTAMP("timestamp"),
    BYTEA("bytea"),
    BOOL_ARRAY("bool[]"),
    INT2_ARRAY("int2[]"),
    INT4_ARRAY("int4[]"),
    INT8_ARRAY("int8[]"),
    FLOAT4_ARRAY("float4[]"),
    FLOAT8_ARRAY("float8[]");

    private final String sqlName;

    PgType(String sqlName) {
        this.sqlName = sqlName;
    }

    /** Its name in SQL, without schema. */
    public String sqlName() {
        return sqlName;
    }

    /**
     * The type that goes with a column's datatype, arraysize and xtype. Geometries are {@code float8[]} in degrees in
     * the order of DALI, whatever datatype is declared.
     */
    public static PgType of(ColumnDescription column) {
        AdqlType type = AdqlType.of(column);
        if (type.isGeometry()) {
            return FLOAT8_ARRAY;
        }
        if (type == AdqlType.TIMESTAMP) {
            return TIMESTAMP;
        }
        boolean array = isArray(column.arraysize());
        return switch (column.datatype()) {
            case "boolean" -> array ? BOOL_ARRAY : BOOL;
            case "unsignedByte" -> array ? BYTEA : INT2;
            case "short" -> array ? INT2_ARRAY : INT2;
            case "int" -> array ? INT4_ARRAY : INT4;
            case "long" -> array ? INT8_ARRAY : INT8;
            case "float" -> array ? FLOAT4_ARRAY : FLOAT4;
            case "double" -> array ? FLOAT8_ARRAY : FLOAT8;
            default -> TEXT;
        };
    }

    private static boolean isArray(Optional<String> arraysize) {
        return arraysize.isPresent() && !arraysize.get().equals("1");
    }
}
