package org.ctavo.adql.tree;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The name of a table, or what stands before a column: {@code [[catalog.]schema.]table}.
 *
 * @param parts one to three names, the table's last
 * @param span its place
 */
public record TableName(List<Identifier> parts, Span span) implements Node {

    /** Copies the list. */
    public TableName {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.size() > 3) {
            throw new IllegalArgumentException("a table name has one to three parts");
        }
    }

    /** The last part. */
    public Identifier table() {
        return parts.get(parts.size() - 1);
    }

    /** As it is written in a query. */
    public String written() {
        return parts.stream().map(Identifier::written).collect(Collectors.joining("."));
    }

    @Override
    public String toString() {
        return written();
    }
}
