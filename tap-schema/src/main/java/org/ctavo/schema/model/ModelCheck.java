package org.ctavo.schema.model;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Whether a model holds together (VO-DML 1.0, section 4): ids, references, inheritance, multiplicities. */
public final class ModelCheck {
    private final Model model;
    private final Problems problems;

    private ModelCheck(Model model, Problems problems) {
        this.model = model;
        this.problems = problems;
    }

    /** Notes what is wrong with a model. */
    public static void check(Model model, Problems problems) {
        new ModelCheck(model, problems).run();
    }

    private void run() {
        if (model.types().isEmpty()) {
            problems.add("model", model.head(), "has no types");
        }
        Set<String> ids = new HashSet<>();
        for (Type type : model.types()) {
            unique(type.kind(), type.head(), ids);
            superType(type);
            for (Property property : type.properties()) {
                unique(property.kind().word(), property.head(), ids);
                property(type, property);
            }
            if (type instanceof Type.Enumeration enumeration) {
                literals(enumeration);
            }
        }
    }

    private void unique(String kind, Head head, Set<String> ids) {
        if (!ids.add(head.id())) {
            problems.add(kind, head, "has an id that another element has too");
        }
    }

    private void superType(Type type) {
        if (type.superType().isEmpty()) {
            return;
        }
        String id = type.superType().get();
        Optional<Type> superType = model.find(id);
        if (superType.isEmpty()) {
            problems.add(type.kind(), type.head(), "extends " + id + ", which the model does not define");
        } else if (!superType.get().kind().equals(type.kind())) {
            problems.add(
                    type.kind(),
                    type.head(),
                    "extends " + id + ", which is of another kind: "
                            + superType.get().kind());
        } else if (model.lineage(type).get(0).superType().isPresent()) {
            problems.add(type.kind(), type.head(), "extends itself by way of " + id);
        } else {
            shadowed(type);
        }
    }

    private void shadowed(Type type) {
        Set<String> inherited = new HashSet<>();
        model.lineage(type).stream()
                .filter(ancestor -> ancestor != type)
                .flatMap(ancestor -> ancestor.properties().stream())
                .forEach(property -> inherited.add(property.name()));
        type.properties().stream()
                .filter(property -> inherited.contains(property.name()))
                .forEach(property ->
                        problems.add(property.kind().word(), property.head(), "has the name of an inherited property"));
    }

    private void property(Type owner, Property property) {
        Multiplicity multiplicity = property.multiplicity();
        if (!multiplicity.isPossible()) {
            problem(property, "has the impossible multiplicity " + multiplicity.least() + ".." + multiplicity.most());
        }
        if (model.find(property.type()).isEmpty()) {
            problem(property, "has the type " + property.type() + ", which the model does not define");
            return;
        }
        switch (property.kind()) {
            case ATTRIBUTE -> typed(property, type -> !(type instanceof Type.ObjectType), "a value type");
            case REFERENCE -> typed(property, Type.ObjectType.class::isInstance, "an objectType");
            case COMPOSITION -> {
                typed(property, Type.ObjectType.class::isInstance, "an objectType");
                if (!(owner instanceof Type.ObjectType)) {
                    problem(property, "stands in a type that is no objectType");
                }
            }
        }
    }

    private void typed(Property property, Predicate<Type> right, String wanted) {
        if (!right.test(model.type(property.type()))) {
            problem(property, "has the type " + property.type() + ", where " + wanted + " is needed");
        }
    }

    private void problem(Property property, String message) {
        problems.add(property.kind().word(), property.head(), message);
    }

    private void literals(Type.Enumeration enumeration) {
        if (enumeration.literals().isEmpty()) {
            problems.add(enumeration.kind(), enumeration.head(), "has no literals");
        }
        Set<String> names = new HashSet<>();
        enumeration.literals().stream()
                .filter(literal -> !names.add(literal.name()))
                .forEach(literal -> problems.add("literal", literal, "is listed twice"));
    }
}
