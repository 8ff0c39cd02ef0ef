package org.ctavo.adql.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ctavo.adql.checked.Value;
import org.ctavo.adql.tree.AggregateFunction;
import org.ctavo.adql.tree.Operator;
import org.ctavo.adql.type.AdqlType;

/** Values. What it returns can stand anywhere an operand can, and is of the value's type as PostgreSQL sees it. */
final class ValueWriter {
    private final SqlWriter writer;

    ValueWriter(SqlWriter writer) {
        this.writer = writer;
    }

    String sql(Value value) {
        if (value instanceof Value.Column column) {
            return RowsWriter.alias(column.table()) + "." + SqlText.name(column.name());
        }
        if (value instanceof Value.Constant constant) {
            return SqlText.number(constant.value(), constant.type());
        }
        if (value instanceof Value.Text text) {
            return SqlText.string(text.value()) + SqlText.cast(SqlText.pgType(text.type()));
        }
        if (value instanceof Value.Null none) {
            return none(none.type());
        }
        if (value instanceof Value.Merged merged) {
            return call("COALESCE", merged.columns(), merged.type());
        }
        if (value instanceof Value.Signed signed) {
            return signed.type().isWild()
                    ? none(signed.type())
                    : "(" + signed.sign().symbol() + " " + as(signed.operand(), signed.type()) + ")";
        }
        if (value instanceof Value.Chain chain) {
            return chain(chain);
        }
        if (value instanceof Value.Call call) {
            return writer.calls().sql(call);
        }
        if (value instanceof Value.DeclaredCall call) {
            return SqlText.cast(
                    writer.calls().sql(call, call.function().declaration().value()), call.type());
        }
        if (value instanceof Value.Aggregate aggregate) {
            return aggregate(aggregate);
        }
        if (value instanceof Value.Cast cast) {
            return cast(cast);
        }
        if (value instanceof Value.InUnit unit) {
            return "(" + as(unit.operand(), AdqlType.DOUBLE) + scale(unit.factor()) + ")";
        }
        if (value instanceof Value.Case cases) {
            return cases.whens().stream()
                            .map(when -> "WHEN " + writer.tests().sql(when.test()) + " THEN "
                                    + as(when.value(), cases.type()))
                            .collect(Collectors.joining(" ", "(CASE ", ""))
                    + otherwise(cases.otherwise(), cases.type());
        }
        Value.Switch choice = (Value.Switch) value;
        return choice.matches().stream()
                        .map(match -> "WHEN "
                                + writer.tests().equal(choice.operand(), match.key()) + " THEN "
                                + as(match.value(), choice.type()))
                        .collect(Collectors.joining(" ", "(CASE ", ""))
                + otherwise(choice.otherwise(), choice.type());
    }

    private String otherwise(Optional<Value> value, AdqlType type) {
        return value.map(v -> " ELSE " + as(v, type)).orElse("") + " END)";
    }

    /** A value as one of another type; NULL is of any. */
    String as(Value value, AdqlType type) {
        if (value.type() == type || type.isWild()) {
            return sql(value);
        }
        if (value.type().isWild()) {
            return none(type);
        }
        if (value instanceof Value.Constant constant && type == AdqlType.DOUBLE) {
            return SqlText.number(constant.value().doubleValue());
        }
        if ((value.type().isGeometry() && type.isGeometry()) || (value.type().isText() && type == AdqlType.CLOB)) {
            return sql(value);
        }
        if (type == AdqlType.TIMESTAMP) {
            return "udf.timestamp(" + sql(value) + ")";
        }
        return SqlText.cast(sql(value), type);
    }

    /** A call with all arguments of one type. */
    String call(String function, List<Value> arguments, AdqlType type) {
        return arguments.stream().map(v -> as(v, type)).collect(Collectors.joining(", ", function + "(", ")"));
    }

    private static String none(AdqlType type) {
        return "NULL" + SqlText.cast(SqlText.pgType(type));
    }

    private String chain(Value.Chain chain) {
        if (chain.steps().stream().anyMatch(step -> step.type().isWild())) {
            return none(chain.type());
        }
        AdqlType first = chain.steps().get(0).type();
        StringBuilder sql = new StringBuilder("(").append(as(chain.first(), first));
        for (Value.Step step : chain.steps()) {
            sql.append(' ')
                    // In PostgreSQL ^ is a power.
                    .append(
                            step.operator() == Operator.BIT_XOR
                                    ? "#"
                                    : step.operator().symbol())
                    .append(' ')
                    .append(as(step.operand(), step.type()));
        }
        return sql.append(')').toString();
    }

    /** Times a factor; rather a division where that is exact. */
    private static String scale(double factor) {
        double inverse = 1 / factor;
        boolean exact = factor < 1 && Math.abs(inverse - Math.rint(inverse)) < 1e-12 * inverse;
        return exact ? " / " + SqlText.number(Math.rint(inverse)) : " * " + SqlText.number(factor);
    }

    private String aggregate(Value.Aggregate aggregate) {
        if (aggregate.argument().isEmpty()) {
            return SqlText.cast("pg_catalog.count(*)", aggregate.type());
        }
        Value argument = aggregate.argument().get();
        boolean average =
                aggregate.function() == AggregateFunction.AVG || aggregate.function() == AggregateFunction.SUM;
        // Sums of many single-precision numbers lose their digits.
        boolean widened = argument.type() == AdqlType.REAL || argument.type().isWild();
        String operand = average && widened ? as(argument, AdqlType.DOUBLE) : sql(argument);
        return SqlText.cast(
                "pg_catalog." + aggregate.function().name().toLowerCase(Locale.ROOT) + "("
                        + (aggregate.distinct() ? "DISTINCT " : "") + operand + ")",
                aggregate.type());
    }

    private String cast(Value.Cast cast) {
        AdqlType from = cast.operand().type();
        String operand = sql(cast.operand());
        return switch (cast.target()) {
            case CHAR, VARCHAR -> {
                String text = from == AdqlType.TIMESTAMP
                        ? "udf.text(" + operand + ")"
                        : from.isGeometry() ? "sphere.dali(" + operand + ")" : SqlText.cast(operand, AdqlType.STRING);
                yield cast.length().isPresent()
                        ? "pg_catalog.left(" + text + ", " + cast.length().getAsInt() + ")"
                        : text;
            }
            case POINT, CIRCLE, POLYGON -> from.isText()
                    ? "sphere.region(" + operand + ", '" + cast.target().name().toLowerCase(Locale.ROOT) + "')"
                    : as(cast.operand(), cast.type());
            case TIMESTAMP -> as(cast.operand(), AdqlType.TIMESTAMP);
            case SMALLINT, INTEGER, BIGINT, REAL, DOUBLE_PRECISION ->
            // PostgreSQL makes a truth value an int4 only.
            SqlText.cast(from == AdqlType.BOOLEAN ? SqlText.cast(operand, AdqlType.INTEGER) : operand, cast.type());
        };
    }
}
