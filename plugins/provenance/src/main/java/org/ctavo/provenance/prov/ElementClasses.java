package org.ctavo.provenance.prov;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ctavo.provenance.model.DescriptionShapes;
import org.ctavo.provenance.model.EntityKind;
import org.ctavo.provenance.model.Shape;
import org.ctavo.provenance.model.Shapes;

/** Tells by kinds, types and the relations around them of which class of the model the elements of a document are. */
final class ElementClasses {
    private record Known(Shape<?> shape, String kind) {}

    private static final Map<String, Known> BY_TYPE = Map.ofEntries(
            Map.entry("Entity", new Known(Shapes.ENTITY, null)),
            Map.entry("ValueEntity", new Known(Shapes.ENTITY, EntityKind.VALUE.word())),
            Map.entry("DatasetEntity", new Known(Shapes.ENTITY, EntityKind.DATASET.word())),
            Map.entry("Collection", new Known(Shapes.ENTITY, EntityKind.COLLECTION.word())),
            Map.entry("EmptyCollection", new Known(Shapes.ENTITY, EntityKind.COLLECTION.word())),
            Map.entry("Activity", new Known(Shapes.ACTIVITY, null)),
            Map.entry("Agent", new Known(Shapes.AGENT, null)),
            Map.entry("ActivityDescription", new Known(DescriptionShapes.ACTIVITY_DESCRIPTION, null)),
            Map.entry("UsageDescription", new Known(DescriptionShapes.USAGE_DESCRIPTION, null)),
            Map.entry("GenerationDescription", new Known(DescriptionShapes.GENERATION_DESCRIPTION, null)),
            Map.entry("EntityDescription", new Known(DescriptionShapes.ENTITY_DESCRIPTION, null)),
            Map.entry("ValueDescription", new Known(DescriptionShapes.ENTITY_DESCRIPTION, EntityKind.VALUE.word())),
            Map.entry("DatasetDescription", new Known(DescriptionShapes.ENTITY_DESCRIPTION, EntityKind.DATASET.word())),
            Map.entry("ParameterDescription", new Known(DescriptionShapes.PARAMETER_DESCRIPTION, null)),
            Map.entry("ConfigFileDescription", new Known(DescriptionShapes.CONFIG_FILE_DESCRIPTION, null)),
            Map.entry("Parameter", new Known(Shapes.PARAMETER, null)),
            Map.entry("ConfigFile", new Known(Shapes.CONFIG_FILE, null)));

    private final Map<String, Known> classes = new HashMap<>();
    private final Set<String> activities = new HashSet<>();

    ElementClasses(List<Statement> statements) {
        for (Statement s : statements) {
            if (s.kind() == Kind.AGENT) {
                // An agent may be an entity too: its name says nothing of that one's class.
                continue;
            }
            if (s.kind().isElement()) {
                Known given = classOf(s);
                // A plain entity may be told of again with its type.
                classes.merge(s.id(), given, (a, b) -> a.kind != null || !a.shape.equals(Shapes.ENTITY) ? a : b);
            } else {
                for (String argument : List.of("activity", "informed", "informant", "configured")) {
                    if (s.kind().arguments().contains(argument) && s.argument(argument) != null) {
                        activities.add(s.argument(argument));
                    }
                }
            }
        }
    }

    private static Known classOf(Statement s) {
        Known byKind = BY_TYPE.get(s.kind().type());
        if (s.kind() != Kind.ENTITY) {
            return byKind;
        }
        for (Statement.Attribute attribute : s.attributes()) {
            if (attribute.name().equals(Names.TYPE)) {
                Known byType = BY_TYPE.get(typeName(attribute.value()));
                if (byType != null && byType.shape != Shapes.ACTIVITY && byType.shape != Shapes.AGENT) {
                    return byType;
                }
            }
        }
        return byKind;
    }

    /** The name of a type of one of the models, also where it was written as plain text; empty for any other. */
    static String typeName(Value type) {
        String local = Names.ofModel(type.text());
        if (local != null) {
            return local;
        }
        boolean isText = type.text().startsWith("voprov:") || type.text().startsWith("prov:");
        return isText ? type.text().substring(type.text().indexOf(':') + 1) : "";
    }

    /**
     * The class of what an element's statement tells of.
     *
     * @throws org.ctavo.spi.Fault if other statements tell of it as something else
     */
    Shape<?> shapeOf(Statement s) {
        Shape<?> own = classOf(s).shape;
        Shape<?> all = own == Shapes.AGENT ? own : shapeOf(s.id());
        if (own != all && (own != Shapes.ENTITY || all == Shapes.ACTIVITY)) {
            throw Statements.bad(s.place(), s.id() + " is told of as two different kinds of things");
        }
        return all;
    }

    /** The class of an element; an entity or an activity where only relations tell of it. */
    Shape<?> shapeOf(String id) {
        Known known = classes.get(id);
        if (known != null) {
            return known.shape;
        }
        return activities.contains(id) ? Shapes.ACTIVITY : Shapes.ENTITY;
    }

    /** The special class of an entity or an entity description. */
    Optional<String> kindOf(String id) {
        return Optional.ofNullable(classes.get(id)).map(Known::kind);
    }
}
