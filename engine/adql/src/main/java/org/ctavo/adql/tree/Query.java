package org.ctavo.adql.tree;

import java.util.List;
import java.util.Objects;

/**
 * A whole query (ADQL 2.1, section 4.4 for WITH).
 *
 * @param with the common tables, in the order they are written; empty without WITH
 * @param body what is selected
 * @param span its place
 */
public record Query(List<CommonTable> with, QueryExpression body, Span span) implements Node {

    /** Copies the list. */
    public Query {
        with = List.copyOf(with);
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(span, "span");
    }

    /**
     * A named query before the main one.
     *
     * @param name under which the rest of the query sees it
     * @param query its rows
     * @param span its place
     */
    public record CommonTable(Identifier name, QueryExpression query, Span span) implements Node {

        /** Checks that nothing is null. */
        public CommonTable {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(query, "query");
            Objects.requireNonNull(span, "span");
        }
    }
}
