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
 * @param generated whether the database gives the value: it numbers rows that do not give it, or computes it
 * @param computedSql SQL expression, of other columns of the row, that is its value; empty for none
 * @param words the only values it may have; empty for any
 * @param description as TAP_SCHEMA has it, with the name
 * @param published whether TAP_SCHEMA has it
 */
public record Column(
        SqlType type,
        boolean nullable,
        Optional<String> defaultSql,
        boolean generated,
        Optional<String> computedSql,
        List<String> words,
        ColumnDescription description,
        boolean published) {

    /** Copies the list. */
    public Column {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(defaultSql, "defaultSql");
        Objects.requireNonNull(computedSql, "computedSql");
        Objects.requireNonNull(description, "description");
        words = List.copyOf(words);
    }

    /** A column whose values are given, any of its type, without a default. */
    static Column of(SqlType type, boolean nullable, ColumnDescription description) {
        return new Column(type, nullable, Optional.empty(), false, Optional.empty(), List.of(), description, true);
    }

    /** A column that the database computes from others of the row. */
    static Column computed(SqlType type, boolean nullable, String sql, ColumnDescription description) {
        return new Column(type, nullable, Optional.empty(), true, Optional.of(sql), List.of(), description, true);
    }

    /** Its name. */
    public String name() {
        return description.name();
    }

    /** The same column under another name. */
    Column named(String name) {
        return new Column(
                type, nullable, defaultSql, generated, computedSql, words, description.named(name), published);
    }

    /** The same column, nullable or not. */
    Column nullable(boolean isNullable) {
        return new Column(type, isNullable, defaultSql, generated, computedSql, words, description, published);
    }

    /** The same column, otherwise described. */
    Column described(ColumnDescription other) {
        return new Column(type, nullable, defaultSql, generated, computedSql, words, other, published);
    }

    /** The same column, kept from TAP_SCHEMA. */
    Column hidden() {
        return new Column(type, nullable, defaultSql, generated, computedSql, words, description, false);
    }
}
