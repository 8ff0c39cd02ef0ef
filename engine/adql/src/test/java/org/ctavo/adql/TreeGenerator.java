package org.ctavo.adql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;

import org.ctavo.adql.tree.AggregateFunction;
import org.ctavo.adql.tree.CastTarget;
import org.ctavo.adql.tree.Comparator;
import org.ctavo.adql.tree.Condition;
import org.ctavo.adql.tree.Expression;
import org.ctavo.adql.tree.Identifier;
import org.ctavo.adql.tree.Operator;
import org.ctavo.adql.tree.Query;
import org.ctavo.adql.tree.QueryBody;
import org.ctavo.adql.tree.QueryBody.Quantifier;
import org.ctavo.adql.tree.QueryBody.SetOperator;
import org.ctavo.adql.tree.QueryExpression;
import org.ctavo.adql.tree.Rank;
import org.ctavo.adql.tree.SelectItem;
import org.ctavo.adql.tree.Sign;
import org.ctavo.adql.tree.Span;
import org.ctavo.adql.tree.TableName;
import org.ctavo.adql.tree.TableReference;
import org.ctavo.adql.tree.TableReference.JoinType;

/** Makes trees of every construct, such as a parser can give. The same seed makes the same tree. */
final class TreeGenerator {
    private static final Span SPAN = Span.NONE;

    private final Random random;

    TreeGenerator(long seed) {
        this.random = new Random(seed);
    }

