package org.ctavo.datalink.bundle;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/**
 * The header of a file in a TAR (POSIX.1-2008, pax: ustar with extended headers where a name or size does not fit).
 * The same arguments give the same bytes.
 */
final class TarHeader {
    /** All of a TAR comes in blocks. */
    static final int BLOCK = 512;

    private static final int NAME = 100;
    private static final long MOST_SIZE = 0_77_777_777_777L;

    private TarHeader() {}

    /**
     * A regular file's header, with the extended header before it that it may need.
     *
     * @param name of printable ASCII
     */
    static byte[] of(String name, long size, Instant modified) {
        String extended = (name.length() > NAME ? record("path", name) : "")
                + (size > MOST_SIZE ? record("size", Long.toString(size)) : "");
        long seconds = Math.max(0, modified.getEpochSecond());
        byte[] header = block('0', name, Math.min(size, MOST_SIZE), seconds);
        if (extended.isEmpty()) {
            return header;
        }
        byte[] records = extended.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[BLOCK + (int) padded(records.length) + BLOCK];
        System.arraycopy(block('x', "pax", records.length, seconds), 0, all, 0, BLOCK);
        System.arraycopy(records, 0, all, BLOCK, records.length);
        System.arraycopy(header, 0, all, all.length - BLOCK, BLOCK);
        return all;
    }

    /** So many bytes with the padding that makes them whole blocks. */
    static long padded(long bytes) {
        return (bytes + BLOCK - 1) / BLOCK * BLOCK;
    }

    /** A record of an extended header begins with its own length, the digits of the length included. */
    private static String record(String keyword, String value) {
        String rest = " " + keyword + "=" + value + "\n";
        int length = rest.length();
        while (length != rest.length() + Integer.toString(length).length()) {
            length = rest.length() + Integer.toString(length).length();
        }
        return length + rest;
    }

    private static byte[] block(char type, String name, long size, long seconds) {
        byte[] block = new byte[BLOCK];
        put(block, 0, name.substring(0, Math.min(NAME, name.length())));
        put(block, 100, "0000644\0");
        put(block, 108, "0000000\0");
        put(block, 116, "0000000\0");
        put(block, 124, octal(size));
        put(block, 136, octal(Math.min(seconds, MOST_SIZE)));
        put(block, 148, "        ");
        put(block, 156, String.valueOf(type));
        put(block, 257, "ustar\0" + "00");
        int sum = 0;
        for (byte value : block) {
            sum += value;
        }
        put(block, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        return block;
    }

    private static String octal(long value) {
        return String.format(Locale.ROOT, "%011o\0", value);
    }

    private static void put(byte[] block, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, block, offset, bytes.length);
    }
}
