package org.ctavo.adql.checked;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import org.ctavo.adql.tree.QueryBody.SetOperator;

/**
 * Rows in an order.
 *
 * @param body where they come from
 * @param orderBy the first key decides first; empty for no order
 * @param offset how many rows are left out at the start
 */
public record Rows(Body body, List<Key> orderBy, OptionalLong offset) {

    /** Copies the list. */
    public Rows {
        Objects.requireNonNull(body, "body");
        orderBy = List.copyOf(orderBy);
        Objects.requireNonNull(offset, "offset");
    }

    /** The columns, in order. Of set operators, those of the leftmost operand with the types common to all. */
    public List<Output> outputs() {
        return body.outputs();
    }

    /** Where rows come from. */
    public sealed interface Body {

        /** The columns, in order. */
        List<Output> outputs();
    }

    /**
     * A SELECT.
     *
     * @param distinct whether duplicates go
     * @param top at most that many rows, after order and offset of the rows it is the body of
     * @param items the columns; at least one
     * @param from the tables, at least one, all combinations
     * @param where which rows
     * @param groupBy what makes a group; empty without GROUP BY
     * @param having which groups
     */
    public record Select(
            boolean distinct,
            OptionalLong top,
            List<Item> items,
            List<Table> from,
            Optional<Test> where,
            List<Value> groupBy,
            Optional<Test> having)
            implements Body {

        /** Copies the lists. */
        public Select {
            Objects.requireNonNull(top, "top");
            items = List.copyOf(items);
            from = List.copyOf(from);
            Objects.requireNonNull(where, "where");
            groupBy = List.copyOf(groupBy);
            Objects.requireNonNull(having, "having");
        }

        @Override
        public List<Output> outputs() {
            return items.stream().map(Item::output).toList();
        }
    }

    /**
     * Operands under set operators of the same rank, from left to right.
     *
     * @param first the first operand
     * @param steps what follows
     * @param outputs the columns
     */
    public record SetChain(Body first, List<SetStep> steps, List<Output> outputs) implements Body {

        /** Copies the lists. */
        public SetChain {
            Objects.requireNonNull(first, "first");
            steps = List.copyOf(steps);
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * A set operator with its right operand.
     *
     * @param operator which
     * @param all whether duplicates stay
     * @param operand the right operand
     */
    public record SetStep(SetOperator operator, boolean all, Body operand) {

        /** Checks that nothing is null. */
        public SetStep {
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(operand, "operand");
        }
    }

    /**
     * Rows with an order or offset of their own as an operand.
     *
     * @param rows the rows
     */
    public record Nested(Rows rows) implements Body {

        /** Checks that nothing is null. */
        public Nested {
            Objects.requireNonNull(rows, "rows");
        }

        @Override
        public List<Output> outputs() {
            return rows.outputs();
        }
    }

    /**
     * A column of a SELECT.
     *
     * @param value its value
     * @param output its name and metadata
     */
    public record Item(Value value, Output output) {

        /** Checks that nothing is null. */
        public Item {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(output, "output");
        }
    }

    /** A sort key. */
    public sealed interface Key {

        /** Whether large values come first. */
        boolean descending();
    }

    /**
     * A column of these rows.
     *
     * @param index its place in {@link Rows#outputs()}, from 0
     * @param descending whether large values come first
     */
    public record ByOutput(int index, boolean descending) implements Key {}

    /**
     * A value of the SELECT that is the body of these rows; never above set operators.
     *
     * @param value the value
     * @param descending whether large values come first
     */
    public record ByValue(Value value, boolean descending) implements Key {

        /** Checks that nothing is null. */
        public ByValue {
            Objects.requireNonNull(value, "value");
        }
    }
}
