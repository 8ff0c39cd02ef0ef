package org.ctavo.schema.model;

import java.util.Objects;

/**
 * An attribute, a composition or a reference.
 *
 * @param head name, description, annotations
 * @param kind which of the three
 * @param type what {@link Model#type} finds: an id of this model, or {@code ivoa:name}
 * @param multiplicity how many values
 */
public record Property(Head head, Kind kind, String type, Multiplicity multiplicity) {

    /** The kinds of properties (VO-DML, section 4.11 and following). */
    public enum Kind {
        /** A value that is part of the object. */
        ATTRIBUTE,
        /** Objects that are part of the object and end with it. */
        COMPOSITION,
        /** Objects that live on their own. */
        REFERENCE;

        /** The word VO-DML uses. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Checks that nothing is null. */
    public Property {
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(multiplicity, "multiplicity");
    }

    /** Its name. */
    public String name() {
        return head.name();
    }
}
