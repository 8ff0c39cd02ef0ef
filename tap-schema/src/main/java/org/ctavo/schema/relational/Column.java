package org.ctavo.schema.relational;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.ctavo.spi.ColumnDescription;

/**
 * A column of a table.
 *
 * @param type as stored
 * @param nullable whether it may be NULL
 * @param defaultSql SQL expression for rows that do not give it; empty for none
 * @param generated whether the database numbers rows that do not give it
 * @param words the only values it may have; empty for any
 * @param description as TAP_SCHEMA has it, with the name
 * @param published whether TAP_SCHEMA has it
 */
public record Column(
        SqlType type,
        boolean nullable,
        Optional<String> defaultSql,
        boolean generated,
        List<String> words,
        ColumnDescription description,
        boolean published) {

    /** Copies the list. */
    public Column {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(defaultSql, "defaultSql");
        Objects.requireNonNull(description, "description");
        words = List.copyOf(words);
    }

    /** Its name. */
    public String name() {
        return description.name();
    }

    /** The same column under another name. */
    Column named(String name) {
        return new Column(type, nullable, defaultSql, generated, words, description.named(name), published);
    }

    /** The same column, nullable or not. */
    Column nullable(boolean isNullable) {
        return new Column(type, isNullable, defaultSql, generated, words, description, published);
    }
}
