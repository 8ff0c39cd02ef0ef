package org.ctavo.soda.cutout;

import java.nio.file.Path;
import java.util.List;

import org.ctavo.archive.AccessRule;
import org.ctavo.archive.ProductFile;

/**
 * The event list that a cut-out is made from.
 *
 * @param id of the data product
 * @param file as the archive lists it
 * @param rule who may have it
 * @param path where it lies
 * @param companions files of its responses, in the order they are listed; empty where it holds all itself
 */
public record Source(String id, ProductFile file, AccessRule rule, Path path, List<Companion> companions) {

    /** Copies the list. */
    public Source {
        companions = List.copyOf(companions);
    }

    /** A name for a file with what was cut out: letters, digits and a few marks. */
    public String cutoutName() {
        String name = file.location().fileName().replaceFirst("(?i)\\.gz$", "").replaceFirst("\\.[A-Za-z]{1,5}$", "");
        String clean = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "");
        return clean.substring(0, Math.min(clean.length(), 80)) + "_cutout";
    }
}
