package org.ctavo.tap.result;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Comma-separated values with a header line (RFC 4180). NULL is nothing, an empty string is {@code ""}. */
final class CsvWriter implements ResultWriter {
    private static final int CHUNK = 64 * 1024;

    private final ResultDescription result;
    private final TextRow text = new TextRow();
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
        // A quotation mark becomes two, and a field may get two around it.
        buffer.reserve(Math.addExact(Math.multiplyExact(message.length, 3), 4));
        int end = message.length - 1;
        int start = offset;
        for (int at = offset; at <= end; at++) {
            if (at == end || message[at] == '\t') {
                field(message, start, at);
                buffer.put(at == end ? '\r' : ',');
                start = at + 1;
            }
        }
        buffer.put('\n');
        if (buffer.length >= CHUNK) {
            flush(out);
        }
    }

    private void field(byte[] message, int start, int end) {
        if (start == end) {
            // NULL is nothing, so that an empty string must be something.
            buffer.put('"');
            buffer.put('"');
        } else if (isPlain(message, start, end)) {
            buffer.put(message, start, end - start);
        } else if (end - start != 2 || message[start] != '\\' || message[start + 1] != 'N') {
            quoted(message, start);
        }
    }

    private static boolean isPlain(byte[] message, int start, int end) {
        for (int i = start; i < end; i++) {
            byte c = message[i];
            if (c == ',' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private void quoted(byte[] message, int start) {
        buffer.put('"');
        // Ends with the field.
        text.begin(message, start);
        for (int c = text.next(); c >= 0; c = text.next()) {
            if (c == '"') {
                buffer.put('"');
            }
            buffer.put(c);
        }
        buffer.put('"');
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
