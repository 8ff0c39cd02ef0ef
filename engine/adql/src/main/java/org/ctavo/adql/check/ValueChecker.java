package org.ctavo.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.ctavo.adql.checked.Test;
import org.ctavo.adql.checked.Value;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.tree.AggregateFunction;
import org.ctavo.adql.tree.Expression;
import org.ctavo.adql.tree.Operator;
import org.ctavo.adql.tree.QueryBody.Quantifier;
import org.ctavo.adql.tree.Rank;
import org.ctavo.adql.tree.Sign;
import org.ctavo.adql.tree.Span;
import org.ctavo.adql.type.AdqlType;

/** Checks the values of one place in a query. */
final class ValueChecker {
    private final Context context;
    private final QueryChecker queries;
    private final Scope scope;
    private final Aggregates aggregates;
    private final Optional<Aliases> aliases;
    private final CallChecker calls;
    private boolean insideAggregate;

    /**
     * A checker.
     *
     * @param scope the names it sees
     * @param aggregates whether aggregate functions may stand here
     * @param aliases names of the select list that it sees as well
     */
    ValueChecker(Context context, QueryChecker queries, Scope scope, Aggregates aggregates, Optional<Aliases> aliases) {
        this.context = context;
        this.queries = queries;
        this.scope = scope;
        this.aggregates = aggregates;
        this.aliases = aliases;
        this.calls = new CallChecker(context, this);
    }

    Value value(Expression expression) {
        if (expression instanceof Expression.ColumnReference column) {
            return column(column);
        }
        if (expression instanceof Expression.NumberLiteral number) {
            return number(number);
        }
        if (expression instanceof Expression.StringLiteral string) {
            return new Value.Text(string.value(), AdqlType.STRING);
        }
        if (expression instanceof Expression.Signed signed) {
            return signed(signed);
        }
        if (expression instanceof Expression.Chain chain) {
            return chain(chain);
        }
        if (expression instanceof Expression.FunctionCall call) {
            return calls.call(call);
        }
        if (expression instanceof Expression.Aggregate aggregate) {
            return aggregate(aggregate);
        }
        if (expression instanceof Expression.Cast cast) {
            return new Casts(context).cast(cast, value(cast.operand()));
        }
        if (expression instanceof Expression.Case choice) {
            return choice(choice);
        }
        if (expression instanceof Expression.Switch choice) {
            return choice(choice);
        }
        return new Value.Null(AdqlType.NULL);
    }

    private Value column(Expression.ColumnReference column) {
        if (aliases.isPresent() && column.table().isEmpty()) {
            Optional<Value> aliased = aliases.get().named(column.name());
            if (aliased.isPresent()) {
                return aliased.get();
            }
        }
        return scope.resolve(column);
    }

    private Value number(Expression.NumberLiteral number) {
        String text = number.text();
        if (number.isHexadecimal()) {
            String digits = text.substring(2).replaceFirst("^0+(?=.)", "");
            if (digits.length() <= 16) {
                long value = Long.parseUnsignedLong(digits, 16);
                return new Value.Constant(value, integer(value));
            }
        } else if (number.isInteger() && text.length() < 19) {
            long value = Long.parseLong(text);
            return new Value.Constant(value, integer(value));
        } else {
            double value = Double.parseDouble(text);
            if (!Double.isInfinite(value)) {
                return new Value.Constant(value, AdqlType.DOUBLE);
            }
        }
        context.fault(
                AdqlCode.OUT_OF_RANGE,
                number.span(),
                "`" + context.shown(number.span()) + "` is too large",
                number.isHexadecimal() ? "at most 64 bits are kept" : "numbers reach to 1.79E308");
        return Scope.unknown();
    }

    private static AdqlType integer(long value) {
        return value == (int) value ? AdqlType.INTEGER : AdqlType.BIGINT;
    }

    private Value signed(Expression.Signed signed) {
        Value operand = value(signed.operand());
        AdqlType type = operand.type();
        boolean bits = signed.sign() == Sign.BIT_NOT;
        if (!type.isWild() && (bits ? !type.isInteger() : !type.isNumeric())) {
            context.fault(
                    AdqlCode.WRONG_TYPE,
                    signed.operand().span(),
                    "`" + signed.sign().symbol() + "` takes " + (bits ? "an integer" : "a number") + ", but this is "
                            + type.noun());
            return Scope.unknown();
        }
        return new Value.Signed(signed.sign(), operand, type == AdqlType.SMALLINT ? AdqlType.INTEGER : type);
    }

    private Value chain(Expression.Chain chain) {
        Operator before = chain.steps().get(0).operator();
        Value first = operand(chain.first(), before);
        AdqlType type = first.type();
        List<Value.Step> steps = new ArrayList<>();
        for (Expression.Step step : chain.steps()) {
            Value operand = operand(step.operand(), step.operator());
            type = result(type, operand.type(), chain.rank());
            steps.add(new Value.Step(step.operator(), operand, type));
        }
        return new Value.Chain(first, steps, type);
    }

    private static AdqlType result(AdqlType left, AdqlType right, Rank rank) {
        if (rank == Rank.CONCATENATION) {
            return AdqlType.STRING;
        }
        if (left == AdqlType.UNKNOWN || right == AdqlType.UNKNOWN) {
            return AdqlType.UNKNOWN;
        }
        AdqlType wider = AdqlType.common(left, right).orElse(AdqlType.UNKNOWN);
        return wider == AdqlType.SMALLINT ? AdqlType.INTEGER : wider;
    }

