package org.ctavo.tap.result;

import java.util.OptionalInt;

import org.ctavo.adql.type.PgType;
import org.ctavo.spi.ColumnDescription;

/**
 * How values of a column come from PostgreSQL and go into a VOTable (VOTable 1.4, section 6). They come as what
 * {@link PgType} says: an unsignedByte as int2, an array of them as bytea, a moment as timestamp.
 *
 * @param kind of a value, or of an element of an array
 * @param form one value, an array of fixed length or one of any length
 * @param length of a fixed form, in elements; 1 for a scalar, 0 for any length
 */
record CellType(Kind kind, Form form, int length) {

    /** What a single value is. */
    enum Kind {
        BOOLEAN(1),
        UNSIGNED_BYTE(1),
        SHORT(2),
        INT(4),
        LONG(8),
        FLOAT(4),
        DOUBLE(8),
        CHAR(1),
        UNICODE_CHAR(2),
        /** A moment, which is text in a VOTable and a number of microseconds in PostgreSQL. */
        TIMESTAMP(1),
        /** A region, which is STC-S text in a VOTable and {@code float8[]} in PostgreSQL. */
        REGION(1);

        private final int size;

        Kind(int size) {
            this.size = size;
        }

        /** Bytes of a value in a VOTable. */
        int size() {
            return size;
        }

        boolean isText() {
            return this == CHAR || this == UNICODE_CHAR || this == TIMESTAMP || this == REGION;
        }

        boolean isWholeNumber() {
            return this == UNSIGNED_BYTE || this == SHORT || this == INT || this == LONG;
        }

        boolean isFloating() {
            return this == FLOAT || this == DOUBLE;
        }
    }

    /** How many of them there are. */
    enum Form {
        SCALAR,
        FIXED,
        VARIABLE
    }

    static CellType of(ColumnDescription column, PgType type) {
        Kind kind = kind(column, type);
        String arraysize = column.arraysize().orElse("").strip();
        if (arraysize.isEmpty()) {
            return kind.isText() ? new CellType(kind, Form.FIXED, 1) : new CellType(kind, Form.SCALAR, 1);
        }
        OptionalInt fixed = fixedLength(arraysize);
        return fixed.isPresent()
                ? new CellType(kind, Form.FIXED, fixed.getAsInt())
                : new CellType(kind, Form.VARIABLE, 0);
    }

    private static Kind kind(ColumnDescription column, PgType type) {
        return switch (column.datatype()) {
            case "boolean" -> Kind.BOOLEAN;
            case "unsignedByte" -> Kind.UNSIGNED_BYTE;
            case "short" -> Kind.SHORT;
            case "int" -> Kind.INT;
            case "long" -> Kind.LONG;
            case "float" -> Kind.FLOAT;
            case "double" -> Kind.DOUBLE;
            case "char", "unicodeChar" -> switch (type) {
                case TIMESTAMP -> Kind.TIMESTAMP;
                case FLOAT8_ARRAY -> Kind.REGION;
                default -> column.datatype().equals("char") ? Kind.CHAR : Kind.UNICODE_CHAR;
            };
            default -> throw new IllegalArgumentException(
                    "Column " + column.name() + " is declared as " + column.datatype() + ", which no result can hold.");
        };
    }

    private static OptionalInt fixedLength(String arraysize) {
        if (arraysize.endsWith("*")) {
            return OptionalInt.empty();
        }
        int length = 1;
        for (String part : arraysize.split("x", -1)) {
            length = Math.multiplyExact(length, Integer.parseInt(part.strip()));
        }
        return OptionalInt.of(length);
    }

    /** Whether it is an array in PostgreSQL. */
    boolean isArray() {
        return form != Form.SCALAR && !kind.isText();
    }
}
