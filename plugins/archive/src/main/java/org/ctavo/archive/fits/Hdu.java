package org.ctavo.archive.fits;

import java.util.Locale;
import java.util.Optional;

/**
 * A header with what follows it.
 *
 * @param index 0 for the primary HDU
 * @param header its keywords
 * @param table its layout if it is a binary table
 */
public record Hdu(int index, FitsHeader header, Optional<TableLayout> table) {

    /** EXTNAME in upper case; empty text if there is none. */
    public String extensionName() {
        return header.text("EXTNAME").orElse("").toUpperCase(Locale.ROOT);
    }

    /** How to speak of it to a user. */
    public String label() {
        return extensionName().isEmpty() ? "HDU " + index : "HDU " + index + " (" + extensionName() + ")";
    }
}
