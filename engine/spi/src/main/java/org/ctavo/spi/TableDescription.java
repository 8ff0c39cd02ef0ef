package org.ctavo.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table as TAP_SCHEMA.tables describes it (TAP 1.1, section 4.2).
 *
 * @param name qualified by its schema, as typed in a query ({@code ivoa.obscore})
 * @param isView whether it is a view
 * @param description for people
 * @param utype data model reference
 * @param columns in the order of {@code SELECT *}
 * @param foreignKeys from this table to others
 */
public record TableDescription(
        String name,
        boolean isView,
        String description,
        Optional<String> utype,
        List<ColumnDescription> columns,
        List<ForeignKey> foreignKeys) {

    /** Copies the lists. */
    public TableDescription {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(utype, "utype");
        columns = List.copyOf(columns);
        foreignKeys = List.copyOf(foreignKeys);
    }
}
