package org.ctavo.tap.result;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Tab-separated values with a header line. The format has no quotes: control characters in values become spaces. */
final class TsvWriter implements ResultWriter {
    private static final int CHUNK = 64 * 1024;

    private final ResultDescription result;
    private final TextRow row = new TextRow();
    private final RowBuffer buffer = new RowBuffer(4096);

    TsvWriter(ResultDescription result) {
        this.result = result;
    }

    @Override
    public byte[] head() {
        return result.columns().list().stream()
                .map(column -> column.name().replaceAll("\\p{Cntrl}", " "))
                .collect(Collectors.joining("\t", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] filler() {
        return new byte[0];
    }

    @Override
    public void row(byte[] message, int offset, OutputStream out) throws IOException {
        buffer.reserve(message.length + 1);
        row.begin(message, offset);
        for (int c = row.next(); c != TextRow.ROW_END; c = row.next()) {
            if (c == TextRow.FIELD_END) {
                buffer.put('\t');
            } else {
                buffer.put(c < ' ' ? ' ' : c);
            }
        }
        buffer.put('\n');
        if (buffer.length >= CHUNK) {
            flush(out);
        }
    }

    private void flush(OutputStream out) throws IOException {
        out.write(buffer.bytes, 0, buffer.length);
        buffer.length = 0;
    }

    @Override
    public void end(Ending ending, OutputStream out) throws IOException {
        flush(out);
    }
}
