package org.ctavo.schema.relational;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ctavo.schema.model.Annotations;
import org.ctavo.schema.model.Head;
import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.ModelFault;
import org.ctavo.schema.model.Property;
import org.ctavo.schema.model.Type.ObjectType;
import org.ctavo.schema.relational.Hierarchy.Container;
import org.ctavo.spi.Fault;

/** Brings a model into tables. The rules are written down in {@code tap-schema/MAPPING.md}. */
public final class Mapping {
    /** Column that names the class of a row. */
    static final String CLASS_TYPE = "classtype";

    private final Model model;
    private final Naming naming;
    private final Columns columns;
    private final Map<String, Hierarchy> hierarchies;
    private final Keys keys;
    private final Links links;
    private final Traces traces;
    private final Map<String, TableBuilder> tables = new LinkedHashMap<>();
    private final List<Agreement> agreements = new ArrayList<>();

    private Mapping(Model model, Naming naming) {
        this.model = model;
        this.naming = naming;
        this.columns = new Columns(model, naming);
        this.hierarchies = Hierarchy.of(model);
        this.keys = new Keys(model, naming, columns, hierarchies);
        this.links = new Links(model, keys, this::tableName);
        this.traces = new Traces(model);
    }

    /**
     * Maps a checked model.
     *
     * @param schema name of the database schema
     * @throws Fault {@code UNMAPPABLE_MODEL} with the element and its line
     */
    public static Mapped map(Model model, String schema, Naming naming) {
        return new Mapping(model, naming).run(schema);
    }

    private Mapped run(String schema) {
        List<Hierarchy> roots = hierarchies.values().stream()
                .distinct()
                .filter(hierarchy -> !hierarchy.concrete().isEmpty())
                .toList();
        roots.forEach(this::begin);
        roots.forEach(this::fill);
        agreements.forEach(agreement -> agreement.hold(model, naming, traces));
        List<Table> built = new ArrayList<>();
        for (TableBuilder table : tables.values()) {
            Table done = table.build();
            built.add(done);
            twin(done).ifPresent(built::add);
        }
        return new Mapped(new RelationalSchema(schema, model.head().description(), model.name(), built), traces.list());
    }

    private String tableName(Hierarchy hierarchy) {
        Head head = hierarchy.root().head();
        String name = head.annotations().value("sql.table").orElseGet(() -> naming.name(head.name()));
        return Naming.isReserved(name) ? naming.name(model.name()) + "_" + name : name;
    }

    private TableBuilder table(Hierarchy hierarchy) {
        return tables.get(tableName(hierarchy));
    }

    private TableBuilder begin(String name, Head head, String description) {
        TableBuilder table =
                new TableBuilder(Naming.shortened(name), description, model.name() + ":" + head.id(), head);
        if (tables.putIfAbsent(table.name(), table) != null) {
            throw new Fault(
                    ModelFault.UNMAPPABLE_MODEL,
                    "line " + head.line() + ": " + head.id() + " needs the table " + table.name()
                            + ", which another element has; give it another name by <?sql table=\"…\"?>.");
        }
        return table;
    }

    /** Key and class of the rows. */
    private void begin(Hierarchy hierarchy) {
        Head head = hierarchy.root().head();
        TableBuilder table = begin(tableName(hierarchy), head, head.description());
        List<Column> key = keys.of(hierarchy);
        key.forEach(column -> table.add(column, table.name()));
        table.primaryKey(key.stream().map(Column::name).toList());
        if (hierarchy.isMixed()) {
            Head about = new Head("", CLASS_TYPE, "Class of the object", head.line(), Annotations.NONE);
            String utype = model.name() + ":" + head.id();
            List<String> words = hierarchy.words(model, hierarchy.root());
            if (Set.copyOf(words).size() < words.size()) {
                throw Columns.unmappable("objectType", head, "and its subtypes are not told by different words");
            }
            table.add(
                    new Column(
                            SqlType.TEXT,
                            false,
                            head.annotations().value("sql.default"),
                            false,
                            Optional.empty(),
                            words,
                            Columns.description(about, CLASS_TYPE, SqlType.TEXT, utype),
                            true),
                    table.name());
        }
        for (ObjectType member : hierarchy.members()) {
            traces.add(member, table.name(), hierarchy.isMixed());
        }
    }

