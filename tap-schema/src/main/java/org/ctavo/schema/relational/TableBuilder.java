package org.ctavo.schema.relational;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table in the making. Belongs to one thread. */
final class TableBuilder {
    private final String name;
    private final String description;
    private final String utype;
    private final boolean published;
    private final Optional<String> view;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private List<String> primaryKey = List.of();

    TableBuilder(String name, String description, String utype, boolean published, Optional<String> view) {
        this.name = name;
        this.description = description;
        this.utype = utype;
        this.published = published;
        this.view = view;
    }

    String name() {
        return name;
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Adds a column; one whose name is reserved or taken gets the table's name, or the given one, in front. */
    Column add(Column column, String prefix) {
        String wanted = column.name();
        if (Naming.isReserved(wanted)) {
            wanted = name + "_" + wanted;
        }
        if (has(wanted)) {
            wanted = prefix + "_" + column.name();
        }
        Column added = column.named(Naming.shortened(wanted));
        if (columns.putIfAbsent(added.name(), added) != null) {
            throw new IllegalStateException("two columns " + added.name() + " in " + name);
        }
        if (!added.words().isEmpty()) {
            check(added.name(), added.name() + " IN " + Sql.literals(added.words()));
        }
        return added;
    }

    void primaryKey(List<String> names) {
        primaryKey = List.copyOf(names);
    }

    void check(String about, String condition) {
        constraints.add(new Constraint(unused(about + "_check"), "CHECK (" + condition + ")"));
    }

    void unique(List<String> names) {
        constraints.add(new Constraint(unused(String.join("_", names) + "_key"), "UNIQUE " + Sql.names(names)));
    }

    private String unused(String end) {
        String first = Naming.shortened(name + "_" + end);
        String candidate = first;
        int number = 1;
        while (isConstraint(candidate)) {
            candidate = Naming.shortened(first + ++number);
        }
        return candidate;
    }

    private boolean isConstraint(String candidate) {
        return constraints.stream().anyMatch(constraint -> constraint.name().equals(candidate));
    }

    void link(Link link) {
        links.add(link);
        boolean leadsKey = primaryKey.size() >= link.columns().size()
                && primaryKey.subList(0, link.columns().size()).equals(link.columns());
        if (link.enforced() && !leadsKey) {
            index(link.columns());
        }
    }

    void index(List<String> names) {
        index(String.join("_", names), "btree " + Sql.names(names));
    }

    void index(String about, String definition) {
        Index index = new Index(Naming.shortened(name + "_" + about + "_idx"), definition);
        if (indexes.stream().noneMatch(other -> other.name().equals(index.name()))) {
            indexes.add(index);
        }
    }

    Table build() {
        return new Table(
                name,
                description,
                utype,
                published,
                view,
                List.copyOf(columns.values()),
                primaryKey,
                constraints,
                links,
                indexes);
    }
}
