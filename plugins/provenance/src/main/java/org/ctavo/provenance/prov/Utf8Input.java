package org.ctavo.provenance.prov;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Characters of a stream in UTF-8, all that come before bytes that are none. For one thread. */
final class Utf8Input {
    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).limit(0);
    private boolean isEnd;

    Utf8Input(InputStream in) {
        this.in = in;
    }

    /**
     * Reads some characters; there must be room for two.
     *
     * @return how many; -1 at the end
     * @throws java.nio.charset.CharacterCodingException if what is next is not UTF-8
     */
    int read(char[] buffer, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(buffer, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, isEnd);
            if (chars.position() > offset) {
                return chars.position() - offset;
            }
            if (result.isError()) {
                result.throwException();
            }
            if (isEnd) {
                return -1;
            }
            bytes.compact();
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            isEnd = count < 0;
            bytes.position(bytes.position() + Math.max(count, 0)).flip();
        }
    }
}
