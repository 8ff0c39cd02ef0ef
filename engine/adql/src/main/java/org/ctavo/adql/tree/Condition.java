package org.ctavo.adql.tree;

import java.util.List;
import java.util.Objects;

/** What holds of a row or not. ADQL has no boolean values: conditions stand in WHERE, ON, HAVING and CASE only. */
public sealed interface Condition extends Node {

    /**
     * All of them hold.
     *
     * @param conditions at least two
     * @param span its place
     */
    record And(List<Condition> conditions, Span span) implements Condition {

        /** Copies the list. */
        public And {
            conditions = List.copyOf(conditions);
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * One of them holds.
     *
     * @param conditions at least two
     * @param span its place
     */
    record Or(List<Condition> conditions, Span span) implements Condition {

        /** Copies the list. */
        public Or {
            conditions = List.copyOf(conditions);
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * It does not hold.
     *
     * @param condition the condition
     * @param span its place
     */
    record Not(Condition condition, Span span) implements Condition {

        /** Checks that nothing is null. */
        public Not {
            Objects.requireNonNull(condition, "condition");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * {@code left = right} and its kin.
     *
     * @param comparator how
     * @param left left operand
     * @param right right operand
     * @param span its place
     */
    record Comparison(Comparator comparator, Expression left, Expression right, Span span) implements Condition {

        /** Checks that nothing is null. */
        public Comparison {
            Objects.requireNonNull(comparator, "comparator");
            Objects.requireNonNull(left, "left");
            Objects.requireNonNull(right, "right");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * {@code operand [NOT] BETWEEN low AND high}, ends included.
     *
     * @param operand what is tested
     * @param negated whether NOT stands before BETWEEN
     * @param low lower end
     * @param high upper end
     * @param span its place
     */
    record Between(Expression operand, boolean negated, Expression low, Expression high, Span span)
            implements Condition {

        /** Checks that nothing is null. */
        public Between {
            Objects.requireNonNull(operand, "operand");
            Objects.requireNonNull(low, "low");
            Objects.requireNonNull(high, "high");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * {@code operand [NOT] IN (a, b)}.
     *
     * @param operand what is tested
     * @param negated whether NOT stands before IN
     * @param members at least one
     * @param span its place
     */
    record InList(Expression operand, boolean negated, List<Expression> members, Span span) implements Condition {

        /** Copies the list. */
        public InList {
            Objects.requireNonNull(operand, "operand");
            members = List.copyOf(members);
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * {@code operand [NOT] IN (SELECT …)}.
     *
     * @param operand what is tested
     * @param negated whether NOT stands before IN
     * @param query a query of one column
     * @param span its place
     */
    record InQuery(Expression operand, boolean negated, QueryExpression query, Span span) implements Condition {

        /** Checks that nothing is null. */
        public InQuery {
            Objects.requireNonNull(operand, "operand");
            Objects.requireNonNull(query, "query");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * {@code operand [NOT] LIKE pattern}, or ILIKE.
     *
     * @param operand what is tested
     * @param negated whether NOT stands before LIKE
     * @param ignoringCase whether it is ILIKE
     * @param pattern {@code %} stands for any text, {@code _} for any character
     * @param span its place
     */
    record Like(Expression operand, boolean negated, boolean ignoringCase, Expression pattern, Span span)
            implements Condition {

        /** Checks that nothing is null. */
        public Like {
            Objects.requireNonNull(operand, "operand");
            Objects.requireNonNull(pattern, "pattern");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * {@code operand IS [NOT] NULL}.
     *
     * @param operand what is tested
     * @param negated whether NOT stands before NULL
     * @param span its place
     */
    record NullTest(Expression operand, boolean negated, Span span) implements Condition {

        /** Checks that nothing is null. */
        public NullTest {
            Objects.requireNonNull(operand, "operand");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * {@code EXISTS (SELECT …)}.
     *
     * @param query the query
     * @param span its place
     */
    record Exists(QueryExpression query, Span span) implements Condition {

        /** Checks that nothing is null. */
        public Exists {
            Objects.requireNonNull(query, "query");
            Objects.requireNonNull(span, "span");
        }
    }
}
