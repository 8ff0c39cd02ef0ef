package org.ctavo.adql.sql;

import java.util.Optional;
import java.util.OptionalDouble;

import org.ctavo.adql.checked.Value;
import org.ctavo.adql.function.StandardFunction;
import org.ctavo.adql.tree.Comparator;
import org.ctavo.adql.tree.Operator;
import org.ctavo.adql.type.AdqlType;

/**
 * Conditions on the sky. Each is a test that is exact, and before it one on boxes that an index serves:
 * {@code sphere.vec(lon, lat)} of points, {@code sphere.bounds(region)} of regions. Boxes are a little too large, so
 * that the exact test alone decides.
 */
final class RegionTests {
    private static final String WITHIN = " OPERATOR(sphere.<@) ";
    private static final String OVERLAPS = " OPERATOR(sphere.&&) ";

    /** In degrees; positions that near are the same. */
    private static final double SAME = 1e-12;

    private final SqlWriter writer;

    RegionTests(SqlWriter writer) {
        this.writer = writer;
    }

    /** That the first region lies in the second. */
    String contains(Value.Call call) {
        return contains(call.arguments().get(0), call.arguments().get(1));
    }

    private String contains(Value inner, Value outer) {
        if (inner.type() == AdqlType.POINT) {
            return pointIn(inner, outer);
        }
        String i = writer.geometry().region(inner);
        String o = writer.geometry().region(outer);
        String exact = "sphere.contains(" + o + ", " + i + ")";
        if (GeometryWriter.isConstant(outer)) {
            return "(" + wide(inner, outer, WITHIN) + " AND " + exact + ")";
        }
        String box = GeometryWriter.isConstant(inner) ? "sphere.cube_enlarge(" + bounds(i) + ", -1e-11, 3)" : bounds(i);
        return "(" + box + (GeometryWriter.isConstant(inner) ? WITHIN : OVERLAPS) + bounds(o) + " AND " + exact + ")";
    }

    /** That two regions have a position in common; a point is a region of one position. */
    String intersects(Value.Call call) {
        Value a = call.arguments().get(0);
        Value b = call.arguments().get(1);
        if (a.type() == AdqlType.POINT) {
            return pointIn(a, b);
        }
        if (b.type() == AdqlType.POINT) {
            return pointIn(b, a);
        }
        String exact = "sphere.intersects(" + writer.geometry().region(a) + ", "
                + writer.geometry().region(b) + ")";
        return GeometryWriter.isConstant(a)
                ? "(" + wide(b, a, OVERLAPS) + " AND " + exact + ")"
                : "(" + wide(a, b, OVERLAPS) + " AND " + exact + ")";
    }

    /** The test on boxes of a region that varies, against one that may not. */
    private String wide(Value varying, Value other, String operator) {
        if (GeometryWriter.is(StandardFunction.CIRCLE, varying) && GeometryWriter.isConstant(other)) {
            Value.Call circle = (Value.Call) varying;
            Spot centre = writer.geometry().spot(circle.arguments().get(0));
            OptionalDouble radius = Constants.number(circle.arguments().get(1));
            if (radius.isPresent() && !centre.isConstant()) {
                // Of circles around points the points are in the index.
                return centre.unitVector() + WITHIN + "sphere.cube_enlarge("
                        + bounds(writer.geometry().region(other)) + ", "
                        + SqlText.number(Spot.chord(radius.getAsDouble())) + ", 3)";
            }
        }
        String box = bounds(writer.geometry().region(other));
        return bounds(writer.geometry().region(varying))
                + operator
                + (operator.equals(WITHIN) ? "sphere.cube_enlarge(" + box + ", 1e-11, 3)" : box);
    }

    private static String bounds(String region) {
        return "sphere.bounds(" + region + ")";
    }

    private String pointIn(Value point, Value outer) {
        Spot spot = writer.geometry().spot(point);
        if (GeometryWriter.is(StandardFunction.CIRCLE, outer)) {
            Value.Call circle = (Value.Call) outer;
            String radius = writer.geometry().radius(circle);
            return near(
                    spot,
                    writer.geometry().spot(circle.arguments().get(0)),
                    Constants.number(circle.arguments().get(1)),
                    radius,
                    " <= " + radius);
        }
        if (outer.type() == AdqlType.POINT) {
            return near(
                    spot,
                    writer.geometry().spot(outer),
                    OptionalDouble.of(SAME),
                    SqlText.number(SAME),
                    " <= " + SqlText.number(SAME));
        }
        String region = writer.geometry().region(outer);
        String bounds = bounds(region);
        // What is constant is computed elsewhere than what is in an index: rounding must not part the same position.
        String box = spot.isConstant()
                ? spot.box(SAME) + OVERLAPS + bounds
                : spot.unitVector()
                        + WITHIN
                        + (GeometryWriter.isConstant(outer) ? "sphere.cube_enlarge(" + bounds + ", 1e-12, 3)" : bounds);
        String array = "ARRAY[" + spot.coordinates() + "]";
        String generic = "sphere.contains(" + region + ", " + array + ")";
        if (!GeometryWriter.isConstant(outer)) {
            return "(" + box + " AND " + generic + ")";
        }
        // The planner makes the polygon ready once, and knows which branch is taken.
        return "(" + box + " AND CASE WHEN pg_catalog.cardinality(" + region + ") > 3 THEN sphere.inside(sphere.edges("
                + region + "), " + spot.coordinates() + ") ELSE " + generic + " END)";
    }

