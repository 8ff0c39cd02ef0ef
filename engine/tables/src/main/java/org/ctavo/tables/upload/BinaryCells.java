package org.ctavo.tables.upload;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads rows of BINARY and BINARY2 (VOTable 1.4, sections 5.3 and 5.4). For one thread. */
final class BinaryCells {
    private final List<Field> fields;
    private final int maskBytes;

    BinaryCells(List<Field> fields, boolean masked) {
        this.fields = fields;
        this.maskBytes = masked ? (fields.size() + 7) / 8 : 0;
    }

    /** How many bytes the row that begins at the buffer's position takes; -1 if too few are there to tell. */
    long length(ByteBuffer bytes) {
        long at = maskBytes;
        for (Field field : fields) {
            long count = field.count();
            if (count < 0) {
                if (bytes.remaining() < at + 4) {
                    return -1;
                }
                count = bytes.getInt(bytes.position() + (int) at) & 0xffffffffL;
                at += 4;
            }
            at += field.bytes(count);
        }
        return at;
    }

    /** The row at the buffer's position, all of whose bytes are there. */
    Object[] row(ByteBuffer bytes) {
        byte[] mask = new byte[maskBytes];
        bytes.get(mask);
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            Field field = fields.get(i);
            int count = field.count() < 0 ? bytes.getInt() : field.count();
            Object value = value(field, count, bytes);
            boolean isNull = maskBytes > 0
                    ? (mask[i >> 3] & (0x80 >>> (i & 7))) != 0
                    : field.nullText()
                            .filter(text -> text.equals(String.valueOf(value)))
                            .isPresent();
            values[i] = isNull ? null : value;
        }
        return values;
    }

    private static Object value(Field field, int count, ByteBuffer bytes) {
        return switch (field.datatype()) {
            case "char" -> text(bytes, count, 1);
            case "unicodeChar" -> text(bytes, count, 2);
            case "boolean" -> booleans(field, count, bytes);
            case "bit" -> bits(field, count, bytes);
            case "unsignedByte" -> unsigned(field, count, bytes);
            case "short" -> shorts(field, count, bytes);
            case "int" -> ints(field, count, bytes);
            case "long" -> longs(field, count, bytes);
            case "float", "floatComplex" -> floats(field, count * field.unit(), bytes);
            default -> doubles(field, count * field.unit(), bytes);
        };
    }

    /** Text ends at the first null character. */
    private static String text(ByteBuffer bytes, int count, int size) {
        byte[] raw = new byte[count * size];
        bytes.get(raw);
        String text = new String(raw, size == 1 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16BE);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static Object booleans(Field field, int count, ByteBuffer bytes) {
        boolean[] values = new boolean[count];
        boolean known = true;
        for (int i = 0; i < count; i++) {
            byte b = bytes.get();
            values[i] = b == 'T' || b == 't' || b == '1';
            known = values[i] || b == 'F' || b == 'f' || b == '0';
        }
        if (!field.isScalar()) {
            return values;
        }
        return known ? values[0] : null;
    }

    private static Object bits(Field field, int count, ByteBuffer bytes) {
        boolean[] values = new boolean[count];
        byte current = 0;
        for (int i = 0; i < count; i++) {
            if ((i & 7) == 0) {
                current = bytes.get();
            }
            values[i] = (current & (0x80 >>> (i & 7))) != 0;
        }
        return field.isScalar() ? (Object) values[0] : values;
    }

    private static Object unsigned(Field field, int count, ByteBuffer bytes) {
        short[] values = new short[count];
        for (int i = 0; i < count; i++) {
            values[i] = (short) (bytes.get() & 0xff);
        }
        return field.isScalar() ? (Object) values[0] : values;
    }

    private static Object shorts(Field field, int count, ByteBuffer bytes) {
        short[] values = new short[count];
        bytes.asShortBuffer().get(values);
        bytes.position(bytes.position() + 2 * count);
        return field.isScalar() ? (Object) values[0] : values;
    }

    private static Object ints(Field field, int count, ByteBuffer bytes) {
        int[] values = new int[count];
        bytes.asIntBuffer().get(values);
        bytes.position(bytes.position() + 4 * count);
        return field.isScalar() ? (Object) values[0] : values;
    }

    private static Object longs(Field field, int count, ByteBuffer bytes) {
        long[] values = new long[count];
        bytes.asLongBuffer().get(values);
        bytes.position(bytes.position() + 8 * count);
        return field.isScalar() ? (Object) values[0] : values;
    }

    private static Object floats(Field field, int count, ByteBuffer bytes) {
        float[] values = new float[count];
        bytes.asFloatBuffer().get(values);
        bytes.position(bytes.position() + 4 * count);
        return field.isScalar() ? (Object) values[0] : values;
    }

    private static Object doubles(Field field, int count, ByteBuffer bytes) {
        double[] values = new double[count];
        bytes.asDoubleBuffer().get(values);
        bytes.position(bytes.position() + 8 * count);
        return field.isScalar() ? (Object) values[0] : values;
    }
}
