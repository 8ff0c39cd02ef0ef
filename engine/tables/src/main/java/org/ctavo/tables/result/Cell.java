package org.ctavo.tables.result;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

import org.ctavo.adql.type.PgType;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.tap.result.Regions;

/**
 * How a column's values are read from PostgreSQL's binary COPY, and of which Java class they are: that of the VOTable
 * datatype, arrays as arrays of primitives, moments and regions as text.
 *
 * @param column its description
 * @param type as PostgreSQL sends it
 */
record Cell(ColumnDescription column, PgType type) {
    private static final long EPOCH_2000 = LocalDateTime.of(2000, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .toFormatter();

    static Cell of(ColumnDescription column) {
        return new Cell(column, PgType.of(column));
    }

    private boolean isText() {
        return column.datatype().equals("char") || column.datatype().equals("unicodeChar");
    }

    /** The class of its values. */
    Class<?> valueClass() {
        return switch (type) {
            case BOOL -> Boolean.class;
            case INT2 -> Short.class;
            case INT4 -> Integer.class;
            case INT8 -> Long.class;
            case FLOAT4 -> Float.class;
            case FLOAT8 -> Double.class;
            case TEXT, TIMESTAMP -> String.class;
            case BYTEA, INT2_ARRAY -> short[].class;
            case BOOL_ARRAY -> boolean[].class;
            case INT4_ARRAY -> int[].class;
            case INT8_ARRAY -> long[].class;
            case FLOAT4_ARRAY -> float[].class;
            case FLOAT8_ARRAY -> isText() ? String.class : double[].class;
        };
    }

    /** The value of a field that is not null. */
    Object value(ByteBuffer field) {
        return switch (type) {
            case BOOL -> field.get() != 0;
            case INT2 -> field.getShort();
            case INT4 -> field.getInt();
            case INT8 -> field.getLong();
            case FLOAT4 -> field.getFloat();
            case FLOAT8 -> field.getDouble();
            case TEXT -> StandardCharsets.UTF_8.decode(field).toString();
            case TIMESTAMP -> moment(field.getLong());
            case BYTEA -> unsigned(field);
            case BOOL_ARRAY -> booleans(field);
            case INT2_ARRAY -> shorts(field);
            case INT4_ARRAY -> ints(field);
            case INT8_ARRAY -> longs(field);
            case FLOAT4_ARRAY -> floats(field);
            case FLOAT8_ARRAY -> isText() ? Regions.stcs(doubles(field)) : doubles(field);
        };
    }

    /** Microseconds since 2000; the ends of time have no text. */
    private static String moment(long micros) {
        if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
            return null;
        }
        long seconds = Math.floorDiv(micros, 1_000_000L) + EPOCH_2000;
        int nanos = (int) Math.floorMod(micros, 1_000_000L) * 1000;
        return LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC).format(MOMENT);
    }

    /** Skips an array's head, up to its first element. Only arrays of one dimension are published. */
    private static int count(ByteBuffer field) {
        int dimensions = field.getInt();
        field.getLong();
        if (dimensions == 0) {
            return 0;
        }
        int count = field.getInt();
        field.getInt();
        return count;
    }

    private static short[] unsigned(ByteBuffer field) {
        short[] values = new short[field.remaining()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (field.get() & 0xff);
        }
        return values;
    }

    private static boolean[] booleans(ByteBuffer field) {
        boolean[] values = new boolean[count(field)];
        for (int i = 0; i < values.length; i++) {
            values[i] = field.getInt() >= 0 && field.get() != 0;
        }
        return values;
    }

    private static short[] shorts(ByteBuffer field) {
        short[] values = new short[count(field)];
        for (int i = 0; i < values.length; i++) {
            values[i] = field.getInt() < 0 ? 0 : field.getShort();
        }
        return values;
    }

    private static int[] ints(ByteBuffer field) {
        int[] values = new int[count(field)];
        for (int i = 0; i < values.length; i++) {
            values[i] = field.getInt() < 0 ? 0 : field.getInt();
        }
        return values;
    }

    private static long[] longs(ByteBuffer field) {
        long[] values = new long[count(field)];
        for (int i = 0; i < values.length; i++) {
            values[i] = field.getInt() < 0 ? 0 : field.getLong();
        }
        return values;
    }

    private static float[] floats(ByteBuffer field) {
        float[] values = new float[count(field)];
        for (int i = 0; i < values.length; i++) {
            values[i] = field.getInt() < 0 ? Float.NaN : field.getFloat();
        }
        return values;
    }

    private static double[] doubles(ByteBuffer field) {
        double[] values = new double[count(field)];
        for (int i = 0; i < values.length; i++) {
            values[i] = field.getInt() < 0 ? Double.NaN : field.getDouble();
        }
        return values;
    }
}
