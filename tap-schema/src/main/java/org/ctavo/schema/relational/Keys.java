package org.ctavo.schema.relational;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ctavo.schema.model.Annotations;
import org.ctavo.schema.model.Head;
import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.Property;
import org.ctavo.schema.relational.Hierarchy.Container;
import org.ctavo.spi.ColumnDescription;

/**
 * The primary keys. A class that marks attributes by {@code <?sql key="true"?>} is known by them; by
 * {@code key="within"}, by them within the object it is part of; without marks, an attribute {@code id} is the key;
 * else it is what the class as a whole asks for, and else rows are numbered.
 */
final class Keys {
    private final Model model;
    private final Naming naming;
    private final Columns columns;
    private final Map<String, Hierarchy> hierarchies;
    private final Map<Hierarchy, List<Column>> known = new HashMap<>();
    private final List<Hierarchy> asked = new ArrayList<>();

    Keys(Model model, Naming naming, Columns columns, Map<String, Hierarchy> hierarchies) {
        this.model = model;
        this.naming = naming;
        this.columns = columns;
        this.hierarchies = hierarchies;
    }

    /** The key columns of a hierarchy's table, in order; empty only if the class wants no key. */
    List<Column> of(Hierarchy hierarchy) {
        List<Column> found = known.get(hierarchy);
        if (found == null) {
            if (asked.contains(hierarchy)) {
                throw Columns.unmappable(
                        "objectType",
                        hierarchy.root().head(),
                        "is known within an object that is itself part of this class");
            }
            asked.add(hierarchy);
            found = List.copyOf(find(hierarchy));
            known.put(hierarchy, found);
        }
        return found;
    }

    /** The attributes that make the key; empty if rows are numbered. */
    List<Property> marked(Hierarchy hierarchy) {
        List<Property> attributes = hierarchy.root().properties().stream()
                .filter(property -> property.kind() == Property.Kind.ATTRIBUTE)
                .toList();
        List<Property> marked = attributes.stream()
                .filter(property ->
                        property.head().annotations().value("sql.key").isPresent())
                .toList();
        if (!marked.isEmpty()) {
            return marked;
        }
        return attributes.stream()
                .filter(property ->
                        property.name().equals("id") && property.multiplicity().isMandatory())
                .toList();
    }

    /** Whether the key is one only within the containing object. */
    boolean isWithin(Hierarchy hierarchy) {
        List<Property> marked = marked(hierarchy);
        return marked.isEmpty()
                ? asked(hierarchy).equals("whole")
                : marked.stream().anyMatch(property -> property.head()
                        .annotations()
                        .value("sql.key")
                        .filter("within"::equals)
                        .isPresent());
    }

    /** What a class without key attributes wants to be known by. */
    private static String asked(Hierarchy hierarchy) {
        return hierarchy.root().head().annotations().value("sql.key").orElse("number");
    }

    private List<Column> find(Hierarchy hierarchy) {
        List<Column> key = new ArrayList<>();
        List<Property> marked = marked(hierarchy);
        if (isWithin(hierarchy)) {
            List<Container> containers = hierarchy.containers(model);
            if (containers.size() != 1) {
                throw Columns.unmappable(
                        "objectType",
                        hierarchy.root().head(),
                        "is known within a container, but there is not just one");
            }
            if (marked.isEmpty()
                    && containers.get(0).composition().multiplicity().isMany()) {
                throw Columns.unmappable(
                        containers.get(0).composition(), "has several objects that are known by it alone");
            }
            key.addAll(containerColumns(containers.get(0)));
        } else if (marked.isEmpty()) {
            return made(hierarchy);
        }
        for (Property property : marked) {
            for (Columns.Made made : columns.of(property)) {
                if (made.column().nullable() || property.multiplicity().isMany()) {
                    throw Columns.unmappable(property, "is part of a key and must have exactly one value");
                }
                key.add(made.column());
            }
        }
        return key;
    }

