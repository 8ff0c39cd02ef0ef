package org.ctavo.war.http;

import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer: counted, and knowing whether it was the client who went away. */
final class AnswerOutput extends OutputStream {
    private static final int ENOUGH_FOR_HEAD = 1 << 16;

    private final OutputStream out;
    private final boolean discard;
    private long count;
    private boolean broken;

    /** Writes to the client, or nowhere if only the header was asked for. */
    AnswerOutput(OutputStream out, boolean discard) {
        this.out = out;
        this.discard = discard;
    }

    long count() {
        return count;
    }

    /** Whether the client takes no more. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        count += length;
        if (discard) {
            // Nobody reads on: whoever writes stops here, as for a client that has gone.
            if (count > ENOUGH_FOR_HEAD) {
                broken = true;
                throw new IOException("Only the header was asked for.");
            }
            return;
        }
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (!discard) {
            flush();
        }
    }
}
