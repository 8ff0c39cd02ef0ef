package org.ctavo.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.ctavo.adql.checked.Value;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.function.StandardFunction;
import org.ctavo.adql.tree.Expression;
import org.ctavo.adql.tree.Expression.FunctionCall;
import org.ctavo.adql.tree.Span;
import org.ctavo.adql.type.AdqlType;

/**
 * Checks calls of geometry functions and brings their alternative forms to one (ADQL 2.1, section 4.2): coordinate
 * systems go, pairs of coordinates become points.
 */
final class GeometryForms {
    /** Coordinate systems that are those of all positions here, to a fraction of an arc second. */
    private static final Set<String> OWN_FRAME = Set.of("", "ICRS", "FK5", "J2000", "UNKNOWNFRAME");

    private final Context context;

    GeometryForms(Context context) {
        this.context = context;
    }

    /** A call in checking. */
    private record Given(FunctionCall call, StandardFunction function, List<Value> values, List<Expression> places) {

        Given without(int count) {
            return new Given(
                    call, function, values.subList(count, values.size()), places.subList(count, places.size()));
        }

        int size() {
            return values.size();
        }

        AdqlType type(int index) {
            return values.get(index).type();
        }
    }

    Value call(FunctionCall call, StandardFunction function, List<Value> arguments) {
        Given given = new Given(call, function, arguments, call.arguments());
        return switch (function) {
            case POINT -> point(given);
            case CIRCLE -> centred(given, 1);
            case BOX -> centred(given, 2);
            case POLYGON -> polygon(given);
            case DISTANCE -> distance(given);
            case REGION -> region(given);
            case COORD1, COORD2 -> made(given, geometry(given, 0, true));
            case CONTAINS, INTERSECTS -> made(given, all(geometry(given, 0, false), geometry(given, 1, false)));
            default -> made(given, geometry(given, 0, false));
        };
    }

    private Value made(Given given, boolean right) {
        return right ? made(given, given.values()) : failed();
    }

    private Value made(Given given, List<Value> arguments) {
        return new Value.Call(
                given.function(),
                arguments,
                given.function().result(),
                given.call().span());
    }

    private static Value failed() {
        return new Value.Null(AdqlType.UNKNOWN);
    }

    /** Whether all of them hold; each has told of its own faults. */
    private static boolean all(boolean first, boolean second) {
        return first && second;
    }

    private Value wrong(Given given, String message) {
        context.fault(
                AdqlCode.WRONG_ARGUMENTS,
                given.call().span(),
                message,
                "write " + given.function().usage());
        return failed();
    }

    /** Leaves out a coordinate system at the start, if there is one. */
    private Given coordinates(Given given, boolean nullToo) {
        Expression first = given.places().get(0);
        if (first instanceof Expression.StringLiteral frame) {
            String name = frame.value().strip().toUpperCase(Locale.ROOT);
            String base = name.contains(" ") ? name.substring(0, name.indexOf(' ')) : name;
            if (context.knowsTables() && !OWN_FRAME.contains(base)) {
                context.fault(
                        AdqlCode.NOT_ADQL,
                        frame.span(),
                        "positions in the coordinate system " + context.shown(frame.span()) + " are not understood",
                        "all positions here are ICRS; leave the coordinate system out");
            }
            return given.without(1);
        }
        return nullToo && first instanceof Expression.NullLiteral ? given.without(1) : given;
    }

    private Value point(Given given) {
        Given numbers = coordinates(given, given.size() == 3);
        if (numbers.size() != 2) {
            return wrong(given, "POINT takes two coordinates");
        }
        return numbers(numbers, 0) ? made(given, numbers.values()) : failed();
    }