    private void fill(Hierarchy hierarchy) {
        TableBuilder table = table(hierarchy);
        containers(hierarchy, table);
        List<Property> keyed = keys.marked(hierarchy);
        for (ObjectType member : hierarchy.members()) {
            for (Property property : member.properties()) {
                switch (property.kind()) {
                    case ATTRIBUTE -> {
                        if (keyed.contains(property)) {
                            keyAttribute(table, property);
                        } else if (property.multiplicity().isMany() && !isJoined(property)) {
                            manyValues(hierarchy, member, property);
                        } else {
                            attribute(hierarchy, member, table, property);
                        }
                    }
                    case REFERENCE -> {
                        if (property.multiplicity().isMany()) {
                            manyTargets(hierarchy, member, property);
                        } else {
                            reference(hierarchy, member, table, property);
                        }
                    }
                    case COMPOSITION -> composition(property);
                }
            }
        }
        hierarchy.members().forEach(member -> declared(member.head(), table));
    }

    /** Whether the values of a list stand in one text. */
    private boolean isJoined(Property attribute) {
        boolean isJoined = attribute.head().annotations().flag("sql.joined");
        if (isJoined
                && columns.of(attribute).stream()
                        .anyMatch(made -> made.column().type() != SqlType.TEXT
                                || !made.column().words().isEmpty())) {
            throw Columns.unmappable(attribute, "joins values that are not free texts");
        }
        return isJoined;
    }

    /** Checks and indexes that a class asks for as a whole. */
    private static void declared(Head head, TableBuilder table) {
        checked(head, table);
        head.annotations().all("sql.unique").forEach(table::unique);
        int number = 0;
        for (String definition : head.annotations().all("sql.index")) {
            String about = definition.replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
            table.index(about.isEmpty() ? "i" + ++number : about, definition);
        }
    }

    private static void checked(Head head, TableBuilder table) {
        head.annotations().all("sql.check").forEach(check -> table.check("row", check));
    }

    private void containers(Hierarchy hierarchy, TableBuilder table) {
        List<Container> containers = hierarchy.containers(model);
        boolean isKey = keys.isWithin(hierarchy);
        List<Property> keyed = keys.marked(hierarchy);
        boolean always = containers.size() == 1
                && model.type(containers.get(0).composition().type()).equals(hierarchy.root())
                && !hierarchy.members().contains(containers.get(0).owner());
        List<String> first = new ArrayList<>();
        for (Container container : containers) {
            List<String> names = new ArrayList<>();
            for (Column column : keys.containerColumns(container)) {
                names.add(
                        isKey
                                ? column.name()
                                : table.add(column.nullable(!always), "container")
                                        .name());
            }
            Hierarchy owner = hierarchies.get(container.owner().head().id());
            links.add(table, container.composition(), names, owner, true, Links.indexOf(container.composition()));
            if (!container.composition().multiplicity().isMany() && !(isKey && keyed.isEmpty())) {
                table.unique(names);
            }
            first.add(names.get(0));
            traces.add(
                    container.composition(),
                    table.name() + "." + String.join(", ", names) + " refers to "
                            + tableName(owner)
                            + (container.composition().multiplicity().isMandatory()
                                    ? "; that there is at least one is for load to see"
                                    : ""));
        }
        if (!always && !first.isEmpty()) {
            table.check("container", "num_nonnulls(" + String.join(", ", first) + ") <= 1");
        }
    }

    private void composition(Property property) {
        if (!tables.containsKey(tableName(hierarchies.get(property.type())))) {
            throw Columns.unmappable(property, "holds objects of a class that has none");
        }
    }

    private void keyAttribute(TableBuilder table, Property property) {
        List<String> names = new ArrayList<>();
        for (Columns.Made made : columns.of(property)) {
            made.checks()
                    .forEach(check -> table.check(
                            made.column().name(),
                            check.replace("COLUMN", made.column().name())));
            names.add(made.column().name());
        }
        traces.add(property, table.name() + "." + String.join(", ", names) + ", in the primary key");
    }

    private void attribute(Hierarchy hierarchy, ObjectType member, TableBuilder table, Property property) {
        List<String> names = new ArrayList<>();
        for (Columns.Made made : columns.of(property)) {
            Column wanted = member.equals(hierarchy.root())
                    ? made.column()
                    : made.column().nullable(true);
            Column added = table.add(wanted, naming.name(member.head().name()));
            made.checks().forEach(check -> table.check(added.name(), check.replace("COLUMN", added.name())));
            ofClass(hierarchy, member, table, added.name(), !made.column().nullable());
            indexed(made.source(), added.name(), table);
            names.add(added.name());
        }
        traces.add(property, table.name() + "." + String.join(", ", names));
    }

    private static void indexed(Property source, String column, TableBuilder table) {
        if (source.head().annotations().flag("sql.index")) {
            table.index(List.of(column));
        }
        if (source.head().annotations().flag("sql.unique")) {
            table.unique(List.of(column));
        }
    }

