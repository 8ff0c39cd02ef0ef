package org.ctavo.schema.relational;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ctavo.schema.model.Head;
import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.Property;
import org.ctavo.schema.model.Type;
import org.ctavo.schema.model.Type.ObjectType;

/** Gathers what became of each element of a model. Belongs to one thread. */
final class Traces {
    private final Model model;
    private final Map<Head, String> targets = new LinkedHashMap<>();
    private final Map<Type.Constraint, String> holders = new LinkedHashMap<>();

    Traces(Model model) {
        this.model = model;
    }

    void add(ObjectType type, String table, boolean isMixed) {
        String target = "table " + table;
        if (isMixed) {
            target += type.isAbstract()
                    ? ", by its subtypes"
                    : ", rows with classtype " + Sql.literal(Hierarchy.word(type));
        }
        targets.put(type.head(), target);
    }

    void add(Property property, String target) {
        targets.put(property.head(), target);
    }

    void add(Type.Constraint constraint, String holder) {
        holders.put(constraint, holder);
    }

    /** Every element of the model in its order; one that nobody accounted for says so. */
    List<Trace> list() {
        List<Trace> list = new ArrayList<>();
        for (Type type : model.types()) {
            list.add(trace(type.kind(), type.head(), target(type)));
            for (Property property : type.properties()) {
                list.add(trace(property.kind().word(), property.head(), target(type, property)));
            }
            if (type instanceof Type.Enumeration enumeration) {
                enumeration
                        .literals()
                        .forEach(literal ->
                                list.add(trace("literal", literal, "the value " + Sql.literal(literal.name()))));
            }
            if (type instanceof ObjectType object) {
                object.constraints()
                        .forEach(constraint -> list.add(new Trace(
                                "constraint", type.head().id(), type.head().line(), target(constraint))));
            }
        }
        return list;
    }

    private static Trace trace(String kind, Head head, String target) {
        return new Trace(kind, head.id(), head.line(), target);
    }

    private String target(Type.Constraint constraint) {
        return Optional.ofNullable(holders.get(constraint))
                .map(holder -> "held by " + holder + ": " + constraint.text())
                .orElse("told, not enforced: " + constraint.text());
    }

    private String target(Type type) {
        if (type instanceof ObjectType object) {
            return targets.getOrDefault(
                    object.head(), object.isAbstract() ? "no table: abstract, and nothing extends it" : Trace.MISSING);
        }
        String users = users(type);
        return switch (type.kind()) {
            case "dataType" -> "its fields are columns of " + users;
            case "enumeration" -> "the values allowed in " + users;
            default -> "the type of " + users;
        };
    }

    private String target(Type type, Property property) {
        if (type instanceof ObjectType object) {
            String none = targets.containsKey(object.head()) ? Trace.MISSING : target(type);
            return targets.getOrDefault(property.head(), none);
        }
        return type instanceof Type.DataType ? "a column of " + users(type) : "not kept: the value is one text";
    }

    /** The attributes that have a type, or a type made of it. */
    private String users(Type used) {
        String users = model.types().stream()
                .flatMap(type -> type.properties().stream())
                .filter(property -> model.lineage(model.type(property.type())).contains(used))
                .map(property -> property.head().id())
                .collect(Collectors.joining(", "));
        return users.isEmpty() ? "nothing: no attribute has it" : users;
    }
}
