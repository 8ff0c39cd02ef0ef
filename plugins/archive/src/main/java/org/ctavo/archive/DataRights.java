package org.ctavo.archive;

import java.util.Locale;

/** ObsCore's {@code data_rights}. */
public enum DataRights {
    /** Anyone may have it from its release date on. */
    PUBLIC,
    /** Anyone may know of it; the file is for its groups until the release date. */
    PROPRIETARY,
    /** Only its groups may know of it. */
    SECURE;

    /** As the column has it: in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The rights a word means.
     *
     * @throws IllegalArgumentException if it means none
     */
    public static DataRights of(String word) {
        return valueOf(word.strip().toUpperCase(Locale.ROOT));
    }
}
