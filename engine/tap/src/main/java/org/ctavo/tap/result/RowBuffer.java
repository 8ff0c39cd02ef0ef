package org.ctavo.tap.result;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes being gathered. The array is open to the writers of this package, who reserve room once a row and then write
 * without further checks.
 */
final class RowBuffer {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    byte[] bytes;
    int length;

    RowBuffer(int capacity) {
        this.bytes = new byte[capacity];
    }

    /** Makes room for so many bytes more. */
    void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, more)));
        }
    }

    void put(int value) {
        bytes[length++] = (byte) value;
    }

    void putShort(int value) {
        SHORTS.set(bytes, length, (short) value);
        length += 2;
    }

    void putInt(int value) {
        INTS.set(bytes, length, value);
        length += 4;
    }

    void putLong(long value) {
        LONGS.set(bytes, length, value);
        length += 8;
    }

    void put(byte[] source, int from, int count) {
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    void put(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        reserve(encoded.length);
        put(encoded, 0, encoded.length);
    }

    void zeros(int count) {
        Arrays.fill(bytes, length, length + count, (byte) 0);
        length += count;
    }

    /** Drops the first bytes. */
    void drop(int count) {
        System.arraycopy(bytes, count, bytes, 0, length - count);
        length -= count;
    }

    static int shortAt(byte[] bytes, int at) {
        return (short) SHORTS.get(bytes, at);
    }

    static int intAt(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at);
    }

    static long longAt(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }
}
