package org.ctavo.soda.cutout;

import java.io.OutputStream;

import org.ctavo.archive.fits.OnesComplement;

/** The DATASUM of what is written to it, in pieces of any length. For one thread. */
final class DataSum extends OutputStream {
    private static final int WORD = 4;

    private final OnesComplement sum = new OnesComplement();
    private final byte[] begun = new byte[WORD];
    private int filled;

    @Override
    public void write(int value) {
        begun[filled++] = (byte) value;
        if (filled == WORD) {
            sum.add(begun, 0, WORD);
            filled = 0;
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (filled > 0 && at < end) {
            write(bytes[at++]);
        }
        int whole = (end - at) / WORD * WORD;
        sum.add(bytes, at, whole);
        for (at += whole; at < end; at++) {
            write(bytes[at]);
        }
    }

    /** The sum so far, with zeros for padding. */
    long value() {
        while (filled > 0) {
            write(0);
        }
        return sum.value();
    }
}
