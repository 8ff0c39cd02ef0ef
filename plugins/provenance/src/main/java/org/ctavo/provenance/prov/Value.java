package org.ctavo.provenance.prov;

/** The value of an attribute. */
sealed interface Value {

    /** The value as plain text; of a name, the whole IRI. */
    String text();

    /** A text, in a language if that is not null. */
    record Text(String text, String language) implements Value {
        Text(String text) {
            this(text, null);
        }
    }

    /** A literal of a type that is not a text. */
    record Typed(String text, String type) implements Value {}

    /** A name. */
    record Name(String text) implements Value {}
}
