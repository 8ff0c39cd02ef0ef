package org.ctavo.preview.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pictures there are of an event list. */
public enum Kind {
    /** All on one page. */
    PLOT,
    /** Counts on the sky. */
    MAP,
    /** Counts by energy. */
    ENERGY,
    /** Rate by time. */
    RATE,
    /** The map, very small. */
    THUMBNAIL;

    /** As it is written in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word, in any letter case. */
    public static Optional<Kind> of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Kind::word).toList();
    }
}
