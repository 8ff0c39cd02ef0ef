package org.ctavo.tables.upload;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.ctavo.spi.Fault;
import org.ctavo.tables.TablesFault;

/**
 * The base64 text of a STREAM, decoded as it comes, and cut into rows as soon as they are whole. Holds no more
 * than one row. For one thread.
 */
final class StreamedRows implements StreamedData {
    private final BinaryCells cells;
    private final RowSink sink;
    private final long most;
    private final Base64Pieces base64 = new Base64Pieces();
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);

    /**
     * Cuts into rows.
     *
     * @param most bytes of a row: more than the whole upload may have cannot come
     */
    StreamedRows(BinaryCells cells, RowSink sink, long most) {
        this.cells = cells;
        this.sink = sink;
        this.most = most;
    }

    @Override
    public void characters(char[] text, int start, int length) throws IOException {
        add(base64.add(text, start, length));
    }

    @Override
    public void end() throws IOException {
        add(base64.end());
        if (bytes.hasRemaining()) {
            throw new Fault(TablesFault.UPLOAD_NOT_READABLE, "UPLOAD: the data end within a row.");
        }
    }

    @Override
    public void close() {
        // Nothing but memory is held.
    }

    private void add(byte[] more) throws IOException {
        int needed = bytes.remaining() + more.length;
        if (needed > bytes.capacity()) {
            bytes = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), needed))
                    .put(bytes)
                    .flip();
        } else if (bytes.limit() + more.length > bytes.capacity()) {
            bytes.compact().flip();
        }
        int end = bytes.limit();
        bytes.limit(end + more.length).put(end, more);
        rows();
    }

    private void rows() throws IOException {
        while (bytes.hasRemaining()) {
            long length = cells.length(bytes);
            if (length > most) {
                throw new Fault(
                        TablesFault.UPLOAD_NOT_READABLE, "UPLOAD: a row claims to be longer than an upload may be.");
            }
            if (length < 0 || length > bytes.remaining()) {
                return;
            }
            sink.row(cells.row(bytes));
        }
    }
}
