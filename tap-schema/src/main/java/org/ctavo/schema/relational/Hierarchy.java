package org.ctavo.schema.relational;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.Property;
import org.ctavo.schema.model.Type;
import org.ctavo.schema.model.Type.ObjectType;

/**
 * A class with all that extend it: they share a table.
 *
 * @param root the most general class
 * @param members the root first, then as the model has them
 */
record Hierarchy(ObjectType root, List<ObjectType> members) {

    /**
     * A composition that holds objects of a hierarchy.
     *
     * @param composition the property
     * @param owner the class that has it
     */
    record Container(Property composition, ObjectType owner) {}

    /** The hierarchies of a model, by the id of each member. */
    static Map<String, Hierarchy> of(Model model) {
        Map<ObjectType, List<ObjectType>> members = new LinkedHashMap<>();
        for (ObjectType type : model.objectTypes()) {
            members.computeIfAbsent((ObjectType) model.root(type), root -> new ArrayList<>(List.of(root)));
        }
        for (ObjectType type : model.objectTypes()) {
            List<ObjectType> list = members.get((ObjectType) model.root(type));
            if (!list.contains(type)) {
                list.add(type);
            }
        }
        Map<String, Hierarchy> byMember = new LinkedHashMap<>();
        for (ObjectType type : model.objectTypes()) {
            ObjectType root = (ObjectType) model.root(type);
            byMember.put(type.head().id(), new Hierarchy(root, List.copyOf(members.get(root))));
        }
        return byMember;
    }

    /** The classes whose objects may lie in the table. */
    List<ObjectType> concrete() {
        return members.stream().filter(type -> !type.isAbstract()).toList();
    }

    /** Whether rows must say which class they are of. */
    boolean isMixed() {
        return members.size() > 1;
    }

    /** What tells rows of a class: the word it asks for, or its name. */
    static String word(Type type) {
        return type.head().annotations().value("sql.class").orElseGet(() -> type.head()
                .name());
    }

    /** The words of the concrete classes that are, or extend, one of the members. */
    List<String> words(Model model, Type member) {
        return concrete().stream()
                .filter(type -> model.lineage(type).contains(member))
                .map(Hierarchy::word)
                .toList();
    }

    /** The compositions of a model that hold objects of this hierarchy. */
    List<Container> containers(Model model) {
        List<Container> containers = new ArrayList<>();
        for (ObjectType owner : model.objectTypes()) {
            owner.properties().stream()
                    .filter(property -> property.kind() == Property.Kind.COMPOSITION)
                    .filter(property -> members.contains(model.type(property.type())))
                    .forEach(property -> containers.add(new Container(property, owner)));
        }
        return containers;
    }
}
