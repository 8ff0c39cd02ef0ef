package org.ctavo.schema.load;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import uk.ac.starlink.util.FileDataSource;

/**
 * The bytes of an ECSV file, which is UTF-8, for a reader that takes each byte for a character: it stumbles over other
 * characters in the header, and hands over cells to be decoded.
 */
final class EcsvBytes extends FileDataSource {
    private static final int MOST_ASCII = 0x7f;

    EcsvBytes(Path file) throws IOException {
        super(file.toFile());
    }

    @Override
    protected InputStream getRawInputStream() throws IOException {
        return new AsciiHeader(super.getRawInputStream());
    }

    /** Text cells as they were written. */
    static Object[] decoded(Object[] cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof String text && text.chars().anyMatch(c -> c > MOST_ASCII)) {
                try {
                    cells[i] = StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                            .toString();
                } catch (CharacterCodingException e) {
                    throw new IOException("it is not UTF-8", e);
                }
            }
        }
        return cells;
    }

    /** Descriptions in the header are not looked at: what is not ASCII in them may be anything. */
    private static final class AsciiHeader extends FilterInputStream {
        private boolean isLineStart = true;
        private boolean isHeader = true;

        AsciiHeader(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            return c < 0 ? c : seen(c);
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            int count = super.read(bytes, start, length);
            for (int i = start; isHeader && i < start + count; i++) {
                bytes[i] = (byte) seen(bytes[i] & 0xff);
            }
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private int seen(int c) {
            if (isHeader && isLineStart) {
                isHeader = c == '#';
            }
            isLineStart = c == '\n' || c == '\r';
            return isHeader && c > MOST_ASCII ? '?' : c;
        }
    }
}
