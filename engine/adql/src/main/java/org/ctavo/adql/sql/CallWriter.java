package org.ctavo.adql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import org.ctavo.adql.checked.Value;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.function.ParameterType;
import org.ctavo.adql.function.Signature;
import org.ctavo.adql.type.AdqlType;
import org.ctavo.spi.SqlArgument;
import org.ctavo.spi.SqlForm;

/** Calls of functions. */
final class CallWriter {
    private final SqlWriter writer;

    CallWriter(SqlWriter writer) {
        this.writer = writer;
    }

    String sql(Value.Call call) {
        return switch (call.function()) {
            case AREA,
                    BOX,
                    CENTROID,
                    CIRCLE,
                    CONTAINS,
                    COORD1,
                    COORD2,
                    COORDSYS,
                    DISTANCE,
                    INTERSECTS,
                    POINT,
                    POLYGON,
                    REGION -> writer.geometry().sql(call);
            case COALESCE -> writer.values().call("COALESCE", call.arguments(), call.type());
            case NULLIF -> nullIf(call);
            case LOWER -> text("pg_catalog.lower", call);
            case UPPER -> text("pg_catalog.upper", call);
            default -> mathematical(call);
        };
    }

    private String text(String function, Value.Call call) {
        return writer.values().call(function, call.arguments(), AdqlType.STRING);
    }

    private String nullIf(Value.Call call) {
        Value first = call.arguments().get(0);
        return "(CASE WHEN " + writer.tests().equal(first, call.arguments().get(1)) + " THEN NULL ELSE "
                + writer.values().as(first, call.type()) + " END)";
    }

    private String mathematical(Value.Call call) {
        String result = isInteger(call) ? ofIntegers(call) : ofDoubles(call);
        AdqlType given = isInteger(call) ? widest(call) : AdqlType.DOUBLE;
        return given == call.type() || call.type().isWild() ? result : SqlText.cast(result, call.type());
    }

    /** Whole numbers stay exact where the function allows. */
    private static boolean isInteger(Value.Call call) {
        return switch (call.function()) {
            case ABS, MOD, FLOOR, CEILING -> call.arguments().stream()
                    .allMatch(argument -> argument.type().isInteger());
            default -> false;
        };
    }

    private static AdqlType widest(Value.Call call) {
        return call.arguments().stream()
                .map(Value::type)
                .reduce(AdqlType::wider)
                .orElseThrow();
    }

    private String ofIntegers(Value.Call call) {
        AdqlType type = widest(call);
        return switch (call.function()) {
            case ABS -> writer.values().call("pg_catalog.abs", call.arguments(), type);
            case MOD -> writer.values().call("pg_catalog.mod", call.arguments(), type);
            default -> writer.values().as(call.arguments().get(0), type);
        };
    }

    private String ofDoubles(Value.Call call) {
        return switch (call.function()) {
            case ABS,
                    ACOS,
                    ASIN,
                    ATAN,
                    ATAN2,
                    COS,
                    COT,
                    DEGREES,
                    EXP,
                    FLOOR,
                    LOG10,
                    POWER,
                    RADIANS,
                    SIN,
                    SQRT,
                    TAN -> doubles("pg_catalog." + call.function().name().toLowerCase(Locale.ROOT), call);
            case LOG -> doubles("pg_catalog.ln", call);
            case PI -> "pg_catalog.pi()";
            case MOD -> doubles("udf.mod", call);
                // Adding 0 makes 0 of -0.
            case CEILING -> "(" + doubles("pg_catalog.ceil", call) + " + 0)";
            case RAND -> "pg_catalog.random()";
            case ROUND -> places("udf.round", call);
            case TRUNCATE -> call.arguments().size() == 1
                    ? "(" + doubles("pg_catalog.trunc", call) + " + 0)"
                    : places("udf.truncate", call);
            default -> throw new IllegalStateException(call.function().name());
        };
    }

    private String doubles(String function, Value.Call call) {
        return writer.values().call(function, call.arguments(), AdqlType.DOUBLE);
    }

    private String places(String function, Value.Call call) {
        String places = call.arguments().size() == 1
                ? "0"
                : writer.values().as(call.arguments().get(1), AdqlType.INTEGER);
        return function + "(" + writer.values().as(call.arguments().get(0), AdqlType.DOUBLE) + ", " + places + ")";
    }

    /** A user-defined function in one of its forms. */
    String sql(Value.DeclaredCall call, SqlForm form) {
        List<Signature.Parameter> parameters = call.function().signature().parameters();
        List<SqlArgument> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Value value = call.arguments().get(i);
            arguments.add(new SqlArgument(argument(value, parameters.get(i).type()), literal(value)));
        }
        try {
            return "(" + form.sql(List.copyOf(arguments)) + ")";
        } catch (IllegalArgumentException e) {
            writer.faults()
                    .add(
                            AdqlCode.WRONG_ARGUMENTS,
                            call.span(),
                            call.function().signature().name() + ": " + e.getMessage());
            return "NULL";
        }
    }

    private String argument(Value value, ParameterType parameter) {
        return parameter.family() == ParameterType.Family.NUMERIC
                ? writer.values().as(value, AdqlType.DOUBLE)
                : writer.values().as(value, parameter.type());
    }

    private static Optional<Object> literal(Value value) {
        if (value instanceof Value.Text text) {
            return Optional.of(text.value());
        }
        if (value instanceof Value.Constant constant) {
            return Optional.of(constant.value());
        }
        OptionalDouble number = Constants.number(value);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        double constant = number.getAsDouble();
        return Optional.of(value.type().isInteger() ? (Object) (long) constant : (Object) constant);
    }
}
