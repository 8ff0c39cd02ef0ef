package org.ctavo.adql.tree;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Rows in an order: {@code body [ORDER BY …] [OFFSET n]}.
 *
 * @param body where the rows come from
 * @param orderBy sort keys, the first deciding first; empty for no order
 * @param offset how many rows are left out at the start
 * @param span its place
 */
public record QueryExpression(QueryBody body, List<SortKey> orderBy, OptionalLong offset, Span span) implements Node {

    /** Copies the list. */
    public QueryExpression {
        Objects.requireNonNull(body, "body");
        orderBy = List.copyOf(orderBy);
        Objects.requireNonNull(offset, "offset");
        Objects.requireNonNull(span, "span");
    }

    /** The expression without parentheses that say nothing, as every parsed tree has it. */
    public static QueryExpression of(QueryBody body, List<SortKey> orderBy, OptionalLong offset, Span span) {
        if (orderBy.isEmpty() && offset.isEmpty() && body instanceof QueryBody.Nested nested) {
            return nested.query();
        }
        return new QueryExpression(body, orderBy, offset, span);
    }

    /** Whether it neither sorts nor leaves out rows. */
    public boolean isBare() {
        return orderBy.isEmpty() && offset.isEmpty();
    }

    /**
     * A sort key (ADQL 2.1, section 3.1).
     *
     * @param key what is sorted by
     * @param direction as written; empty means ascending
     * @param span its place
     */
    public record SortKey(Key key, Direction direction, Span span) implements Node {

        /** Checks that nothing is null. */
        public SortKey {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(direction, "direction");
            Objects.requireNonNull(span, "span");
        }
    }

    /** What is sorted by. */
    public sealed interface Key {}

    /**
     * The number of a column of the result.
     *
     * @param number from 1
     */
    public record Position(long number) implements Key {}

    /**
     * A value; a lone column name may also be the name of a result column.
     *
     * @param expression the value
     */
    public record Sorted(Expression expression) implements Key {}

    /** Which rows come first. */
    public enum Direction {
        /** Not said: the same as ASC. */
        UNSAID,
        /** Small values first. */
        ASC,
        /** Large values first. */
        DESC
    }
}
