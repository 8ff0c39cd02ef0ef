package org.ctavo.war.check;

import org.ctavo.archive.ProductFile;

/**
 * A file as the catalogue lists it.
 *
 * @param location where it should be
 * @param bytes how long it should be
 * @param sha256 what its bytes should come to, in hexadecimal
 */
public record ListedFile(ProductFile.Location location, long bytes, String sha256) {

    /** Root and path in one line that a terminal can show. */
    String label() {
        return shown(location.root() + ":" + location.path());
    }

    /** Names may hold anything; what could move a terminal's cursor is not shown. */
    static String shown(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
