package org.ctavo.tap.result;

/**
 * Reads the characters of a row of COPY's text format, one byte of UTF-8 at a time, its escapes undone. NULL has no
 * characters, as an empty string has none.
 */
public final class TextRow {
    /** Between two fields. */
    static final int FIELD_END = -1;
    /** After the last field. */
    static final int ROW_END = -2;

    private byte[] message;
    private int at;

    TextRow() {}

    void begin(byte[] row, int offset) {
        this.message = row;
        this.at = offset;
    }

    /** The next byte, or {@link #FIELD_END} or {@link #ROW_END}. */
    int next() {
        if (at >= message.length) {
            return ROW_END;
        }
        int c = message[at++];
        if (c == '\\' && message[at] == 'N') {
            // NULL, which has a field to itself.
            at++;
            return next();
        }
        return switch (c) {
            case '\t' -> FIELD_END;
            case '\n' -> ROW_END;
            case '\\' -> meant(message[at++] & 0xFF);
            default -> c & 0xFF;
        };
    }

    /** The character that a letter, or another byte, means after a backslash. */
    public static int meant(int letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0B;
            default -> letter;
        };
    }
}
