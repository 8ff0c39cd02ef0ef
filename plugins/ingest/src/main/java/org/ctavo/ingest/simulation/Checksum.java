package org.ctavo.ingest.simulation;

/** FITS checksums as they are written (FITS standard 4.0, appendix J). */
final class Checksum {
    private static final int LENGTH = 16;

    private Checksum() {}

    /** Sixteen letters and digits that make the sum of the HDU come to all ones. */
    static String encoded(long sum) {
        long complement = ~sum & 0xffffffffL;
        char[] text = new char[LENGTH];
        for (int i = 0; i < 4; i++) {
            int value = (int) (complement >>> (24 - 8 * i)) & 0xff;
            int quotient = value / 4 + '0';
            int[] parts = {quotient + value % 4, quotient, quotient, quotient};
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
                text[(4 * j + i + 1) % LENGTH] = (char) parts[j];
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
}
