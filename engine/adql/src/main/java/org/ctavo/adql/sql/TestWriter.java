package org.ctavo.adql.sql;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import org.ctavo.adql.checked.Test;
import org.ctavo.adql.checked.Value;
import org.ctavo.adql.tree.Comparator;
import org.ctavo.adql.type.AdqlType;
import org.ctavo.spi.FunctionDeclaration;
import org.ctavo.spi.SqlForm;

/**
 * Conditions. NOT is carried inwards, so that a condition shows its index in every spelling: {@code NOT a > b} is
 * {@code a <= b} in the logic of three values too.
 */
final class TestWriter {
    private final SqlWriter writer;

    TestWriter(SqlWriter writer) {
        this.writer = writer;
    }

    String sql(Test test) {
        return sql(test, true, true);
    }

    /**
     * A condition or its opposite.
     *
     * @param alone whether it must hold for the whole to hold; otherwise it is one of several of which any may
     */
    private String sql(Test test, boolean holds, boolean alone) {
        if (test instanceof Test.And and) {
            return joined(and.tests(), holds, holds, alone);
        }
        if (test instanceof Test.Or or) {
            return joined(or.tests(), !holds, holds, alone);
        }
        if (test instanceof Test.Not not) {
            return sql(not.test(), !holds, alone);
        }
        if (test instanceof Test.Comparison comparison) {
            Comparator comparator = holds ? comparison.comparator() : opposite(comparison.comparator());
            return comparison(comparator, comparison.left(), comparison.right(), alone);
        }
        if (test instanceof Test.Between between) {
            return between(between, holds != between.negated(), alone);
        }
        if (test instanceof Test.InList in) {
            return inList(in, holds != in.negated(), alone);
        }
        if (test instanceof Test.InQuery in) {
            AdqlType type = in.rows().outputs().get(0).type();
            return "(" + operand(in.operand(), type) + (holds != in.negated() ? " IN (" : " NOT IN (")
                    + writer.rows().subquery(in.rows()) + "))";
        }
        if (test instanceof Test.Like like) {
            return like(like, holds != like.negated());
        }
        if (test instanceof Test.NullTest isNull) {
            return "(" + writer.values().sql(isNull.operand())
                    + (holds != isNull.negated() ? " IS NULL)" : " IS NOT NULL)");
        }
        Test.Exists exists = (Test.Exists) test;
        return (holds ? "(EXISTS (" : "(NOT EXISTS (") + writer.rows().subquery(exists.rows()) + "))";
    }

    private String joined(List<Test> tests, boolean all, boolean holds, boolean alone) {
        return tests.stream()
                .map(test -> sql(test, holds, all && alone))
                .collect(Collectors.joining(all ? " AND " : " OR ", "(", ")"));
    }

    private static Comparator opposite(Comparator comparator) {
        return switch (comparator) {
            case EQUAL -> Comparator.NOT_EQUAL;
            case NOT_EQUAL -> Comparator.EQUAL;
            case LESS -> Comparator.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> Comparator.GREATER;
            case GREATER -> Comparator.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> Comparator.LESS;
        };
    }

    /** That two values are equal. */
    String equal(Value left, Value right) {
        return comparison(Comparator.EQUAL, left, right, true);
    }

    private String comparison(Comparator comparator, Value left, Value right, boolean alone) {
        return verdict(comparator, left, right, alone)
                .or(() -> verdict(comparator.mirrored(), right, left, alone))
                .or(() -> writer.regions().distance(comparator, left, right))
                .or(() -> writer.regions().distance(comparator.mirrored(), right, left))
                .or(() -> inUnit(comparator, left, right))
                .or(() -> inUnit(comparator.mirrored(), right, left))
                .or(() -> whole(comparator, left, right))
                .or(() -> whole(comparator.mirrored(), right, left))
                .orElseGet(() -> plain(comparator, left, right));
    }

    /** What is 1 or 0 compared to a constant: a condition or its opposite. */
    private Optional<String> verdict(Comparator comparator, Value left, Value right, boolean alone) {
        OptionalDouble constant = Constants.number(right);
        if (constant.isEmpty()) {
            return Optional.empty();
        }
        boolean one = holds(1, comparator, constant.getAsDouble());
        boolean zero = holds(0, comparator, constant.getAsDouble());
        if (one == zero) {
            return Optional.empty();
        }
        return one ? condition(left, alone) : condition(left, true).map(condition -> "(NOT " + condition + ")");
    }