    /** What only some classes have is NULL in rows of the others. */
    private void ofClass(
            Hierarchy hierarchy, ObjectType member, TableBuilder table, String column, boolean isMandatory) {
        List<String> words = hierarchy.words(model, member);
        if (member.equals(hierarchy.root()) || words.equals(hierarchy.words(model, hierarchy.root()))) {
            return;
        }
        String isOfClass = CLASS_TYPE + " IN " + Sql.literals(words);
        table.check(
                column + "_class",
                isMandatory
                        ? "(" + isOfClass + ") = (" + column + " IS NOT NULL)"
                        : column + " IS NULL OR " + isOfClass);
    }

    private void reference(Hierarchy hierarchy, ObjectType member, TableBuilder table, Property property) {
        boolean isMandatory = property.multiplicity().isMandatory();
        List<String> names = new ArrayList<>();
        for (Column column : keys.referenceColumns(property)) {
            boolean nullable = !isMandatory || !member.equals(hierarchy.root());
            Column added = table.add(
                    column.nullable(nullable), naming.name(member.head().name()));
            ofClass(hierarchy, member, table, added.name(), isMandatory);
            names.add(added.name());
        }
        Hierarchy target = target(property);
        Link link = links.add(table, property, names, target, false, Links.indexOf(property));
        if (property.head().annotations().flag("sql.unique")) {
            table.unique(names);
        }
        if (Agreement.isAsked(property)) {
            agreements.add(
                    new Agreement(property, hierarchy, table, names, target, table(target), link.targetColumns()));
        }
        traces.add(
                property,
                table.name() + "." + String.join(", ", names) + " refers to " + link.target()
                        + (link.enforced() || Agreement.holdsAll(property) ? "" : "; declared, not enforced"));
    }

    private Hierarchy target(Property reference) {
        Hierarchy target = hierarchies.get(reference.type());
        if (target.concrete().isEmpty()) {
            throw Columns.unmappable(reference, "refers to a class that has no objects");
        }
        return target;
    }

    private void manyValues(Hierarchy hierarchy, ObjectType member, Property property) {
        TableBuilder table = owned(hierarchy, member, property);
        Head about =
                new Head("", "seq", "Place in the list, from 1", property.head().line(), Annotations.NONE);
        Column seq = Column.of(
                SqlType.INT,
                false,
                Columns.description(
                        about,
                        "seq",
                        SqlType.INT,
                        model.name() + ":" + property.head().id()));
        Column added = table.add(seq, table.name());
        List<String> key = table.columnNames();
        table.primaryKey(key);
        table.check(
                "seq",
                added.name() + " >= 1"
                        + (property.multiplicity().most() > 1
                                ? " AND " + added.name() + " <= "
                                        + property.multiplicity().most()
                                : ""));
        links.add(table, property, key.subList(0, key.size() - 1), hierarchy, true, "");
        for (Columns.Made made : columns.of(property)) {
            Column value = table.add(made.column().nullable(false), "item");
            made.checks().forEach(check -> table.check(value.name(), check.replace("COLUMN", value.name())));
            indexed(made.source(), value.name(), table);
        }
        traces.add(property, "table " + table.name() + " refers to " + tableName(hierarchy));
    }

    private void manyTargets(Hierarchy hierarchy, ObjectType member, Property property) {
        TableBuilder table = owned(hierarchy, member, property);
        List<String> owner = table.columnNames();
        List<String> names = new ArrayList<>();
        keys.referenceColumns(property)
                .forEach(column -> names.add(table.add(column, "target").name()));
        List<String> key = new ArrayList<>(owner);
        key.addAll(names);
        table.primaryKey(key);
        links.add(table, property, owner, hierarchy, true, "");
        links.add(table, property, names, target(property), false, "");
        checked(property.head(), table);
        traces.add(
                property,
                "table " + table.name() + " refers to " + tableName(hierarchy) + " and "
                        + tableName(target(property))
                        + (property.multiplicity().isMandatory()
                                ? "; that there is at least one is for load to see"
                                : ""));
    }

    /** Begins a table for the values or targets of a property, with the columns that name its owner. */
    private TableBuilder owned(Hierarchy hierarchy, ObjectType member, Property property) {
        String ownerName = naming.name(member.head().name());
        String name =
                property.head().annotations().value("sql.table").orElse(ownerName + "_" + naming.name(property.name()));
        String description = property.head().description().isEmpty()
                ? property.name() + " of " + member.head().name()
                : property.head().description();
        TableBuilder table = begin(name, property.head(), description);
        keys.ownerColumns(property, ownerName, hierarchy).forEach(column -> table.add(column, "owner"));
        return table;
    }

    /** A table of the same shape under another name, if the class asks for one; never published. */
    private Optional<Table> twin(Table table) {
        return hierarchies.values().stream()
                .filter(hierarchy -> tableName(hierarchy).equals(table.name()))
                .findFirst()
                .flatMap(hierarchy -> hierarchy.root().head().annotations().value("sql.twin"))
                .map(name -> Twin.of(table, name));
    }
}
