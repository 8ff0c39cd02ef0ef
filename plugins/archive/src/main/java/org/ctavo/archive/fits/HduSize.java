package org.ctavo.archive.fits;

import java.util.OptionalLong;

import org.ctavo.spi.Fault;

/** How many bytes of data follow a header (FITS standard 4.0, sections 4.4.1 and 7.1.3). */
final class HduSize {
    /** No file system holds more. */
    private static final long MOST = 1L << 60;

    private HduSize() {}

    static long dataBytes(FitsHeader header) {
        long axes = bounded(header, "NAXIS", 999);
        if (axes == 0) {
            return 0;
        }
        long bits = Math.abs(signed(header, "BITPIX"));
        if (bits != 8 && bits != 16 && bits != 32 && bits != 64) {
            throw new Fault(FitsFault.DAMAGED, "A header has a BITPIX of " + bits + "; the file is damaged.");
        }
        try {
            long values = 1;
            for (int i = 1; i <= axes; i++) {
                values = Math.multiplyExact(values, axis(header, "NAXIS" + i));
            }
            long extra = header.has("PCOUNT") ? axis(header, "PCOUNT") : 0;
            long groups = header.has("GCOUNT") ? axis(header, "GCOUNT") : 1;
            long bytes = Math.multiplyExact(Math.multiplyExact(Math.addExact(values, extra), groups), bits / 8);
            if (bytes <= MOST) {
                return bytes;
            }
        } catch (ArithmeticException e) {
            throw new Fault(FitsFault.DAMAGED, "A header asks for more data than any file holds.", e);
        }
        throw new Fault(FitsFault.DAMAGED, "A header asks for more data than any file holds.");
    }

    static long axis(FitsHeader header, String keyword) {
        return bounded(header, keyword, MOST);
    }

    static long bounded(FitsHeader header, String keyword, long most) {
        long value = signed(header, keyword);
        if (value < 0 || value > most) {
            throw new Fault(FitsFault.DAMAGED, "A header has " + keyword + " = " + value + "; the file is damaged.");
        }
        return value;
    }

    private static long signed(FitsHeader header, String keyword) {
        OptionalLong value = header.whole(keyword);
        return value.orElseThrow(
                () -> new Fault(FitsFault.DAMAGED, "A header lacks the keyword " + keyword + "; the file is damaged."));
    }
}
