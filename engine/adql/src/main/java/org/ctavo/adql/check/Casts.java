package org.ctavo.adql.check;

import java.util.OptionalInt;
import java.util.regex.Pattern;

import org.ctavo.adql.checked.Value;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.tree.CastTarget;
import org.ctavo.adql.tree.Expression;
import org.ctavo.adql.tree.Span;
import org.ctavo.adql.type.AdqlType;

/**
 * Which casts there are (ADQL 2.1, section 4.7): numbers to numbers, strings to anything, anything plain to strings.
 *
 * @param context of the query
 */
record Casts(Context context) {
    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*");
    private static final Pattern INTEGER = Pattern.compile("\\s*[+-]?\\d+\\s*");

    /** A truth value as 0 or 1. */
    static Value toInteger(Value truth, Span span) {
        return new Value.Cast(truth, CastTarget.INTEGER, OptionalInt.empty(), AdqlType.INTEGER, span);
    }

    Value cast(Expression.Cast cast, Value operand) {
        AdqlType target = type(cast.target());
        Span place = cast.operand().span();
        if (!exists(operand.type(), target)) {
            context.fault(
                    AdqlCode.WRONG_TYPE,
                    place,
                    "`" + context.shown(place) + "` is " + operand.type().noun() + ", which cannot become "
                            + cast.target().written());
            return new Value.Null(AdqlType.UNKNOWN);
        }
        if (operand instanceof Value.Text text) {
            return literal(cast, text, target);
        }
        return new Value.Cast(operand, cast.target(), cast.length(), target, cast.span());
    }

    static AdqlType type(CastTarget target) {
        return switch (target) {
            case SMALLINT -> AdqlType.SMALLINT;
            case INTEGER -> AdqlType.INTEGER;
            case BIGINT -> AdqlType.BIGINT;
            case REAL -> AdqlType.REAL;
            case DOUBLE_PRECISION -> AdqlType.DOUBLE;
            case CHAR, VARCHAR -> AdqlType.STRING;
            case TIMESTAMP -> AdqlType.TIMESTAMP;
            case POINT -> AdqlType.POINT;
            case CIRCLE -> AdqlType.CIRCLE;
            case POLYGON -> AdqlType.POLYGON;
        };
    }

    private static boolean exists(AdqlType from, AdqlType to) {
        if (from.isWild() || from == to || from == AdqlType.STRING) {
            return true;
        }
        if (from.isNumeric() || from == AdqlType.BOOLEAN) {
            return to.isNumeric() || to == AdqlType.STRING;
        }
        return (from == AdqlType.TIMESTAMP || from == AdqlType.CLOB) && to == AdqlType.STRING;
    }

    private Value literal(Expression.Cast cast, Value.Text text, AdqlType target) {
        Span place = cast.operand().span();
        if (target == AdqlType.TIMESTAMP) {
            return Timestamps.of(text, place, context);
        }
        boolean fits = true;
        String wanted = "";
        if (target.isNumeric()) {
            fits = (target.isInteger() ? INTEGER : NUMBER).matcher(text.value()).matches();
            wanted = target.isInteger() ? "it must hold a whole number" : "it must hold a number";
        } else if (target.isGeometry()) {
            String[] parts = text.value().strip().split("\\s+", -1);
            boolean numbers = NUMBER.matcher(parts[0]).matches();
            for (String part : parts) {
                numbers &= NUMBER.matcher(part).matches();
            }
            fits = numbers
                    && switch (target) {
                        case POINT -> parts.length == 2;
                        case CIRCLE -> parts.length == 3;
                        default -> parts.length >= 6 && parts.length % 2 == 0;
                    };
            wanted = switch (target) {
                case POINT -> "a point is written '83.6 22.0'";
                case CIRCLE -> "a circle is written '83.6 22.0 0.5'";
                default -> "a polygon is written '1 0 2 0 2 1'";
            };
        }
        if (!fits) {
            context.fault(
                    AdqlCode.WRONG_TYPE,
                    place,
                    "`" + context.shown(place) + "` cannot become "
                            + cast.target().written(),
                    wanted);
            return new Value.Null(AdqlType.UNKNOWN);
        }
        return new Value.Cast(text, cast.target(), cast.length(), target, cast.span());
    }
}
