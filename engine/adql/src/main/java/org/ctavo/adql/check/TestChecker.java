package org.ctavo.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ctavo.adql.checked.Rows;
import org.ctavo.adql.checked.Test;
import org.ctavo.adql.checked.Value;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.tree.Condition;
import org.ctavo.adql.tree.Expression;
import org.ctavo.adql.tree.QueryExpression;
import org.ctavo.adql.tree.Span;
import org.ctavo.adql.type.AdqlType;

/** Checks the conditions of one place in a query. */
final class TestChecker {
    private final Context context;
    private final QueryChecker queries;
    private final ValueChecker values;
    private final Scope scope;

    TestChecker(Context context, QueryChecker queries, ValueChecker values, Scope scope) {
        this.context = context;
        this.queries = queries;
        this.values = values;
        this.scope = scope;
    }

    Test test(Condition condition) {
        if (condition instanceof Condition.And and) {
            return new Test.And(tests(and.conditions()));
        }
        if (condition instanceof Condition.Or or) {
            return new Test.Or(tests(or.conditions()));
        }
        if (condition instanceof Condition.Not not) {
            return new Test.Not(test(not.condition()));
        }
        if (condition instanceof Condition.Comparison comparison) {
            return comparison(comparison);
        }
        if (condition instanceof Condition.Between between) {
            return between(between);
        }
        if (condition instanceof Condition.InList in) {
            return inList(in);
        }
        if (condition instanceof Condition.InQuery in) {
            return inQuery(in);
        }
        if (condition instanceof Condition.Like like) {
            return new Test.Like(string(like.operand()), like.negated(), like.ignoringCase(), string(like.pattern()));
        }
        if (condition instanceof Condition.NullTest isNull) {
            return new Test.NullTest(values.value(isNull.operand()), isNull.negated());
        }
        Condition.Exists exists = (Condition.Exists) condition;
        return new Test.Exists(rows(exists.query()));
    }

    private List<Test> tests(List<Condition> conditions) {
        List<Test> tests = new ArrayList<>(conditions.size());
        conditions.forEach(condition -> tests.add(test(condition)));
        return tests;
    }

    private Rows rows(QueryExpression query) {
        return queries.rows(query, Optional.of(scope)).rows();
    }

    private Test comparison(Condition.Comparison comparison) {
        Value left = values.value(comparison.left());
        Value right = values.value(comparison.right());
        if (!context.knowsTables()) {
            return new Test.Comparison(comparison.comparator(), left, right);
        }
        Span a = comparison.left().span();
        Span b = comparison.right().span();
        Value first = fitted(left, right.type(), a);
        Value second = fitted(right, left.type(), b);
        if (agree(first, a, second, b) && comparison.comparator().isOrder()) {
            ordered(first, a);
        }
        return new Test.Comparison(comparison.comparator(), first, second);
    }

    private Test between(Condition.Between between) {
        Value operand = values.value(between.operand());
        Span place = between.operand().span();
        Value low = comparable(operand, place, between.low(), between.low().span());
        Value high = comparable(operand, place, between.high(), between.high().span());
        if (context.knowsTables()) {
            ordered(operand, place);
        }
        return new Test.Between(operand, between.negated(), low, high);
    }

    private Test inList(Condition.InList in) {
        Value operand = values.value(in.operand());
        List<Value> members = new ArrayList<>(in.members().size());
        for (Expression member : in.members()) {
            members.add(comparable(operand, in.operand().span(), member, member.span()));
        }
        return new Test.InList(operand, in.negated(), members);
    }

