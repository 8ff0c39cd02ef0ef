package org.ctavo.tables.upload;

import java.util.Base64;

import org.ctavo.spi.Fault;
import org.ctavo.tables.TablesFault;

/** Decodes base64 text that comes in pieces of any length, with white space anywhere in it. For one thread. */
final class Base64Pieces {
    private final StringBuilder letters = new StringBuilder();

    /** What the pieces so far add, as far as it is whole. */
    byte[] add(char[] text, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (text[i] > ' ') {
                letters.append(text[i]);
            }
        }
        int whole = letters.length() / 4 * 4;
        byte[] bytes = decode(letters.substring(0, whole));
        letters.delete(0, whole);
        return bytes;
    }

    /** The rest, without the padding that should have been there. */
    byte[] end() {
        return decode(letters.toString());
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Fault(TablesFault.UPLOAD_NOT_READABLE, "UPLOAD: the data are not base64.", e);
        }
    }
}
