package org.ctavo.archive.fits;

/** The 32-bit ones' complement sum of FITS checksums (FITS standard 4.0, appendix J). For one thread. */
public final class OnesComplement {
    private long sum;

    /** Adds whole 4-byte words. */
    public void add(byte[] bytes, int offset, int length) {
        long total = sum;
        for (int i = offset; i + 3 < offset + length; i += 4) {
            long word = (bytes[i] & 0xffL) << 24
                    | (bytes[i + 1] & 0xff) << 16
                    | (bytes[i + 2] & 0xff) << 8
                    | (bytes[i + 3] & 0xff);
            total += word;
            total = (total & 0xffffffffL) + (total >>> 32);
        }
        sum = total;
    }

    /** The sum so far, from 0 to 2^32 − 1. */
    public long value() {
        return sum;
    }
}
