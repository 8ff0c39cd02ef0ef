package org.ctavo.tables.result;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.ctavo.spi.Fault;
import org.ctavo.tables.TablesFault;

/**
 * Rows kept in a file, for formats whose head can be written only when the last row is known. Written once, then read
 * any number of times. For one thread; close it.
 */
final class Spool implements AutoCloseable {
    private final Path file;
    private final DataOutputStream out;
    private final long most;
    private long bytes;
    private long rows;

    /**
     * An empty spool.
     *
     * @param most bytes it may hold
     */
    Spool(long most) {
        this.most = most;
        try {
            this.file = Files.createTempFile("cta-vo-result", ".rows");
            this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(byte[] message, int offset) throws IOException {
        int length = message.length - offset;
        bytes += length;
        if (bytes > most) {
            throw new Fault(
                    TablesFault.RESULT_TOO_LARGE,
                    "The result is too large for this format; ask for VOTable or CSV, which have no such limit.");
        }
        out.writeInt(length);
        out.write(message, offset, length);
        rows++;
    }

    long rows() {
        return rows;
    }

    /** Reads from the beginning; close it. */
    Reader reader() throws IOException {
        out.flush();
        return new Reader(new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16)), rows);
    }

    @Override
    public void close() {
        try (out) {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One reading of the rows. */
    static final class Reader implements AutoCloseable {
        private final DataInputStream in;
        private long left;

        Reader(DataInputStream in, long rows) {
            this.in = in;
            this.left = rows;
        }

        /** The next row, null at the end. */
        byte[] next() throws IOException {
            if (left == 0) {
                return null;
            }
            left--;
            byte[] row = new byte[in.readInt()];
            in.readFully(row);
            return row;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
