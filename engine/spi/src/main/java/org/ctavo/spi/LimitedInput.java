package org.ctavo.spi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * An input that ends in a {@link Fault} when it has given more bytes than are taken here: what a stranger sends may be
 * longer than its header says, and what is packed may unpack to a thousand times its size. For one thread.
 */
public class LimitedInput extends FilterInputStream {
    private final long most;
    private final Supplier<Fault> refusal;
    private long given;

    /**
     * Gives what another input gives.
     *
     * @param most bytes that are taken
     * @param refusal what is thrown at the next
     */
    public LimitedInput(InputStream in, long most, Supplier<Fault> refusal) {
        super(in);
        this.most = most;
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, length);
        count(Math.max(got, 0));
        return got;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) {
        given += bytes;
        if (given > most) {
            throw refusal.get();
        }
    }

    /** Never: what is read twice would count twice. */
    @Override
    public boolean markSupported() {
        return false;
    }
}