    private Test inQuery(Condition.InQuery in) {
        Value operand = values.value(in.operand());
        Rows rows = rows(in.query());
        if (context.knowsTables()) {
            int columns = rows.outputs().size();
            AdqlType type = rows.outputs().get(0).type();
            if (columns != 1 && type != AdqlType.UNKNOWN) {
                context.fault(
                        AdqlCode.COLUMN_COUNT,
                        in.query().span(),
                        "the query after IN has " + columns + " columns",
                        "select one");
            } else if (AdqlType.common(operand.type(), type).isEmpty()) {
                context.fault(
                        AdqlCode.WRONG_TYPE,
                        in.operand().span(),
                        "`" + context.shown(in.operand().span()) + "` is "
                                + operand.type().noun() + ", but the query after IN selects " + type.noun());
            }
        }
        return new Test.InQuery(operand, in.negated(), rows);
    }

    /** Another value that is compared with one for equality. */
    Value comparable(Value operand, Span place, Expression other, Span otherPlace) {
        Value value = values.value(other);
        if (!context.knowsTables()) {
            return value;
        }
        Value fitted = fitted(value, operand.type(), otherPlace);
        agree(operand, place, fitted, otherPlace);
        return fitted;
    }

    /** A string that is compared with a timestamp is one; a truth value that is compared with a number is 0 or 1. */
    private Value fitted(Value value, AdqlType other, Span span) {
        if (value instanceof Value.Text text && other == AdqlType.TIMESTAMP) {
            return Timestamps.of(text, span, context);
        }
        if (value.type() == AdqlType.BOOLEAN && other.isNumeric()) {
            return Casts.toInteger(value, span);
        }
        return value;
    }

    private boolean agree(Value left, Span a, Value right, Span b) {
        boolean leftComparable = kind(left, a);
        boolean comparable = kind(right, b) && leftComparable;
        if (!comparable) {
            return false;
        }
        if (AdqlType.common(left.type(), right.type()).isPresent()) {
            return true;
        }
        context.fault(
                AdqlCode.WRONG_TYPE,
                a.to(b),
                "`" + context.shown(a) + "` is " + left.type().noun() + ", but `" + context.shown(b) + "` is "
                        + right.type().noun(),
                remedy(left, right));
        return false;
    }

    private boolean kind(Value value, Span span) {
        if (Types.isComparable(value.type())) {
            return true;
        }
        context.fault(
                AdqlCode.WRONG_TYPE,
                span,
                "`" + context.shown(span) + "` is " + value.type().noun() + ", which cannot be compared");
        return false;
    }

    private static String remedy(Value left, Value right) {
        if (left.type() == AdqlType.TIMESTAMP || right.type() == AdqlType.TIMESTAMP) {
            return left.type() == AdqlType.STRING || right.type() == AdqlType.STRING
                    ? "write CAST(… AS TIMESTAMP)"
                    : "a timestamp is written '2026-01-31T12:00:00'";
        }
        if (left instanceof Value.Constant || right instanceof Value.Constant) {
            return left.type().isText() || right.type().isText() ? "write strings between apostrophes" : "";
        }
        if ((left instanceof Value.Text && right.type().isNumeric())
                || (right instanceof Value.Text && left.type().isNumeric())) {
            return "write numbers without apostrophes";
        }
        if (left.type().isGeometry() || right.type().isGeometry()) {
            return "geometries are compared by CONTAINS, INTERSECTS and DISTANCE";
        }
        return "convert one of them by CAST";
    }

    private void ordered(Value value, Span span) {
        if (!Types.isOrdered(value.type())) {
            context.fault(
                    AdqlCode.WRONG_TYPE,
                    span,
                    "`" + context.shown(span) + "` is " + value.type().noun()
                            + ", which is neither smaller nor larger than another");
        }
    }

    private Value string(Expression expression) {
        Value value = values.value(expression);
        if (!value.type().isText() && !value.type().isWild()) {
            context.fault(
                    AdqlCode.WRONG_TYPE,
                    expression.span(),
                    "LIKE compares strings, but `" + context.shown(expression.span()) + "` is "
                            + value.type().noun(),
                    value.type().isNumeric() ? "write CAST(… AS VARCHAR)" : "");
        }
        return value;
    }
}