    private static boolean holds(double left, Comparator comparator, double right) {
        int order = Double.compare(left, right);
        return switch (comparator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    /** The condition that a value of 1 stands for, if it has one. */
    private Optional<String> condition(Value value, boolean alone) {
        if (value instanceof Value.Call call) {
            return switch (call.function()) {
                case CONTAINS -> Optional.of(writer.regions().contains(call));
                case INTERSECTS -> Optional.of(writer.regions().intersects(call));
                default -> Optional.empty();
            };
        }
        if (value instanceof Value.DeclaredCall call) {
            FunctionDeclaration declaration = call.function().declaration();
            return (alone ? Optional.<SqlForm>empty() : declaration.alternative())
                    .or(declaration::condition)
                    .map(form -> writer.calls().sql(call, form));
        }
        return Optional.empty();
    }

    /** A whole number against a constant with a fraction: the column is left alone, for the sake of its index. */
    private Optional<String> whole(Comparator comparator, Value left, Value right) {
        OptionalDouble constant = Constants.number(right);
        if (!left.type().isInteger() || !(right.type() == AdqlType.DOUBLE) || constant.isEmpty()) {
            return Optional.empty();
        }
        double value = constant.getAsDouble();
        if (Math.abs(value) > 1e15 || comparator == Comparator.EQUAL || comparator == Comparator.NOT_EQUAL) {
            return Math.rint(value) == value && Math.abs(value) < 1e15
                    ? Optional.of(against(left, comparator, (long) value))
                    : Optional.empty();
        }
        boolean up = comparator == Comparator.GREATER_OR_EQUAL || comparator == Comparator.LESS;
        return Optional.of(against(left, comparator, (long) (up ? Math.ceil(value) : Math.floor(value))));
    }

    /** A column in another unit against a constant: before it a wider range of the column itself, for its index. */
    private Optional<String> inUnit(Comparator comparator, Value left, Value right) {
        OptionalDouble constant = Constants.number(right);
        if (!(left instanceof Value.InUnit unit) || constant.isEmpty() || comparator == Comparator.NOT_EQUAL) {
            return Optional.empty();
        }
        String column = writer.values().sql(unit.operand());
        double limit = constant.getAsDouble() / unit.factor();
        double slack = Math.abs(limit) * 1e-14;
        boolean upper = comparator != Comparator.GREATER && comparator != Comparator.GREATER_OR_EQUAL;
        boolean lower = comparator != Comparator.LESS && comparator != Comparator.LESS_OR_EQUAL;
        return Optional.of("("
                + (upper ? column + " <= " + SqlText.number(limit + slack) + " AND " : "")
                + (lower ? column + " >= " + SqlText.number(limit - slack) + " AND " : "")
                + plain(comparator, left, right)
                + ")");
    }

    private String against(Value left, Comparator comparator, long constant) {
        AdqlType type = (int) constant == constant ? AdqlType.INTEGER : AdqlType.BIGINT;
        return "(" + writer.values().sql(left) + " " + comparator.symbol() + " " + SqlText.number(constant, type) + ")";
    }

    private String plain(Comparator comparator, Value left, Value right) {
        return "(" + operand(left, right.type()) + " " + comparator.symbol() + " " + operand(right, left.type()) + ")";
    }

    /** A value to be compared to one of another type. Columns are left as they are where PostgreSQL can compare. */
    private String operand(Value value, AdqlType other) {
        AdqlType type = value.type();
        if (type.isWild() || other == AdqlType.TIMESTAMP) {
            return writer.values().as(value, other);
        }
        if (type == AdqlType.BOOLEAN && other.isNumeric()) {
            return SqlText.cast(writer.values().sql(value), AdqlType.INTEGER);
        }
        if (other == AdqlType.BOOLEAN && type.isText()) {
            return SqlText.cast(writer.values().sql(value), AdqlType.BOOLEAN);
        }
        if (value instanceof Value.Constant && other == AdqlType.DOUBLE) {
            return writer.values().as(value, AdqlType.DOUBLE);
        }
        return writer.values().sql(value);
    }

    private String between(Test.Between between, boolean inside, boolean alone) {
        Comparator low = inside ? Comparator.GREATER_OR_EQUAL : Comparator.LESS;
        Comparator high = inside ? Comparator.LESS_OR_EQUAL : Comparator.GREATER;
        return "(" + comparison(low, between.operand(), between.low(), alone && inside) + (inside ? " AND " : " OR ")
                + comparison(high, between.operand(), between.high(), alone && inside) + ")";
    }

    private String inList(Test.InList in, boolean inside, boolean alone) {
        if (in.members().size() == 1) {
            return comparison(
                    inside ? Comparator.EQUAL : Comparator.NOT_EQUAL,
                    in.operand(),
                    in.members().get(0),
                    alone);
        }
        AdqlType type = in.members().stream()
                .map(Value::type)
                .reduce((a, b) -> AdqlType.common(a, b).orElse(a))
                .orElseThrow();
        return "(" + operand(in.operand(), type) + (inside ? " IN (" : " NOT IN (")
                + in.members().stream()
                        .map(member -> operand(
                                member,
                                in.operand().type().isWild()
                                        ? type
                                        : in.operand().type()))
                        .collect(Collectors.joining(", "))
                + "))";
    }

    /** In PostgreSQL a backslash escapes; in ADQL it is a character like any other. */
    private String like(Test.Like like, boolean matches) {
        String operator = (matches ? " " : " NOT ") + (like.ignoringCase() ? "ILIKE " : "LIKE ");
        String pattern = like.pattern() instanceof Value.Text text
                ? SqlText.string(text.value().replace("\\", "\\\\"))
                : writer.values().as(like.pattern(), AdqlType.STRING) + " ESCAPE ''";
        return "(" + writer.values().as(like.operand(), AdqlType.STRING) + operator + pattern + ")";
    }
}
