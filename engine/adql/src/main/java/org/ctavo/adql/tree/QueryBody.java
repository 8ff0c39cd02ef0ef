package org.ctavo.adql.tree;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Where rows come from: a SELECT, or several of them under set operators. */
public sealed interface QueryBody extends Node {

    /**
     * A SELECT (ADQL 2.1, section 3.1).
     *
     * @param quantifier ALL or DISTINCT
     * @param top at most that many rows
     * @param items the select list
     * @param from the tables, at least one
     * @param where which rows
     * @param groupBy what makes a group; empty without GROUP BY
     * @param having which groups
     * @param span its place
     */
    record Select(
            Quantifier quantifier,
            OptionalLong top,
            List<SelectItem> items,
            List<TableReference> from,
            Optional<Condition> where,
            List<Expression> groupBy,
            Optional<Condition> having,
            Span span)
            implements QueryBody {

        /** Copies the lists. */
        public Select {
            Objects.requireNonNull(quantifier, "quantifier");
            Objects.requireNonNull(top, "top");
            items = List.copyOf(items);
            from = List.copyOf(from);
            Objects.requireNonNull(where, "where");
            groupBy = List.copyOf(groupBy);
            Objects.requireNonNull(having, "having");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * A chain of set operators of the same rank (ADQL 2.1, section 4.6): UNION and EXCEPT from left to right, or
     * INTERSECT, which binds tighter.
     *
     * @param first the first operand
     * @param steps what follows, at least one
     * @param span its place
     */
    record SetChain(QueryBody first, List<SetStep> steps, Span span) implements QueryBody {

        /** Copies the list. */
        public SetChain {
            Objects.requireNonNull(first, "first");
            steps = List.copyOf(steps);
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * An operator with its right operand.
     *
     * @param operator which
     * @param all whether duplicates stay
     * @param operand the right operand
     */
    record SetStep(SetOperator operator, boolean all, QueryBody operand) {

        /** Checks that nothing is null. */
        public SetStep {
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(operand, "operand");
        }
    }

    /**
     * An operand in parentheses that has an order or an offset of its own.
     *
     * @param query what stands in the parentheses
     * @param span its place
     */
    record Nested(QueryExpression query, Span span) implements QueryBody {

        /** Checks that nothing is null. */
        public Nested {
            Objects.requireNonNull(query, "query");
            Objects.requireNonNull(span, "span");
        }

        /** The body alone where the parentheses say nothing, as every parsed tree has it. */
        public static QueryBody of(QueryExpression query, Span span) {
            return query.isBare() ? query.body() : new Nested(query, span);
        }
    }

    /** ALL or DISTINCT before a select list or the argument of an aggregate function. */
    enum Quantifier {
        /** Not said: the same as ALL. */
        UNSAID,
        /** Everything. */
        ALL,
        /** Without duplicates. */
        DISTINCT
    }

    /** Set operators. */
    enum SetOperator {
        UNION,
        EXCEPT,
        INTERSECT
    }
}
