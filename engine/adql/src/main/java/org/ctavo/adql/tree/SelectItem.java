package org.ctavo.adql.tree;

import java.util.Objects;
import java.util.Optional;

/** An item of a select list. */
public sealed interface SelectItem extends Node {

    /**
     * {@code *}.
     *
     * @param span its place
     */
    record AllColumns(Span span) implements SelectItem {}

    /**
     * {@code t.*}.
     *
     * @param table a table's name or alias
     * @param span its place
     */
    record AllColumnsOf(TableName table, Span span) implements SelectItem {

        /** Checks that nothing is null. */
        public AllColumnsOf {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * A value.
     *
     * @param expression the value
     * @param alias its name in the result
     * @param span its place
     */
    record Item(Expression expression, Optional<Identifier> alias, Span span) implements SelectItem {

        /** Checks that nothing is null. */
        public Item {
            Objects.requireNonNull(expression, "expression");
            Objects.requireNonNull(alias, "alias");
            Objects.requireNonNull(span, "span");
        }
    }
}
