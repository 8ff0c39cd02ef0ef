package org.ctavo.archive.fits;

import java.util.Optional;

/**
 * A column of a binary table (FITS standard 4.0, section 7.3).
 *
 * @param name TTYPE, as written
 * @param type TFORM's letter
 * @param repeat TFORM's count: how many values a row has
 * @param offset of its first byte in a row
 * @param width its bytes in a row
 * @param unit TUNIT
 * @param scale TSCAL, 1 unless given
 * @param zero TZERO, 0 unless given
 */
public record FitsColumn(
        String name, char type, int repeat, int offset, int width, Optional<String> unit, double scale, double zero) {

    /** Whether it holds numbers of a kind that {@link TableRow} reads. */
    public boolean isNumeric() {
        return "BIJKED".indexOf(type) >= 0;
    }
}
