package org.ctavo.tap.result;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** VOTable with its data as text in TABLEDATA (VOTable 1.4, section 5.1). */
final class VOTableDataWriter implements ResultWriter {
    private static final int CHUNK = 64 * 1024;
    private static final byte[] FILLER = {'\n'};

    private static final byte[] ROW_START = ascii("<TR><TD>");
    private static final byte[] BETWEEN = ascii("</TD><TD>");
    private static final byte[] ROW_END = ascii("</TD></TR>\n");
    private static final byte[] LESS = ascii("&lt;");
    private static final byte[] GREATER = ascii("&gt;");
    private static final byte[] AMPERSAND = ascii("&amp;");
    private static final byte[] RETURN = ascii("&#13;");
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);
    private static final byte[] INFINITY = ascii("+Inf");
    private static final byte[] MINUS_INFINITY = ascii("-Inf");
    /** The most bytes that one byte becomes: a TAB between two fields. */
    private static final int GROWTH = BETWEEN.length;

    private final ResultDescription result;
    private final boolean[] floating;
    /** What stands for NULL in a column: nothing, unless it holds arrays of a fixed number of elements. */
    private final byte[][] nulls;

    /** The most bytes of a row that do not come from the database. */
    private final int fixedLength;

    private final TextRow row = new TextRow();
    private final RowBuffer buffer = new RowBuffer(4096);

    VOTableDataWriter(ResultDescription result) {
        this.result = result;
        this.floating = new boolean[result.columns().list().size()];
        this.nulls = new byte[floating.length][];
        int fixed = ROW_START.length + ROW_END.length;
        for (int i = 0; i < floating.length; i++) {
            CellType cell = result.columns().list().get(i).cell();
            floating[i] = cell.kind().isFloating();
            boolean isFixed = floating[i] && cell.form() == CellType.Form.FIXED;
            nulls[i] = ascii(isFixed ? "NaN ".repeat(cell.length()).strip() : "");
            fixed += nulls[i].length;
        }
        this.fixedLength = fixed;
    }

    @Override
    public byte[] head() {
        return VOTableText.head(result, result.columns().fields())
                .raw("<DATA>\n<TABLEDATA>\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] filler() {
        return FILLER.clone();
    }

    @Override
    public void row(byte[] message, int offset, OutputStream out) throws IOException {
        buffer.reserve(Math.addExact(Math.multiplyExact(message.length, GROWTH), fixedLength));
        row.begin(message, offset);
        put(ROW_START);
        int column = 0;
        int start = buffer.length;
        for (int c = row.next(); c != TextRow.ROW_END; c = row.next()) {
            if (c == TextRow.FIELD_END) {
                endCell(column++, start);
                put(BETWEEN);
                start = buffer.length;
            } else {
                character(c);
            }
        }
        endCell(column, start);
        put(ROW_END);
        if (buffer.length >= CHUNK) {
            flush(out);
        }
    }

    /** PostgreSQL writes the infinities in full. */
    private void endCell(int column, int start) {
        if (buffer.length == start) {
            put(nulls[column]);
        } else if (floating[column] && buffer.length - start >= 8) {
            if (buffer.bytes[start] == 'I') {
                buffer.length = start;
                put(INFINITY);
            } else if (buffer.bytes[start + 1] == 'I') {
                buffer.length = start;
                put(MINUS_INFINITY);
            }
        }
    }

    private void character(int c) {
        switch (c) {
            case '<' -> put(LESS);
            case '>' -> put(GREATER);
            case '&' -> put(AMPERSAND);
            case '\r' -> put(RETURN);
            case '\n', '\t' -> buffer.put(c);
            default -> {
                if (c < 0x20) {
                    put(REPLACEMENT);
                } else {
                    buffer.put(c);
                    replaceNonCharacter(c);
                }
            }
        }
    }

    /** U+FFFE and U+FFFF, which no XML document may hold, are EF BF BE and EF BF BF in UTF-8. */
    private void replaceNonCharacter(int c) {
        int end = buffer.length;
        if ((c == 0xBE || c == 0xBF)
                && end >= 3
                && buffer.bytes[end - 2] == (byte) 0xBF
                && buffer.bytes[end - 3] == (byte) 0xEF) {
            buffer.bytes[end - 1] = (byte) 0xBD;
        }
    }

    private void put(byte[] bytes) {
        buffer.put(bytes, 0, bytes.length);
    }

    private void flush(OutputStream out) throws IOException {
        out.write(buffer.bytes, 0, buffer.length);
        buffer.length = 0;
    }

    @Override
    public void end(Ending ending, OutputStream out) throws IOException {
        buffer.put("</TABLEDATA>\n</DATA>\n");
        buffer.put(VOTableText.tail(result, ending));
        flush(out);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
