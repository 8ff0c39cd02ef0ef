package org.ctavo.schema.model;

import java.util.List;
import java.util.Optional;

/**
 * What a model says beyond VO-DML, which has no room for units, UCDs or database matters: processing instructions
 * {@code <?tap …?>} and {@code <?sql …?>} within the element, so that the document stays valid VO-DML.
 *
 * @param entries in document order
 */
public record Annotations(List<Entry> entries) {

    /** No annotations. */
    public static final Annotations NONE = new Annotations(List.of());

    /**
     * One pseudo-attribute.
     *
     * @param name with its target ({@code tap.unit})
     * @param value as written
     * @param line where it stands
     */
    public record Entry(String name, String value, int line) {}

    /** Copies the list. */
    public Annotations {
        entries = List.copyOf(entries);
    }

    /** The first value of a name; empty if there is none. */
    public Optional<String> value(String name) {
        return all(name).stream().findFirst();
    }

    /** Every value of a name. */
    public List<String> all(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .map(Entry::value)
                .toList();
    }

    /** Whether a name has the value {@code true}. */
    public boolean flag(String name) {
        return value(name).filter("true"::equals).isPresent();
    }
}