    /** That two positions are near each other, after the boxes that an index may serve. */
    private String near(Spot a, Spot b, OptionalDouble constantRadius, String radius, String test) {
        return "(" + boxes(a, b, constantRadius, radius) + GeometryWriter.distance(a, b) + test + ")";
    }

    /** The tests on boxes, each with AND behind it: of two positions that vary the planner may begin with either. */
    private static String boxes(Spot a, Spot b, OptionalDouble constantRadius, String radius) {
        if ((a.isConstant() && b.isConstant()) || constantRadius.orElse(0) >= 180) {
            return "";
        }
        return box(a, b, constantRadius, radius) + box(b, a, constantRadius, radius);
    }

    private static String box(Spot varying, Spot centre, OptionalDouble constantRadius, String radius) {
        return varying.isConstant()
                ? ""
                : varying.unitVector() + WITHIN + cone(centre, constantRadius, radius) + " AND ";
    }

    private static String cone(Spot centre, OptionalDouble constantRadius, String radius) {
        return centre.isConstant() && constantRadius.isPresent()
                ? centre.box(constantRadius.getAsDouble())
                : "sphere.cone(" + centre.coordinates() + ", " + radius + ")";
    }

    /** A distance times a factor above 0. */
    private record Scaled(Value.Call distance, double factor) {}

    private static Optional<Scaled> scaled(Value value) {
        if (GeometryWriter.is(StandardFunction.DISTANCE, value)) {
            return Optional.of(new Scaled((Value.Call) value, 1));
        }
        if (value instanceof Value.InUnit unit) {
            return scaled(unit.operand()).map(s -> new Scaled(s.distance, s.factor * unit.factor()));
        }
        return value instanceof Value.Chain chain ? scaledChain(chain) : Optional.empty();
    }

    private static Optional<Scaled> scaledChain(Value.Chain chain) {
        Optional<Scaled> distance = scaled(chain.first());
        double factor = distance.isPresent()
                ? distance.get().factor
                : Constants.number(chain.first()).orElse(Double.NaN);
        for (Value.Step step : chain.steps()) {
            OptionalDouble constant = Constants.number(step.operand());
            Optional<Scaled> operand = scaled(step.operand());
            if (step.operator() == Operator.TIMES && operand.isPresent() && distance.isEmpty()) {
                distance = operand;
                factor *= operand.get().factor;
            } else if (step.operator() == Operator.TIMES) {
                factor *= constant.orElse(Double.NaN);
            } else if (step.operator() == Operator.DIVIDE && distance.isPresent()) {
                factor /= constant.orElse(Double.NaN);
            } else {
                return Optional.empty();
            }
        }
        double total = factor;
        return distance.filter(d -> total > 0 && Double.isFinite(total)).map(d -> new Scaled(d.distance, total));
    }

    /** That a distance is at most, or below, something else; empty if the comparison is another one. */
    Optional<String> distance(Comparator comparator, Value left, Value right) {
        Optional<Scaled> scaled = scaled(left);
        boolean upper = comparator == Comparator.LESS
                || comparator == Comparator.LESS_OR_EQUAL
                || comparator == Comparator.EQUAL;
        if (scaled.isEmpty() || !upper || right.type().isWild() || scaled(right).isPresent()) {
            return Optional.empty();
        }
        double factor = scaled.get().factor;
        OptionalDouble limit = Constants.number(right);
        // A hair more than the limit, as the division may round.
        OptionalDouble radius = limit.isPresent()
                ? OptionalDouble.of(limit.getAsDouble() / factor * (1 + 1e-14))
                : OptionalDouble.empty();
        String sqlLimit = writer.values().as(right, AdqlType.DOUBLE);
        String sqlRadius = factor == 1 ? sqlLimit : "(" + sqlLimit + " / " + SqlText.number(factor) + " * (1 + 1e-14))";
        Spot a = writer.geometry().spot(scaled.get().distance.arguments().get(0));
        Spot b = writer.geometry().spot(scaled.get().distance.arguments().get(1));
        String comparison = comparator.symbol() + " " + sqlLimit;
        return Optional.of(
                "(" + boxes(a, b, radius, sqlRadius) + writer.values().sql(left) + " " + comparison + ")");
    }

    /** A sort key that brings the nearest first by an index, if a value is the distance from a constant position. */
    Optional<String> nearestFirst(Value value) {
        return scaled(value).flatMap(scaled -> {
            Spot a = writer.geometry().spot(scaled.distance.arguments().get(0));
            Spot b = writer.geometry().spot(scaled.distance.arguments().get(1));
            if (a.isConstant() == b.isConstant()) {
                return Optional.empty();
            }
            Spot varying = a.isConstant() ? b : a;
            Spot fixed = a.isConstant() ? a : b;
            // The chord grows with the distance.
            return Optional.of(varying.unitVector() + " OPERATOR(sphere.<->) " + fixed.unitVector());
        });
    }
}
