package org.ctavo.provenance.model;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Function;

/**
 * An attribute or reference of a class: its name in the model and the column that holds it.
 *
 * @param name in the model ({@code startTime})
 * @param column in the table ({@code starttime})
 * @param isTime whether its values are {@link LocalDateTime}; otherwise they are texts
 * @param part what it is to the class
 * @param target for a reference, the table referred to
 * @param reader takes the value, or null, from an instance
 */
public record Attribute<T>(
        String name, String column, boolean isTime, Part part, Optional<String> target, Function<T, Object> reader) {

    /** What an attribute is to its class. */
    public enum Part {
        /** Tells one instance from another; always there. */
        KEY,
        /** Tells one instance from another, be it by its absence. */
        OPTIONAL_KEY,
        /** The model demands it. */
        REQUIRED,
        /** The model allows it to be absent. */
        OPTIONAL
    }

    /** Whether it tells instances apart. */
    public boolean isKey() {
        return part == Part.KEY || part == Part.OPTIONAL_KEY;
    }

    /** Whether it must be there. */
    public boolean isRequired() {
        return part == Part.KEY || part == Part.REQUIRED;
    }

    /** The value in an instance: a text, a time or null. */
    public Object of(T instance) {
        return reader.apply(instance);
    }

    static <T> Attribute<T> id(Function<T, Object> reader) {
        return new Attribute<>("id", "id", false, Part.KEY, Optional.empty(), reader);
    }

    static <T> Attribute<T> text(String name, Part part, Function<T, Object> reader) {
        return text(name, name, part, reader);
    }

    static <T> Attribute<T> text(String name, String column, Part part, Function<T, Object> reader) {
        return new Attribute<>(name, column, false, part, Optional.empty(), reader);
    }

    static <T> Attribute<T> time(String name, String column, Function<T, Object> reader) {
        return new Attribute<>(name, column, true, Part.OPTIONAL, Optional.empty(), reader);
    }

    static <T> Attribute<T> reference(
            String name, String column, Part part, String target, Function<T, Object> reader) {
        return new Attribute<>(name, column, false, part, Optional.of(target), reader);
    }
}
