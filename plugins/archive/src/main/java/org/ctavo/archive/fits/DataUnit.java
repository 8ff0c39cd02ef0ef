package org.ctavo.archive.fits;

import java.util.OptionalLong;

import org.ctavo.spi.Fault;

/** The data after one header, with its padding, summed as it passes by. For one thread. */
final class DataUnit {
    private static final int BUFFER = 8 * BlockInput.BLOCK;

    private final BlockInput input;
    private final FitsHeader header;
    private final OnesComplement headerSum;
    private final OnesComplement dataSum = new OnesComplement();
    private final String label;
    private final byte[] buffer = new byte[BUFFER];
    private final boolean summed;

    /** Of the data and its padding, what is not yet in the buffer. */
    private long unread;

    private int at;
    private int filled;
    private boolean finished;

    DataUnit(BlockInput input, FitsHeader header, long bytes, OnesComplement headerSum, String label) {
        this.input = input;
        this.header = header;
        this.headerSum = headerSum;
        this.label = label;
        this.unread = (bytes + BlockInput.BLOCK - 1) / BlockInput.BLOCK * BlockInput.BLOCK;
        this.summed = header.has("DATASUM") || header.has("CHECKSUM");
    }

    /** Fills the whole array. */
    void read(byte[] into) {
        read(into, into.length);
    }

    /** Fills the array up to a length. */
    void read(byte[] into, int length) {
        int done = 0;
        while (done < length) {
            if (at == filled) {
                fill();
            }
            int part = Math.min(filled - at, length - done);
            System.arraycopy(buffer, at, into, done, part);
            at += part;
            done += part;
        }
    }

    private void fill() {
        int wanted = (int) Math.min(BUFFER, unread);
        int got = wanted == 0 ? 0 : input.read(buffer, 0, wanted);
        if (got < wanted || wanted == 0) {
            throw new Fault(FitsFault.TRUNCATED, "The file ends within the data of " + label + ".");
        }
        if (summed) {
            dataSum.add(buffer, 0, got);
        }
        unread -= got;
        at = 0;
        filled = got;
    }

    /** Reads the rest and compares the sums with those the header gives. */
    void finish() {
        if (finished) {
            return;
        }
        finished = true;
        while (unread > 0) {
            fill();
        }
        OptionalLong expected = header.whole("DATASUM");
        if (expected.isPresent() && expected.getAsLong() != dataSum.value()) {
            throw new Fault(FitsFault.DAMAGED, "The data of " + label + " do not match their DATASUM.");
        }
        if (header.text("CHECKSUM").isPresent() && !isAllOnes()) {
            throw new Fault(FitsFault.DAMAGED, label + " does not match its CHECKSUM.");
        }
    }

    /** Leaves out what is not yet read, and with it the comparison of sums. */
    void skip() {
        finished = true;
        if (unread > 0 && !input.skip(unread)) {
            throw new Fault(FitsFault.TRUNCATED, "The file ends within the data of " + label + ".");
        }
        unread = 0;
    }

    private boolean isAllOnes() {
        long sum = headerSum.value() + dataSum.value();
        return (sum & 0xffffffffL) + (sum >>> 32) == 0xffffffffL;
    }
}
