package org.ctavo.adql.tree;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** A value. */
public sealed interface Expression extends Node {

    /**
     * An unsigned number as written: {@code 12}, {@code 12.}, {@code .5}, {@code 1E-3}, {@code 0x1F}.
     *
     * @param text its text
     * @param span its place
     */
    record NumberLiteral(String text, Span span) implements Expression {

        /** Checks that nothing is null. */
        public NumberLiteral {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(span, "span");
        }

        /** Whether it is written in hexadecimal. */
        public boolean isHexadecimal() {
            return text.startsWith("0x") || text.startsWith("0X");
        }

        /** Whether it is written without point and exponent. */
        public boolean isInteger() {
            return isHexadecimal() || text.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    }

    /**
     * A string.
     *
     * @param value what it says, a doubled apostrophe being single
     * @param span its place
     */
    record StringLiteral(String value, Span span) implements Expression {

        /** Checks that nothing is null. */
        public StringLiteral {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * NULL.
     *
     * @param span its place
     */
    record NullLiteral(Span span) implements Expression {}

    /**
     * A column.
     *
     * @param table the table it belongs to, as far as said
     * @param name its name
     * @param span its place
     */
    record ColumnReference(Optional<TableName> table, Identifier name, Span span) implements Expression {

        /** Checks that nothing is null. */
        public ColumnReference {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(span, "span");
        }

        /** As it is written in a query. */
        public String written() {
            return table.map(t -> t.written() + ".").orElse("") + name.written();
        }
    }

    /**
     * A value with a sign before it.
     *
     * @param sign which
     * @param operand the value
     * @param span its place
     */
    record Signed(Sign sign, Expression operand, Span span) implements Expression {

        /** Checks that nothing is null. */
        public Signed {
            Objects.requireNonNull(sign, "sign");
            Objects.requireNonNull(operand, "operand");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * Operands under operators of the same rank, from left to right: {@code a + b - c}. A chain of any length is as
     * deep as its deepest operand.
     *
     * @param first the first operand
     * @param steps what follows, at least one
     * @param span its place
     */
    record Chain(Expression first, List<Step> steps, Span span) implements Expression {

        /** Copies the list; all operators must have the same rank. */
        public Chain {
            Objects.requireNonNull(first, "first");
            steps = List.copyOf(steps);
            Objects.requireNonNull(span, "span");
            Rank rank = steps.get(0).operator().rank();
            if (steps.stream().anyMatch(step -> step.operator().rank() != rank)) {
                throw new IllegalArgumentException("operators of different rank in one chain");
            }
        }

        /** The rank of its operators. */
        public Rank rank() {
            return steps.get(0).operator().rank();
        }
    }

    /**
     * An operator with its right operand.
     *
     * @param operator which
     * @param operand the right operand
     */
    record Step(Operator operator, Expression operand) {

        /** Checks that nothing is null. */
        public Step {
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(operand, "operand");
        }
    }

    /**
     * A call of any function that is not written in a way of its own.
     *
     * @param name as written
     * @param arguments in order
     * @param span its place
     */
    record FunctionCall(Identifier name, List<Expression> arguments, Span span) implements Expression {

        /** Copies the list. */
        public FunctionCall {
            Objects.requireNonNull(name, "name");
            arguments = List.copyOf(arguments);
            Objects.requireNonNull(span, "span");
        }

        /** The name in upper case. */
        public String upperName() {
            return name.text().toUpperCase(Locale.ROOT);
        }
    }

    /**
     * An aggregate function of ADQL.
     *
     * @param function which
     * @param quantifier ALL or DISTINCT
     * @param argument what is aggregated; empty for {@code COUNT(*)}
     * @param span its place
     */
    record Aggregate(
            AggregateFunction function, QueryBody.Quantifier quantifier, Optional<Expression> argument, Span span)
            implements Expression {

        /** Checks that nothing is null. */
        public Aggregate {
            Objects.requireNonNull(function, "function");
            Objects.requireNonNull(quantifier, "quantifier");
            Objects.requireNonNull(argument, "argument");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * {@code CAST(operand AS target)} (ADQL 2.1, section 4.7).
     *
     * @param operand what is converted
     * @param target the type
     * @param length of CHAR and VARCHAR, in characters
     * @param span its place
     */
    record Cast(Expression operand, CastTarget target, OptionalInt length, Span span) implements Expression {

        /** Checks that nothing is null. */
        public Cast {
            Objects.requireNonNull(operand, "operand");
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(length, "length");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * {@code CASE WHEN … THEN … [ELSE …] END}, an extension.
     *
     * @param whens at least one
     * @param otherwise NULL if empty
     * @param span its place
     */
    record Case(List<When> whens, Optional<Expression> otherwise, Span span) implements Expression {

        /** Copies the list. */
        public Case {
            whens = List.copyOf(whens);
            Objects.requireNonNull(otherwise, "otherwise");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * A branch of a CASE.
     *
     * @param condition when it holds
     * @param value this is the value
     */
    record When(Condition condition, Expression value) {

        /** Checks that nothing is null. */
        public When {
            Objects.requireNonNull(condition, "condition");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * {@code CASE operand WHEN … THEN … [ELSE …] END}, an extension.
     *
     * @param operand compared to each branch's key
     * @param matches at least one
     * @param otherwise NULL if empty
     * @param span its place
     */
    record Switch(Expression operand, List<Match> matches, Optional<Expression> otherwise, Span span)
            implements Expression {

        /** Copies the list. */
        public Switch {
            Objects.requireNonNull(operand, "operand");
            matches = List.copyOf(matches);
            Objects.requireNonNull(otherwise, "otherwise");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * A branch of a CASE with an operand.
     *
     * @param key when the operand equals it
     * @param value this is the value
     */
    record Match(Expression key, Expression value) {

        /** Checks that nothing is null. */
        public Match {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
        }
    }
}
