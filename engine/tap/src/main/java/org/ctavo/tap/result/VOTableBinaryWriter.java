package org.ctavo.tap.result;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** VOTable with its data in BINARY2, or in BINARY for readers older than that (VOTable 1.4, sections 5.3 and 5.4). */
final class VOTableBinaryWriter implements ResultWriter {
    /** Rows gathered before they leave: a multiple of three, so that pieces of Base64 join without padding. */
    private static final int CHUNK = 48 * 1024;

    private static final byte[] FILLER = {'\n'};

    private final ResultDescription result;
    private final String element;
    private final boolean masked;
    private final BinaryRows rows;
    private RowBuffer raw;
    private byte[] chunk;
    private byte[] encoded;

    VOTableBinaryWriter(ResultDescription result, boolean masked) {
        this.result = result;
        this.element = masked ? "BINARY2" : "BINARY";
        this.masked = masked;
        this.rows = new BinaryRows(result.columns().list(), masked);
    }

    @Override
    public byte[] head() {
        String fields = masked
                ? result.columns().fields()
                : VOTableFields.writeWithNulls(result.columns().list());
        return VOTableText.head(result, fields)
                .raw("<DATA>\n<")
                .raw(element)
                .raw(">\n<STREAM encoding=\"base64\">\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] filler() {
        return FILLER.clone();
    }

    @Override
    public void row(byte[] message, int offset, OutputStream out) throws IOException {
        if (raw == null) {
            raw = new RowBuffer(message.length * 4);
        }
        rows.append(message, offset, raw);
        if (raw.length >= CHUNK) {
            int taken = 0;
            for (; raw.length - taken >= CHUNK; taken += CHUNK) {
                whole(taken, out);
            }
            raw.drop(taken);
        }
    }

    private void whole(int from, OutputStream out) throws IOException {
        if (chunk == null) {
            chunk = new byte[CHUNK];
            encoded = new byte[CHUNK / 3 * 4 + 1];
            encoded[encoded.length - 1] = '\n';
        }
        System.arraycopy(raw.bytes, from, chunk, 0, CHUNK);
        Base64.getEncoder().encode(chunk, encoded);
        out.write(encoded);
    }

    @Override
    public void end(Ending ending, OutputStream out) throws IOException {
        byte[] rest = raw == null ? new byte[0] : Arrays.copyOf(raw.bytes, raw.length);
        RowBuffer tail = new RowBuffer(rest.length * 4 / 3 + 1024);
        byte[] base64 = Base64.getEncoder().encode(rest);
        tail.reserve(base64.length);
        tail.put(base64, 0, base64.length);
        tail.put("\n</STREAM>\n</" + element + ">\n</DATA>\n");
        tail.put(VOTableText.tail(result, ending));
        out.write(tail.bytes, 0, tail.length);
    }
}
