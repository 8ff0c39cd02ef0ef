package org.ctavo.schema.relational;

import java.util.List;
import java.util.function.Function;

import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.Property;

/** Adds foreign keys to tables, and the indexes that rows are found by from the other side. */
final class Links {
    private final Model model;
    private final Keys keys;
    private final Function<Hierarchy, String> tableName;

    Links(Model model, Keys keys, Function<Hierarchy, String> tableName) {
        this.model = model;
        this.keys = keys;
        this.tableName = tableName;
    }

    /** What a property says of its index; empty if nothing. */
    static String indexOf(Property property) {
        return property.head().annotations().value("sql.index").orElse("");
    }

    /**
     * Adds a foreign key.
     *
     * @param names columns of the table, as many as the target's key has
     * @param isPart whether the rows are part of what they refer to
     * @param index {@code true}, {@code false}, {@code present}, or empty: one unless the primary key begins with it
     */
    Link add(
            TableBuilder table, Property property, List<String> names, Hierarchy target, boolean isPart, String index) {
        boolean isHeldByPair = Agreement.holdsAll(property);
        boolean isDeclaredAlone = property.head()
                .annotations()
                .value("sql.enforced")
                .filter("false"::equals)
                .isPresent();
        Link link = new Link(
                Naming.shortened(table.name() + "_" + String.join("_", names) + "_fkey"),
                names,
                tableName.apply(target),
                keys.of(target).stream().map(Column::name).toList(),
                isPart || property.head().annotations().flag("sql.cascade"),
                !isDeclaredAlone && !isHeldByPair,
                true,
                property.head().description().replaceAll("\\s+", " "),
                model.name() + ":" + property.head().id());
        table.link(link);
        switch (index) {
            case "false" -> {
                // Another index serves.
            }
            case "present" -> table.index(
                    String.join("_", names), "btree " + Sql.names(names) + " WHERE " + names.get(0) + " IS NOT NULL");
            default -> {
                if (index.equals("true") || (!isDeclaredAlone && !table.leadsKey(names))) {
                    table.index(names);
                }
            }
        }
        return link;
    }
}