    private Value operand(Expression expression, Operator operator) {
        Value value = value(expression);
        AdqlType type = value.type();
        boolean right = type.isWild()
                || switch (operator.rank()) {
                    case CONCATENATION -> type.isText();
                    case SUM, PRODUCT -> type.isNumeric();
                    case BIT_OR, BIT_XOR, BIT_AND -> type.isInteger();
                };
        if (right) {
            return value;
        }
        String wanted =
                switch (operator.rank()) {
                    case CONCATENATION -> "strings";
                    case SUM, PRODUCT -> "numbers";
                    case BIT_OR, BIT_XOR, BIT_AND -> "integers";
                };
        context.fault(
                AdqlCode.WRONG_TYPE,
                expression.span(),
                "`" + operator.symbol() + "` takes " + wanted + ", but `" + context.shown(expression.span()) + "` is "
                        + type.noun(),
                remedy(operator, type));
        return Scope.unknown();
    }

    private static String remedy(Operator operator, AdqlType type) {
        if (operator.rank() == Rank.CONCATENATION) {
            return type.isNumeric() || type == AdqlType.TIMESTAMP ? "write CAST(… AS VARCHAR)" : "";
        }
        if (type.isText()) {
            return operator == Operator.PLUS ? "strings are joined by ||" : "write CAST(… AS DOUBLE PRECISION)";
        }
        return "";
    }

    private Value aggregate(Expression.Aggregate aggregate) {
        AggregateFunction function = aggregate.function();
        Optional<Value> argument = enterAggregate(
                function.name(), aggregate.span(), () -> aggregate.argument().map(this::value));
        AdqlType of = argument.map(Value::type).orElse(AdqlType.INTEGER);
        AdqlType type =
                switch (function) {
                    case COUNT -> AdqlType.BIGINT;
                    case AVG -> AdqlType.DOUBLE;
                    case SUM -> of.isInteger() ? AdqlType.BIGINT : AdqlType.DOUBLE;
                    case MIN, MAX -> of;
                };
        boolean fits =
                switch (function) {
                    case COUNT -> true;
                    case AVG, SUM -> of.isNumeric() || of.isWild();
                    case MIN, MAX -> Types.isOrdered(of) && of != AdqlType.BOOLEAN;
                };
        if (!fits) {
            context.fault(
                    AdqlCode.WRONG_TYPE,
                    aggregate.argument().map(Expression::span).orElse(aggregate.span()),
                    function + " cannot be taken of " + of.noun());
        }
        return new Value.Aggregate(function, aggregate.quantifier() == Quantifier.DISTINCT, argument, type);
    }

    /** Checks the argument of an aggregate function, and whether one may stand here. */
    <T> T enterAggregate(String function, Span span, Supplier<T> argument) {
        if (!aggregates.allowed()) {
            boolean where = aggregates.refusedBy().equals("WHERE");
            context.fault(
                    AdqlCode.MISPLACED_AGGREGATE,
                    span,
                    function + " cannot stand in " + aggregates.refusedBy(),
                    where ? "conditions on groups stand in HAVING" : "aggregate functions stand in SELECT and HAVING");
        } else if (insideAggregate) {
            context.fault(
                    AdqlCode.MISPLACED_AGGREGATE,
                    span,
                    function + " cannot stand inside another aggregate function",
                    "aggregate in a query in FROM first");
        }
        boolean before = insideAggregate;
        insideAggregate = true;
        try {
            return argument.get();
        } finally {
            insideAggregate = before;
        }
    }

    private Value choice(Expression.Case choice) {
        TestChecker tests = new TestChecker(context, queries, this, scope);
        List<Value.When> whens = new ArrayList<>();
        AdqlType type = AdqlType.NULL;
        for (Expression.When when : choice.whens()) {
            Test test = tests.test(when.condition());
            Value value = value(when.value());
            type = common(type, value.type(), when.value().span());
            whens.add(new Value.When(test, value));
        }
        Optional<Value> otherwise = choice.otherwise().map(this::value);
        if (otherwise.isPresent()) {
            type = common(type, otherwise.get().type(), choice.otherwise().get().span());
        }
        return new Value.Case(whens, otherwise, type);
    }

    private Value choice(Expression.Switch choice) {
        TestChecker tests = new TestChecker(context, queries, this, scope);
        Value operand = value(choice.operand());
        List<Value.Match> matches = new ArrayList<>();
        AdqlType type = AdqlType.NULL;
        for (Expression.Match match : choice.matches()) {
            Value key = tests.comparable(
                    operand, choice.operand().span(), match.key(), match.key().span());
            Value value = value(match.value());
            type = common(type, value.type(), match.value().span());
            matches.add(new Value.Match(key, value));
        }
        Optional<Value> otherwise = choice.otherwise().map(this::value);
        if (otherwise.isPresent()) {
            type = common(type, otherwise.get().type(), choice.otherwise().get().span());
        }
        return new Value.Switch(operand, matches, otherwise, type);
    }

    private AdqlType common(AdqlType soFar, AdqlType next, Span span) {
        Optional<AdqlType> common = AdqlType.common(soFar, next);
        if (common.isEmpty()) {
            context.fault(
                    AdqlCode.WRONG_TYPE,
                    span,
                    "this is " + next.noun() + ", but the result before it is " + soFar.noun(),
                    "the results of CASE are of one kind");
        }
        return common.orElse(AdqlType.UNKNOWN);
    }
}
