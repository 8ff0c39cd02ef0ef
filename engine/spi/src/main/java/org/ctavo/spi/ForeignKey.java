package org.ctavo.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A join that makes sense: a row of TAP_SCHEMA.keys with its key_columns (TAP 1.1, sections 4.4 and 4.5).
 *
 * @param targetTable qualified name of the table referred to
 * @param columns pairs of columns, in order; at least one
 * @param description for people; may be empty
 * @param utype data model reference
 */
public record ForeignKey(String targetTable, List<ColumnPair> columns, String description, Optional<String> utype) {

    /** A column and the one it refers to. */
    public record ColumnPair(String from, String target) {}

    /** Copies the list. */
    public ForeignKey {
        Objects.requireNonNull(targetTable, "targetTable");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(utype, "utype");
        columns = List.copyOf(columns);
    }

    /** A key of one column. */
    public static ForeignKey of(String from, String targetTable, String target) {
        return new ForeignKey(targetTable, List.of(new ColumnPair(from, target)), "", Optional.empty());
    }
}
