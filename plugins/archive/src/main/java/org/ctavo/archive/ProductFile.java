package org.ctavo.archive;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A file of a product.
 *
 * @param role what it is to the product
 * @param location where it lies
 * @param mediaType such as {@code application/fits}
 * @param bytes its size
 * @param sha256 of its bytes, in hexadecimal
 * @param hdus names of its FITS extensions; empty for other files
 * @param modified when it was last written
 */
public record ProductFile(
        Role role,
        Location location,
        String mediaType,
        long bytes,
        String sha256,
        List<String> hdus,
        Instant modified) {

    /** What a file is to its product. */
    public enum Role {
        EVENT_LIST,
        IRF,
        PREVIEW,
        PACKAGE,
        DOCUMENTATION,
        AUXILIARY,
        DATA;

        /** As the table has it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A place in the archive.
     *
     * @param root name of a directory of the archive
     * @param path below it, with slashes whatever the system
     */
    public record Location(String root, String path) {

        /** The last part of the path. */
        public String fileName() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** Copies the list. */
    public ProductFile {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(modified, "modified");
        hdus = List.copyOf(hdus);
    }
}
