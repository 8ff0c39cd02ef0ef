package org.ctavo.tap.result;

import java.util.List;

/**
 * Turns a row of PostgreSQL's binary COPY into a row of VOTable's BINARY or BINARY2 (VOTable 1.4, sections 5.3 and
 * 5.4). Both are big-endian, so most fields are copied as they are; no object is made for a cell.
 */
final class BinaryRows {
    private static final long NAN_DOUBLE = Double.doubleToLongBits(Double.NaN);
    private static final int NAN_FLOAT = Float.floatToIntBits(Float.NaN);

    private final CellType[] cells;
    private final int maskLength;
    private final int fixedLength;

    /**
     * For results of these columns.
     *
     * @param masked whether each row begins with a mask of its nulls, as in BINARY2
     */
    BinaryRows(List<OutputColumn> columns, boolean masked) {
        this.cells = columns.stream().map(OutputColumn::cell).toArray(CellType[]::new);
        this.maskLength = masked ? (cells.length + 7) / 8 : 0;
        int fixed = maskLength;
        for (CellType cell : cells) {
            // A moment takes 8 bytes and becomes at most 32; a length word takes 4.
            fixed = Math.addExact(
                    fixed, Math.multiplyExact(cell.length(), cell.kind().size()) + 36);
        }
        this.fixedLength = fixed;
    }

    /**
     * Appends a row.
     *
     * @param message holding the row
     * @param offset of the length of its first field
     */
    void append(byte[] message, int offset, RowBuffer out) {
        // Text in two-byte characters grows to twice its size at most; regions see to their own room.
        reserve(message, out);
        int maskAt = out.length;
        out.zeros(maskLength);
        int at = offset;
        for (int i = 0; i < cells.length; i++) {
            CellType cell = cells[i];
            int length = RowBuffer.intAt(message, at);
            at += 4;
            if (length < 0) {
                if (maskLength > 0) {
                    out.bytes[maskAt + (i >> 3)] |= (byte) (0x80 >>> (i & 7));
                }
                putNull(cell, out);
            } else {
                put(cell, message, at, length, out);
                at += length;
            }
        }
    }

    private void reserve(byte[] message, RowBuffer out) {
        out.reserve(Math.addExact(fixedLength, Math.multiplyExact(2, message.length)));
    }

    private void put(CellType cell, byte[] message, int at, int length, RowBuffer out) {
        if (cell.form() == CellType.Form.SCALAR) {
            scalar(cell.kind(), message, at, out);
            return;
        }
        switch (cell.kind()) {
            case CHAR -> characters(cell, message, at, length, out);
            case UNICODE_CHAR -> Utf16.put(cell, message, at, length, out);
            case TIMESTAMP -> Timestamps.put(cell, RowBuffer.longAt(message, at), out);
            case REGION -> {
                Regions.put(cell, message, at, out);
                reserve(message, out);
            }
                // An array of bytes is bytea, which is as plain as text.
            case UNSIGNED_BYTE -> characters(cell, message, at, length, out);
            default -> array(cell, message, at, out);
        }
    }

    private static void scalar(CellType.Kind kind, byte[] message, int at, RowBuffer out) {
        switch (kind) {
            case DOUBLE, LONG -> out.putLong(RowBuffer.longAt(message, at));
            case INT, FLOAT -> out.putInt(RowBuffer.intAt(message, at));
            case SHORT -> out.putShort(RowBuffer.shortAt(message, at));
            case UNSIGNED_BYTE -> out.put(RowBuffer.shortAt(message, at));
            case BOOLEAN -> out.put(message[at] == 0 ? 'F' : 'T');
            default -> throw new IllegalStateException("Text is never a scalar: " + kind);
        }
    }

    private static void characters(CellType cell, byte[] message, int at, int length, RowBuffer out) {
        if (cell.form() == CellType.Form.VARIABLE) {
            out.putInt(length);
            out.put(message, at, length);
        } else {
            int taken = Math.min(length, cell.length());
            out.put(message, at, taken);
            out.zeros(cell.length() - taken);
        }
    }

    /** PostgreSQL: dimensions, has-nulls, element type, then length and lower bound a dimension, then the elements. */
    private static void array(CellType cell, byte[] message, int start, RowBuffer out) {
        int dimensions = RowBuffer.intAt(message, start);
        int count = dimensions == 0 ? 0 : 1;
        int at = start + 12;
        for (int i = 0; i < dimensions; i++) {
            count *= RowBuffer.intAt(message, at);
            at += 8;
        }
        int taken = count;
        if (cell.form() == CellType.Form.VARIABLE) {
            out.putInt(count);
        } else {
            taken = Math.min(count, cell.length());
        }
        for (int i = 0; i < taken; i++) {
            int length = RowBuffer.intAt(message, at);
            at += 4;
            if (length < 0) {
                nullElement(cell.kind(), out);
            } else {
                scalar(cell.kind(), message, at, out);
                at += length;
            }
        }
        for (int i = taken; i < cell.length(); i++) {
            nullElement(cell.kind(), out);
        }
    }

    private static void putNull(CellType cell, RowBuffer out) {
        if (cell.form() == CellType.Form.VARIABLE) {
            out.putInt(0);
            return;
        }
        for (int i = 0; i < cell.length(); i++) {
            nullElement(cell.kind(), out);
        }
    }

    private static void nullElement(CellType.Kind kind, RowBuffer out) {
        switch (kind) {
            case DOUBLE -> out.putLong(NAN_DOUBLE);
            case FLOAT -> out.putInt(NAN_FLOAT);
            case LONG -> out.putLong(BinaryNull.of(kind));
            case INT -> out.putInt((int) BinaryNull.of(kind));
            case SHORT -> out.putShort((int) BinaryNull.of(kind));
            case UNSIGNED_BYTE -> out.put((int) BinaryNull.of(kind));
            case BOOLEAN -> out.put('?');
            case UNICODE_CHAR -> out.putShort(0);
            case CHAR, TIMESTAMP, REGION -> out.put(0);
        }
    }
}
