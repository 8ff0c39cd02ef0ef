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

    /** Adds another sum. */
    public void add(long other) {
        long total = sum + other;
        sum = (total & 0xffffffffL) + (total >>> 32);
    }

    /** The text of a CHECKSUM card that makes a sum come to all ones: sixteen letters and digits. */
    public static String encoded(long sum) {
        long complement = ~sum & 0xffffffffL;
        char[] text = new char[16];
        for (int i = 0; i < 4; i++) {
            int value = (int) (complement >>> (24 - 8 * i)) & 0xff;
            int quarter = value / 4 + '0';
            int[] parts = {quarter + value % 4, quarter, quarter, quarter};
            while (!areAlphanumeric(parts)) {
                for (int j = 0; j < 4; j += 2) {
                    if (!isAlphanumeric(parts[j]) || !isAlphanumeric(parts[j + 1])) {
                        parts[j]++;
                        parts[j + 1]--;
                    }
                }
            }
            for (int j = 0; j < 4; j++) {
                // The text is rotated by one, since the value of the card starts at its twelfth byte.
                text[(4 * j + i + 1) % text.length] = (char) parts[j];
            }
        }
        return new String(text);
    }

    private static boolean areAlphanumeric(int[] parts) {
        for (int part : parts) {
            if (!isAlphanumeric(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** The sum so far, from 0 to 2^32 − 1. */
    public long value() {
        return sum;
    }
}
