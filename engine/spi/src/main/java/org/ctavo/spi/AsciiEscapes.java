package org.ctavo.spi;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 through code that knows no more than ASCII, such as libraries for ECSV: each byte of any other character, and
 * each {@code ^}, stands as a {@code ^} with two hexadecimal digits on its way through. Text comes out as it went in.
 */
public final class AsciiEscapes {
    private static final char SIGN = '^';
    private static final int DIGITS = 2;
    private static final int HEX = 16;
    private static final int MOST_ASCII = 0x7f;

    private AsciiEscapes() {}

    private static boolean isEscaped(int unsigned) {
        return unsigned > MOST_ASCII || unsigned == SIGN;
    }

    /** Text with escapes; nothing replaces null. */
    public static String escaped(String text) {
        if (text == null || text.chars().noneMatch(AsciiEscapes::isEscaped)) {
            return text;
        }
        StringBuilder ascii = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            int unsigned = Byte.toUnsignedInt(each);
            if (isEscaped(unsigned)) {
                ascii.append(SIGN).append(digit(unsigned, 1)).append(digit(unsigned, 0));
            } else {
                ascii.append((char) unsigned);
            }
        }
        return ascii.toString();
    }

    /**
     * Text without escapes; nothing replaces null.
     *
     * @throws CharacterCodingException if it is not UTF-8
     */
    public static String plain(String ascii) throws CharacterCodingException {
        if (ascii == null || ascii.indexOf(SIGN) < 0) {
            return ascii;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(ascii.length());
        try (OutputStream out = unescaping(bytes)) {
            // Code between may have made characters of its own, such as those that a YAML text names by their numbers.
            out.write(ascii.getBytes(StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("Memory can be written.", e);
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes.toByteArray()))
                .toString();
    }

    /**
     * Frees all text among values, and in arrays among them, from escapes, in place.
     *
     * @return the same array
     * @throws CharacterCodingException if some of it is not UTF-8
     */
    public static Object[] plain(Object[] values) throws CharacterCodingException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String text) {
                values[i] = plain(text);
            } else if (values[i] instanceof String[] texts) {
                plain(texts);
            }
        }
        return values;
    }

    /** What a stream of UTF-8 holds, with escapes; reads byte by byte. For one thread. */
    public static InputStream escaping(InputStream utf8) {
        return new Escaping(utf8);
    }

    /** Writes what it gets without the escapes in it, byte by byte. For one thread. */
    public static OutputStream unescaping(OutputStream utf8) {
        return new Unescaping(utf8);
    }

    private static char digit(int unsigned, int place) {
        return Character.forDigit((unsigned >> (4 * place)) & (HEX - 1), HEX);
    }

    private static final class Escaping extends InputStream {
        private final InputStream in;
        private int escaped;
        private int digitsLeft;

        Escaping(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            if (digitsLeft > 0) {
                digitsLeft--;
                return digit(escaped, digitsLeft);
            }
            int next = in.read();
            if (!isEscaped(next)) {
                return next;
            }
            escaped = next;
            digitsLeft = DIGITS;
            return SIGN;
        }

        @Override
        public int read(byte[] into, int start, int most) throws IOException {
            int count = 0;
            while (count < most) {
                int next = read();
                if (next < 0) {
                    return count == 0 ? -1 : count;
                }
                into[start + count] = (byte) next;
                count++;
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static final class Unescaping extends FilterOutputStream {
        private int escaped;
        private int digitsLeft;

        Unescaping(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int ascii) throws IOException {
            if (digitsLeft == 0 && ascii == SIGN) {
                escaped = 0;
                digitsLeft = DIGITS;
            } else if (digitsLeft == 0) {
                out.write(ascii);
            } else {
                int digit = Character.digit(ascii, HEX);
                if (digit < 0) {
                    throw new MalformedInputException(1);
                }
                escaped = escaped * HEX + digit;
                digitsLeft--;
                if (digitsLeft == 0) {
                    out.write(escaped);
                }
            }
        }
    }
}
