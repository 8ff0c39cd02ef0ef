package org.ctavo.soda.cutout;

import java.nio.file.Path;

import org.ctavo.archive.AccessRule;
import org.ctavo.archive.ProductFile;

/**
 * The event list that a cut-out is made from.
 *
 * @param id of the data product
 * @param file as the archive lists it
 * @param rule who may have it
 * @param path where it lies
 */
public record Source(String id, ProductFile file, AccessRule rule, Path path) {

    /** A name for a file with what was cut out: letters, digits and a few marks. */
    public String cutoutName() {
        String name = file.location().fileName().replaceFirst("(?i)\\.gz$", "").replaceFirst("\\.[A-Za-z]{1,5}$", "");
        String clean = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "");
        return clean.substring(0, Math.min(clean.length(), 80)) + "_cutout";
    }
}
