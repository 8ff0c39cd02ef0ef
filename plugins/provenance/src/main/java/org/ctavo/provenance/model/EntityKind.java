package org.ctavo.provenance.model;

import java.util.Locale;

/** The class of an entity, or of its description (ProvenanceDM 1.0, sections 2.2 and 2.5). */
public enum EntityKind {
    COLLECTION,
    VALUE,
    DATASET;

    /** The word in the tables; an entity of no special class has {@link #PLAIN}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word of an entity of no special class. */
    public static final String PLAIN = "entity";

    /** The kind of a word; null for {@link #PLAIN} and null. */
    static EntityKind of(String word) {
        return word == null || word.equals(PLAIN) ? null : Words.of(EntityKind.class, word);
    }
}
