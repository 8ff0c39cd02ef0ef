package org.ctavo.schema.relational;

import java.util.List;
import java.util.Optional;

/**
 * A table.
 *
 * @param name without schema
 * @param description for people
 * @param utype of the type or property it holds
 * @param published whether TAP_SCHEMA has it
 * @param view name of the view, without schema, by which it is published; empty if the table itself is
 * @param columns in order
 * @param primaryKey names of columns; empty for none
 * @param constraints checks and uniqueness
 * @param links foreign keys
 * @param indexes beside those of keys
 */
public record Table(
        String name,
        String description,
        String utype,
        boolean published,
        Optional<String> view,
        List<Column> columns,
        List<String> primaryKey,
        List<Constraint> constraints,
        List<Link> links,
        List<Index> indexes) {

    /** Copies the lists. */
    public Table {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        constraints = List.copyOf(constraints);
        links = List.copyOf(links);
        indexes = List.copyOf(indexes);
    }

    /** A column by its name. */
    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }
}
