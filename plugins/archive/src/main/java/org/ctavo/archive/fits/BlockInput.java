package org.ctavo.archive.fits;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.ctavo.spi.Fault;

/**
 * The bytes of a FITS file, unpacked if it is gzip'ed, while the stored bytes are counted and hashed on the way. For
 * one thread.
 */
final class BlockInput implements AutoCloseable {
    /** FITS standard 4.0, section 3.1. */
    static final int BLOCK = 2880;

    private final Counter stored;
    private final DigestInputStream hashed;
    private final InputStream content;

    private BlockInput(Counter stored, DigestInputStream hashed, InputStream content) {
        this.stored = stored;
        this.hashed = hashed;
        this.content = content;
    }

    static BlockInput open(Path file) {
        InputStream raw = null;
        try {
            raw = Files.newInputStream(file);
            Counter stored = new Counter(raw);
            DigestInputStream hashed = new DigestInputStream(new BufferedInputStream(stored, 1 << 16), sha256());
            hashed.mark(2);
            hashed.on(false);
            int first = hashed.read();
            int second = hashed.read();
            hashed.reset();
            hashed.on(true);
            if (first < 0) {
                throw new Fault(FitsFault.EMPTY, "The file is empty.");
            }
            boolean zipped = first == 0x1f && second == 0x8b;
            InputStream content = zipped ? new GZIPInputStream(hashed, 1 << 16) : hashed;
            return new BlockInput(stored, hashed, new BufferedInputStream(content, 1 << 16));
        } catch (IOException e) {
            throw closing(raw, fault(e));
        } catch (Fault e) {
            throw closing(raw, e);
        }
    }

    private static Fault closing(InputStream raw, Fault fault) {
        if (raw != null) {
            try {
                raw.close();
            } catch (IOException e) {
                fault.addSuppressed(e);
            }
        }
        return fault;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** What a failure to read means for the user. */
    static Fault fault(IOException e) {
        if (e instanceof EOFException) {
            return new Fault(FitsFault.TRUNCATED, "The compressed file ends too early; fetch it again.", e);
        }
        if (e instanceof ZipException) {
            return new Fault(FitsFault.DAMAGED, "The compressed file is damaged; fetch it again.", e);
        }
        if (e instanceof NoSuchFileException) {
            return new Fault(FitsFault.UNREADABLE, "There is no such file.", e);
        }
        return new Fault(FitsFault.UNREADABLE, "The file cannot be read; check its permissions.", e);
    }

    /** Reads as many bytes as there are, at most the given number. */
    int read(byte[] into, int offset, int length) {
        try {
            return content.readNBytes(into, offset, length);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    /** Leaves out bytes, unhashed; false if there are not as many. */
    boolean skip(long length) {
        try {
            // A skip beyond the end of a plain file is not noticed, the lack of its last byte is.
            content.skipNBytes(length - 1);
            return content.read() >= 0;
        } catch (EOFException e) {
            return false;
        } catch (IOException e) {
            throw fault(e);
        }
    }

    /** Reads what is left, so that the hash covers the whole file and a gzip trailer is checked. */
    void drain() {
        byte[] buffer = new byte[BLOCK];
        try {
            int got;
            do {
                got = read(buffer, 0, BLOCK);
            } while (got > 0);
            hashed.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw fault(e);
        }
    }

    /** Bytes of the file as stored; its size once {@link #drain() drained}. */
    long storedBytes() {
        return stored.count;
    }

    /** SHA-256 of the file as stored, in hexadecimal; call once, after {@link #drain()}. */
    String sha256Hex() {
        return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
    }

    @Override
    public void close() {
        try {
            content.close();
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private static final class Counter extends FilterInputStream {
        private long count;

        Counter(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            count += Math.max(got, 0);
            return got;
        }
    }
}
