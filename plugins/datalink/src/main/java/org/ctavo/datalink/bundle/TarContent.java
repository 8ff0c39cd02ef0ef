package org.ctavo.datalink.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.ctavo.datalink.file.Content;
import org.ctavo.spi.Exchange;

/**
 * A package as a TAR file that is never written: where each byte comes from is known beforehand, so that any part of it
 * can be sent, and the archive's files go out as they are stored. Belongs to one request.
 */
final class TarContent implements Content {
    private final Manifest manifest;
    private final List<Piece> pieces = new ArrayList<>();
    private final ByteArrayOutputStream between = new ByteArrayOutputStream();
    private long size;

    /** A run of bytes. */
    private sealed interface Piece {

        long offset();

        long length();
    }

    /** What lies between files: headers, padding, documents. */
    private static final class Bytes implements Piece {
        private final long offset;
        private final byte[] bytes;

        Bytes(long offset, byte[] bytes) {
            this.offset = offset;
            this.bytes = bytes;
        }

        @Override
        public long offset() {
            return offset;
        }

        @Override
        public long length() {
            return bytes.length;
        }
    }

    /** A file of the archive. */
    private record Stored(long offset, long length, Path path) implements Piece {}

    /** Lays out a package. */
    TarContent(Manifest manifest) {
        this.manifest = manifest;
        for (Map.Entry<String, byte[]> document : manifest.documents().entrySet()) {
            byte[] bytes = document.getValue();
            begin(document.getKey(), bytes.length, manifest.modified());
            between.writeBytes(bytes);
            pad(bytes.length);
        }
        for (Basket.Item file : manifest.files()) {
            long bytes = file.listed().bytes();
            begin(file.name(), bytes, file.listed().modified());
            endBetween();
            if (bytes > 0) {
                pieces.add(new Stored(size, bytes, file.path()));
                size += bytes;
            }
            pad(bytes);
        }
        // Two blocks of zeros end a TAR.
        between.writeBytes(new byte[2 * TarHeader.BLOCK]);
        endBetween();
    }

    private void begin(String name, long bytes, Instant modified) {
        between.writeBytes(TarHeader.of(manifest.directory() + "/" + name, bytes, modified));
    }

    private void pad(long bytes) {
        between.writeBytes(new byte[(int) (TarHeader.padded(bytes) - bytes)]);
    }

    private void endBetween() {
        pieces.add(new Bytes(size, between.toByteArray()));
        size += between.size();
        between.reset();
    }

    @Override
    public String fileName() {
        return manifest.directory() + ".tar";
    }

    @Override
    public String mediaType() {
        return "application/x-tar";
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public String hash() {
        return manifest.hash();
    }

    @Override
    public Instant modified() {
        return manifest.modified();
    }

    @Override
    public void send(Exchange exchange, long offset, long length) throws IOException {
        for (Piece piece : pieces) {
            long from = Math.max(offset, piece.offset()) - piece.offset();
            long to = Math.min(offset + length, piece.offset() + piece.length()) - piece.offset();
            if (from < to) {
                if (piece instanceof Stored stored) {
                    exchange.send(stored.path(), from, to - from);
                } else if (piece instanceof Bytes memory) {
                    exchange.output().write(memory.bytes, (int) from, (int) (to - from));
                }
            }
        }
    }
}