    /** The key of a class that has no attributes for it. */
    private List<Column> made(Hierarchy hierarchy) {
        String asked = asked(hierarchy);
        return switch (asked) {
            case "none" -> List.of();
            case "text" -> List.of(Column.of(SqlType.TEXT, false, id(hierarchy, "Identifier", SqlType.TEXT)));
            case "number" -> List.of(new Column(
                    SqlType.LONG,
                    false,
                    Optional.empty(),
                    true,
                    Optional.empty(),
                    List.of(),
                    id(hierarchy, "Number of the row", SqlType.LONG),
                    true));
            default -> {
                if (!asked.startsWith("(") || !asked.endsWith(")")) {
                    throw Columns.unmappable(
                            "objectType",
                            hierarchy.root().head(),
                            "asks for the key " + asked + "; it may be number, text, whole, none or (expression)");
                }
                String sql = asked.substring(1, asked.length() - 1);
                yield List.of(
                        Column.computed(SqlType.LONG, false, sql, id(hierarchy, "Number of the row", SqlType.LONG)));
            }
        };
    }

    private ColumnDescription id(Hierarchy hierarchy, String description, SqlType type) {
        Head root = hierarchy.root().head();
        Head head = new Head("", "id", description, root.line(), Annotations.NONE);
        return Columns.description(head, "id", type, model.name() + ":" + root.id());
    }

    /** The columns by which parts name the object they are part of. */
    List<Column> containerColumns(Container container) {
        return foreign(
                container.composition(),
                naming.name(container.owner().head().name()),
                hierarchies.get(container.owner().head().id()),
                container.owner().head().name() + " it is part of");
    }

    /** The columns by which a reference names its target. */
    List<Column> referenceColumns(Property reference) {
        String role = naming.name(reference.name());
        return foreign(
                reference,
                role,
                hierarchies.get(reference.type()),
                reference.head().description());
    }

    /** The columns by which rows of another table name an object of a class. */
    List<Column> ownerColumns(Property property, String role, Hierarchy owner) {
        int line = property.head().line();
        Annotations named = new Annotations(property.head().annotations().all("sql.owner").stream()
                .map(name -> new Annotations.Entry("sql.column", name, line))
                .toList());
        Head bare =
                new Head(property.head().id(), property.name(), property.head().description(), line, named);
        return foreign(
                new Property(bare, property.kind(), property.type(), property.multiplicity()),
                role,
                owner,
                owner.root().head().name() + " it belongs to");
    }

    private List<Column> foreign(Property property, String role, Hierarchy target, String description) {
        List<Column> key = of(target);
        if (key.isEmpty()) {
            throw Columns.unmappable(
                    property, "refers to rows of " + target.root().head().id() + ", which have no key");
        }
        Annotations annotations = property.head().annotations();
        Head head = new Head(
                property.head().id(),
                property.name(),
                description,
                property.head().line(),
                annotations);
        List<Column> foreign = new ArrayList<>();
        for (Column column : key) {
            String name = key.size() == 1
                    ? annotations.value("sql.column").orElseGet(() -> name(role, column.name()))
                    : name(role, column.name());
            foreign.add(new Column(
                    column.type(),
                    false,
                    annotations.value("sql.default"),
                    false,
                    Optional.empty(),
                    List.of(),
                    described(head, name, column),
                    !annotations.flag("tap.hidden")));
        }
        return foreign;
    }

    /** A column that refers has the UCD of what it refers to, unless the model gives another. */
    private ColumnDescription described(Head head, String name, Column target) {
        ColumnDescription described = Columns.description(head, name, target.type(), model.name() + ":" + head.id());
        return new ColumnDescription(
                described.name(),
                described.datatype(),
                described.arraysize(),
                described.xtype(),
                described.unit(),
                described.ucd().or(() -> target.description().ucd()),
                described.utype(),
                described.description(),
                described.principal(),
                false,
                described.std());
    }

    /** {@code site} and {@code name} make {@code site_name}; {@code proposal} and {@code proposal_id} the latter. */
    private static String name(String role, String key) {
        return key.equals(role) || key.startsWith(role + "_") ? key : role + "_" + key;
    }
}
