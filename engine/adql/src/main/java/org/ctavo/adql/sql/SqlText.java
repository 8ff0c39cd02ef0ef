package org.ctavo.adql.sql;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.ctavo.adql.type.AdqlType;
import org.ctavo.adql.type.PgType;

/** The smallest pieces of SQL: names, literals, casts. Whatever a user wrote passes through here. */
final class SqlText {
    /** In bytes. */
    private static final int LONGEST_NAME = 63;

    private SqlText() {}

    /**
     * A name, always delimited. PostgreSQL cuts names off: longer ones, which no table has, get another end that tells
     * them apart.
     */
    static String name(String name) {
        String whole = refuseZero(name);
        String kept = whole.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                ? whole
                : whole.substring(0, LONGEST_NAME / 6) + "_"
                        + UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
        return '"' + kept.replace("\"", "\"\"") + '"';
    }

    /** A string. With a backslash it is written so that it means the same under every setting of the server. */
    static String string(String text) {
        String quoted = refuseZero(text).replace("'", "''");
        return quoted.indexOf('\\') < 0 ? "'" + quoted + "'" : "E'" + quoted.replace("\\", "\\\\") + "'";
    }

    private static String refuseZero(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the character 0 has no place in a query");
        }
        return text;
    }

    /** A number of this type. */
    static String number(Number value, AdqlType type) {
        if (type == AdqlType.INTEGER) {
            return value.longValue() < 0 ? "(" + value + ")" : value.toString();
        }
        return "'" + value + "'" + cast(pgType(type));
    }

    /** A number in double precision. */
    static String number(double value) {
        return number(value, AdqlType.DOUBLE);
    }

    /** What makes an operand before it one of this type. */
    static String cast(PgType type) {
        return "::pg_catalog." + type.sqlName();
    }

    /** An operand as one of this type. */
    static String cast(String operand, AdqlType type) {
        return "(" + operand + ")" + cast(pgType(type));
    }

    /** How values of a type are held. */
    static PgType pgType(AdqlType type) {
        return switch (type) {
            case SMALLINT -> PgType.INT2;
            case INTEGER -> PgType.INT4;
            case BIGINT -> PgType.INT8;
            case REAL -> PgType.FLOAT4;
            case DOUBLE -> PgType.FLOAT8;
            case BOOLEAN -> PgType.BOOL;
            case STRING, CLOB, NULL, UNKNOWN -> PgType.TEXT;
            case TIMESTAMP -> PgType.TIMESTAMP;
            case POINT, CIRCLE, POLYGON, REGION, INTERVAL, DOUBLE_ARRAY -> PgType.FLOAT8_ARRAY;
            case BLOB -> PgType.BYTEA;
            case SMALLINT_ARRAY -> PgType.INT2_ARRAY;
            case INTEGER_ARRAY -> PgType.INT4_ARRAY;
            case BIGINT_ARRAY -> PgType.INT8_ARRAY;
            case REAL_ARRAY -> PgType.FLOAT4_ARRAY;
            case BOOLEAN_ARRAY -> PgType.BOOL_ARRAY;
        };
    }
}
