package org.ctavo.schema.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A checked data model.
 *
 * @param head its name (the prefix of its utypes), description, annotations
 * @param title for people
 * @param version as the model gives it
 * @param types in document order, those of packages where the package stands
 */
public record Model(Head head, String title, String version, List<Type> types) {

    /** Copies the list. */
    public Model {
        types = List.copyOf(types);
    }

    /** The name of the model. */
    public String name() {
        return head.name();
    }

    /** A type by its id, or one of IVOA's base types ({@code ivoa:real}); empty if there is none. */
    public Optional<Type> find(String id) {
        Optional<Type> base = IvoaTypes.find(id);
        return base.isPresent()
                ? base
                : types.stream().filter(type -> type.head().id().equals(id)).findFirst();
    }

    /** A type that a checked model refers to. */
    public Type type(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no type " + id));
    }

    /** A type and those it extends, the most general first. A loop, which a check reports, is cut. */
    public List<Type> lineage(Type type) {
        List<Type> line = new ArrayList<>();
        Optional<Type> next = Optional.of(type);
        while (next.isPresent() && !line.contains(next.get())) {
            line.add(next.get());
            next = next.get().superType().flatMap(this::find);
        }
        Collections.reverse(line);
        return line;
    }

    /** The most general type of a type's lineage. */
    public Type root(Type type) {
        return lineage(type).get(0);
    }

    /** The classes, in document order. */
    public List<Type.ObjectType> objectTypes() {
        return types.stream()
                .filter(Type.ObjectType.class::isInstance)
                .map(Type.ObjectType.class::cast)
                .toList();
    }

    /** The classes by their id, in document order. */
    public Map<String, Type.ObjectType> objectTypesById() {
        return objectTypes().stream()
                .collect(Collectors.toMap(
                        type -> type.head().id(), Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }
}
