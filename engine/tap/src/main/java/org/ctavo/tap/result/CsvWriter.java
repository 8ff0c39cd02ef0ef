package org.ctavo.tap.result;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Comma-separated values with a header line (RFC 4180), quoted by PostgreSQL. */
final class CsvWriter implements ResultWriter {
    private static final int CHUNK = 64 * 1024;

    private final ResultDescription result;
    private final RowBuffer buffer = new RowBuffer(4096);

    CsvWriter(ResultDescription result) {
        this.result = result;
    }

    @Override
    public byte[] head() {
        return result.columns().list().stream()
                .map(column -> quoted(column.name()))
                .collect(Collectors.joining(",", "", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String name) {
        boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public byte[] filler() {
        return new byte[0];
    }

    @Override
    public void row(byte[] message, int offset, OutputStream out) throws IOException {
        int length = message.length - offset;
        buffer.reserve(length + 1);
        // PostgreSQL ends a row with a line feed alone.
        buffer.put(message, offset, length - 1);
        buffer.put('\r');
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
