package org.ctavo.tap.result;

import java.nio.charset.StandardCharsets;

/** Regions as STC-S text, the way ObsCore 1.1 clients read them: {@code Circle ICRS 10 20 0.5}. */
final class Regions {
    /** Bytes before the first element of a one-dimensional array, and before each element. */
    private static final int ARRAY_HEAD = 20;

    private static final int ELEMENT = 12;

    private Regions() {}

    static void put(CellType cell, byte[] message, int at, RowBuffer out) {
        byte[] text = text(message, at).getBytes(StandardCharsets.US_ASCII);
        out.reserve(text.length + cell.length() + 4);
        int taken = text.length;
        if (cell.form() == CellType.Form.VARIABLE) {
            out.putInt(taken);
        } else {
            taken = Math.min(taken, cell.length());
        }
        out.put(text, 0, taken);
        out.zeros(Math.max(0, cell.length() - taken));
    }

    private static String text(byte[] message, int at) {
        boolean empty = RowBuffer.intAt(message, at) == 0;
        int count = empty ? 0 : RowBuffer.intAt(message, at + 12);
        StringBuilder text = new StringBuilder(16 + 20 * count)
                .append(
                        switch (count) {
                            case 2 -> "Position ICRS";
                            case 3 -> "Circle ICRS";
                            default -> "Polygon ICRS";
                        });
        for (int i = 0; i < count; i++) {
            double value = Double.longBitsToDouble(RowBuffer.longAt(message, at + ARRAY_HEAD + i * ELEMENT + 4));
            text.append(' ');
            if (value == Math.rint(value) && Math.abs(value) < 1e9) {
                text.append((long) value);
            } else {
                text.append(value);
            }
        }
        return text.toString();
    }
}