    private boolean maybe() {
        return random.nextInt(3) == 0;
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> Optional<T> perhaps(Supplier<T> supplier) {
        return maybe() ? Optional.of(supplier.get()) : Optional.empty();
    }

    private <T> List<T> some(int least, int most, Supplier<T> supplier) {
        List<T> list = new ArrayList<>();
        int count = least + random.nextInt(most - least + 1);
        for (int i = 0; i < count; i++) {
            list.add(supplier.get());
        }
        return list;
    }

    Query query() {
        List<Query.CommonTable> with =
                maybe() ? some(1, 2, () -> new Query.CommonTable(identifier(), rows(1), SPAN)) : List.of();
        return new Query(with, rows(3), SPAN);
    }

    private QueryExpression rows(int depth) {
        List<QueryExpression.SortKey> order = maybe() ? some(1, 3, () -> sortKey(depth)) : List.of();
        OptionalLong offset = maybe() ? OptionalLong.of(random.nextInt(100)) : OptionalLong.empty();
        return QueryExpression.of(body(depth), order, offset, SPAN);
    }

    private QueryExpression.SortKey sortKey(int depth) {
        QueryExpression.Key key = random.nextBoolean()
                ? new QueryExpression.Position(1 + random.nextInt(5))
                : new QueryExpression.Sorted(expression(depth));
        return new QueryExpression.SortKey(key, one(QueryExpression.Direction.values()), SPAN);
    }

    private QueryBody body(int depth) {
        return switch (depth <= 0 ? 0 : random.nextInt(5)) {
            case 1 -> set(depth, true);
            case 2 -> set(depth, false);
            case 3 -> QueryBody.Nested.of(rows(depth - 1), SPAN);
            default -> select(depth);
        };
    }

    private QueryBody set(int depth, boolean intersect) {
        QueryBody first = body(depth - 1);
        while (first instanceof QueryBody.SetChain chain
                && (chain.steps().get(0).operator() == SetOperator.INTERSECT) == intersect) {
            first = chain.first();
        }
        List<QueryBody.SetStep> steps = some(
                1,
                2,
                () -> new QueryBody.SetStep(
                        intersect ? SetOperator.INTERSECT : one(SetOperator.UNION, SetOperator.EXCEPT),
                        random.nextBoolean(),
                        body(depth - 1)));
        return new QueryBody.SetChain(first, steps, SPAN);
    }

    private QueryBody select(int depth) {
        return new QueryBody.Select(
                one(Quantifier.values()),
                maybe() ? OptionalLong.of(random.nextInt(1000)) : OptionalLong.empty(),
                some(1, 3, () -> item(depth)),
                some(1, 2, () -> table(depth)),
                perhaps(() -> condition(depth)),
                maybe() ? some(1, 2, () -> expression(depth)) : List.of(),
                perhaps(() -> condition(depth)),
                SPAN);
    }

    private SelectItem item(int depth) {
        return switch (random.nextInt(5)) {
            case 0 -> new SelectItem.AllColumns(SPAN);
            case 1 -> new SelectItem.AllColumnsOf(tableName(), SPAN);
            default -> new SelectItem.Item(expression(depth), perhaps(this::identifier), SPAN);
        };
    }

    private TableReference table(int depth) {
        return switch (depth <= 0 ? 0 : random.nextInt(4)) {
            case 1 -> new TableReference.DerivedTable(rows(depth - 1), identifier(), SPAN);
            case 2 -> joined(depth);
            default -> new TableReference.NamedTable(tableName(), perhaps(this::identifier), SPAN);
        };
    }

    private TableReference joined(int depth) {
        TableReference first = table(depth - 1);
        if (first instanceof TableReference.Joined joined) {
            first = joined.first();
        }
        return new TableReference.Joined(first, some(1, 2, () -> joinStep(depth - 1)), SPAN);
    }

    private TableReference.JoinStep joinStep(int depth) {
        TableReference.JoinMatch match =
                switch (random.nextInt(3)) {
                    case 0 -> new TableReference.Natural();
                    case 1 -> new TableReference.Using(some(1, 2, this::identifier));
                    default -> new TableReference.On(condition(depth));
                };
        return new TableReference.JoinStep(one(JoinType.values()), table(depth), match, SPAN);
    }

    private TableName tableName() {
        return new TableName(some(1, 3, this::identifier), SPAN);
    }

    private Identifier identifier() {
        return random.nextBoolean()
                ? Identifier.regular(one("a", "Ra", "s_ra", "type", "x1", "limit"))
                : Identifier.delimited(one("a", "select", "with space", "quo\"te", "é😀", "'", "--", "."));
    }

    Expression expression(int depth) {
        if (depth <= 0) {
            return atom();
        }
        return switch (random.nextInt(10)) {
            case 0 -> new Expression.Signed(one(Sign.values()), expression(depth - 1), SPAN);
            case 1, 2 -> chain(depth);
            case 3 -> new Expression.FunctionCall(
                    Identifier.regular(one("POINT", "abs", "ivo_x", "Coalesce", "f")),
                    some(0, 3, () -> expression(depth - 1)),
                    SPAN);
            case 4 -> new Expression.Aggregate(
                    one(AggregateFunction.values()),
                    one(Quantifier.values()),
                    Optional.of(expression(depth - 1)),
                    SPAN);
            case 5 -> cast(depth);
            case 6 -> new Expression.Case(
                    some(1, 2, () -> new Expression.When(condition(depth - 1), expression(depth - 1))),
                    perhaps(() -> expression(depth - 1)),
                    SPAN);
            case 7 -> new Expression.Switch(
                    expression(depth - 1),
                    some(1, 2, () -> new Expression.Match(expression(depth - 1), expression(depth - 1))),
                    perhaps(() -> expression(depth - 1)),
                    SPAN);
            default -> atom();
        };
    }

    private Expression cast(int depth) {
        CastTarget target = one(CastTarget.values());
        OptionalInt length =
                target.hasLength() && maybe() ? OptionalInt.of(1 + random.nextInt(99)) : OptionalInt.empty();
        return new Expression.Cast(expression(depth - 1), target, length, SPAN);
    }

    private Expression chain(int depth) {
        Rank rank = one(Rank.values());
        Expression first = expression(depth - 1);
        while (first instanceof Expression.Chain inner && inner.rank() == rank) {
            first = inner.first();
        }
        return new Expression.Chain(
                first, some(1, 3, () -> new Expression.Step(operator(rank), expression(depth - 1))), SPAN);
    }

    private Operator operator(Rank rank) {
        Operator operator = one(Operator.values());
        while (operator.rank() != rank) {
            operator = one(Operator.values());
        }
        return operator;
    }

    private Expression atom() {
        return switch (random.nextInt(6)) {
            case 0 -> new Expression.NumberLiteral(one("0", "12", "12.", "1.5", ".5", "1E-3", "2.e+4", "0x1F"), SPAN);
            case 1 -> new Expression.StringLiteral(one("", "a", "it's", "--", "\"", "é😀", "a\nb", "/*"), SPAN);
            case 2 -> new Expression.NullLiteral(SPAN);
            case 3 -> new Expression.Aggregate(AggregateFunction.COUNT, Quantifier.UNSAID, Optional.empty(), SPAN);
            default -> new Expression.ColumnReference(perhaps(this::tableName), identifier(), SPAN);
        };
    }

    Condition condition(int depth) {
        Expression left = expression(depth - 1);
        return switch (random.nextInt(depth <= 0 ? 6 : 10)) {
            case 0 -> new Condition.Comparison(one(Comparator.values()), left, expression(depth - 1), SPAN);
            case 1 -> new Condition.Between(
                    left, random.nextBoolean(), expression(depth - 1), expression(depth - 1), SPAN);
            case 2 -> new Condition.InList(left, random.nextBoolean(), some(1, 3, () -> expression(depth - 1)), SPAN);
            case 3 -> new Condition.Like(left, random.nextBoolean(), random.nextBoolean(), expression(depth - 1), SPAN);
            case 4, 5 -> new Condition.NullTest(left, random.nextBoolean(), SPAN);
            case 6 -> new Condition.InQuery(left, random.nextBoolean(), rows(depth - 1), SPAN);
            case 7 -> random.nextBoolean()
                    ? new Condition.Exists(rows(depth - 1), SPAN)
                    : new Condition.Not(condition(depth - 1), SPAN);
            case 8 -> new Condition.And(some(2, 3, () -> member(depth - 1, Condition.And.class)), SPAN);
            default -> new Condition.Or(some(2, 3, () -> member(depth - 1, Condition.Or.class)), SPAN);
        };
    }

    /** A part of a chain is no chain of the same kind. */
    private Condition member(int depth, Class<? extends Condition> kind) {
        Condition condition = condition(depth);
        while (kind.isInstance(condition)) {
            condition = condition(depth);
        }
        return condition;
    }
}