    /** A shape around a centre, given as a point or as two coordinates. */
    private Value centred(Given given, int sizes) {
        boolean systemIfNull = given.size() == sizes + 3
                || (given.size() == sizes + 2 && given.type(0).isWild() && given.type(1) == AdqlType.POINT);
        Given centred = coordinates(given, systemIfNull);
        int extra = centred.size() - sizes;
        if (extra == 1) {
            if (centred.type(0).isNumeric()) {
                return wrong(given, given.function() + " with these arguments lacks one");
            }
            return all(geometry(centred, 0, true), numbers(centred, 1)) ? made(given, centred.values()) : failed();
        }
        if (extra != 2) {
            return wrong(given, given.function() + " has too " + (extra < 1 ? "few" : "many") + " arguments");
        }
        if (!numbers(centred, 0)) {
            return failed();
        }
        List<Value> arguments = new ArrayList<>();
        arguments.add(pair(centred, 0));
        arguments.addAll(centred.values().subList(2, centred.size()));
        return made(given, arguments);
    }

    private Value pair(Given given, int index) {
        Span span = given.places()
                .get(index)
                .span()
                .to(given.places().get(index + 1).span());
        return new Value.Call(
                StandardFunction.POINT,
                List.of(given.values().get(index), given.values().get(index + 1)),
                AdqlType.POINT,
                span);
    }

    private Value polygon(Given given) {
        boolean systemIfNull = given.size() > 1 && (given.type(1) == AdqlType.POINT || given.size() % 2 == 1);
        Given corners = coordinates(given, systemIfNull);
        boolean points =
                corners.values().stream().anyMatch(value -> value.type().isGeometry());
        boolean numbers =
                corners.values().stream().anyMatch(value -> value.type().isNumeric());
        if (points && numbers) {
            return wrong(given, "POLYGON takes points or coordinates, not both");
        }
        if (numbers && corners.size() % 2 == 1) {
            return wrong(given, "POLYGON has an odd number of coordinates");
        }
        if (numbers ? corners.size() < 6 : corners.size() < 3) {
            return wrong(given, "POLYGON has fewer than three corners");
        }
        if (numbers) {
            List<Value> made = new ArrayList<>();
            if (!numbers(corners, 0)) {
                return failed();
            }
            for (int i = 0; i < corners.size(); i += 2) {
                made.add(pair(corners, i));
            }
            return made(given, made);
        }
        boolean right = true;
        for (int i = 0; i < corners.size(); i++) {
            right &= geometry(corners, i, true);
        }
        return right ? made(given, corners.values()) : failed();
    }

    private Value distance(Given given) {
        if (given.size() == 4) {
            return numbers(given, 0) ? made(given, List.of(pair(given, 0), pair(given, 2))) : failed();
        }
        if (given.size() != 2) {
            return wrong(given, "DISTANCE takes two points or four coordinates");
        }
        return made(given, all(geometry(given, 0, true), geometry(given, 1, true)));
    }

    private Value region(Given given) {
        if (!(given.places().get(0) instanceof Expression.StringLiteral)) {
            return wrong(given, "REGION takes a string that is written out");
        }
        return made(given, given.values());
    }

    private boolean numbers(Given given, int from) {
        boolean right = true;
        for (int i = from; i < given.size(); i++) {
            AdqlType type = given.type(i);
            if (!type.isNumeric() && !type.isWild()) {
                Span span = given.places().get(i).span();
                context.fault(
                        AdqlCode.WRONG_TYPE,
                        span,
                        given.function() + " takes a number here, but `" + context.shown(span) + "` is " + type.noun(),
                        "write " + given.function().usage());
                right = false;
            }
        }
        return right;
    }

    private boolean geometry(Given given, int index, boolean pointOnly) {
        AdqlType type = given.type(index);
        if (type.isWild() || (pointOnly ? type == AdqlType.POINT : type.isGeometry())) {
            return true;
        }
        Span span = given.places().get(index).span();
        String remedy = pointOnly && type.isGeometry()
                ? "write CENTROID(" + context.shown(span) + ")"
                : "write " + given.function().usage();
        context.fault(
                AdqlCode.WRONG_TYPE,
                span,
                given.function() + " takes " + (pointOnly ? "a point" : "a geometry") + " here, but `"
                        + context.shown(span) + "` is " + type.noun(),
                remedy);
        return false;
    }
}
