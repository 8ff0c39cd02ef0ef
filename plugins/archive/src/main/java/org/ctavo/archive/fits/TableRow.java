package org.ctavo.archive.fits;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The current row of a table. Its content changes with the next row; nothing may keep it. For one thread. */
public final class TableRow {
    private final ByteBuffer bytes;

    TableRow(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** The first value of a numeric column. */
    public double number(FitsColumn column) {
        return number(column, 0);
    }

    /** A value of a numeric column of several values. */
    public double number(FitsColumn column, int index) {
        int offset = column.offset();
        double stored =
                switch (column.type()) {
                    case 'D' -> bytes.getDouble(offset + 8 * index);
                    case 'E' -> bytes.getFloat(offset + 4 * index);
                    case 'K' -> bytes.getLong(offset + 8 * index);
                    case 'J' -> bytes.getInt(offset + 4 * index);
                    case 'I' -> bytes.getShort(offset + 2 * index);
                    case 'B' -> bytes.get(offset + index) & 0xff;
                    default -> throw new IllegalArgumentException("Column " + column.name() + " is not numeric.");
                };
        return stored * column.scale() + column.zero();
    }

    /** A value of a column of 8-byte whole numbers, all digits of it; scale and zero are passed over. */
    public long whole(FitsColumn column, int index) {
        return bytes.getLong(column.offset() + 8 * index);
    }

    /** All values of a numeric column. */
    public double[] numbers(FitsColumn column) {
        double[] values = new double[column.repeat()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(column, i);
        }
        return values;
    }

    /** How many bytes it has. */
    public int size() {
        return bytes.capacity();
    }

    /** Copies its bytes as they are stored. */
    public void copy(byte[] into, int offset) {
        bytes.get(0, into, offset, bytes.capacity());
    }

    /** A text column, trimmed. */
    public String text(FitsColumn column) {
        byte[] raw = new byte[column.width()];
        bytes.get(column.offset(), raw);
        int length = 0;
        while (length < raw.length && raw[length] != 0) {
            length++;
        }
        return new String(raw, 0, length, StandardCharsets.ISO_8859_1).strip();
    }
}
