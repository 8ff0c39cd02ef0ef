package org.ctavo.tap.result;

import java.nio.charset.StandardCharsets;

/** Text in the two-byte characters of VOTable's unicodeChar. */
final class Utf16 {
    private Utf16() {}

    static void put(CellType cell, byte[] message, int at, int length, RowBuffer out) {
        String text = new String(message, at, length, StandardCharsets.UTF_8);
        int count = text.length();
        if (cell.form() == CellType.Form.VARIABLE) {
            out.putInt(count);
        } else {
            count = Math.min(count, cell.length());
        }
        for (int i = 0; i < count; i++) {
            out.putShort(text.charAt(i));
        }
        out.zeros(2 * Math.max(0, cell.length() - count));
    }
}
