package org.ctavo.adql.sql;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import org.ctavo.adql.checked.Value;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.function.StandardFunction;
import org.ctavo.adql.type.AdqlType;

/** Geometry as values: arrays of degrees in the order of DALI. */
final class GeometryWriter {
    private final SqlWriter writer;

    GeometryWriter(SqlWriter writer) {
        this.writer = writer;
    }

    String sql(Value.Call call) {
        List<Value> arguments = call.arguments();
        return switch (call.function()) {
            case POINT -> "sphere.point(" + spot(call).coordinates() + ")";
            case CIRCLE -> "sphere.circle(" + spot(arguments.get(0)).coordinates() + ", " + radius(call) + ")";
            case BOX -> "sphere.box(" + spot(arguments.get(0)).coordinates() + ", " + side(call, 1) + ", "
                    + side(call, 2) + ")";
            case POLYGON -> polygon(call);
            case REGION -> "sphere.region(" + writer.values().sql(arguments.get(0)) + ")";
            case CENTROID -> "sphere.centroid(" + region(arguments.get(0)) + ")";
            case AREA -> "sphere.area(" + region(arguments.get(0)) + ")";
            case COORD1 -> spot(arguments.get(0)).lon();
            case COORD2 -> spot(arguments.get(0)).lat();
            case COORDSYS -> "(CASE WHEN " + region(arguments.get(0))
                    + " IS NOT NULL THEN 'ICRS'::pg_catalog.text END)";
            case DISTANCE -> distance(spot(arguments.get(0)), spot(arguments.get(1)));
            case CONTAINS -> SqlText.cast(writer.regions().contains(call), AdqlType.INTEGER);
            case INTERSECTS -> SqlText.cast(writer.regions().intersects(call), AdqlType.INTEGER);
            default -> throw new IllegalStateException(call.function().name());
        };
    }

    /** Whether a value is a call of that function. */
    static boolean is(StandardFunction function, Value value) {
        return value instanceof Value.Call call && call.function() == function;
    }

    /** SQL of the distance between two positions. */
    static String distance(Spot a, Spot b) {
        return "sphere.distance(" + a.coordinates() + ", " + b.coordinates() + ")";
    }

    /** The position that a value of type POINT is. */
    Spot spot(Value value) {
        if (!is(StandardFunction.POINT, value)) {
            return Spot.ofArray(writer.values().as(value, AdqlType.POINT), value instanceof Value.Column);
        }
        List<Value> arguments = ((Value.Call) value).arguments();
        OptionalDouble lon = Constants.number(arguments.get(0));
        OptionalDouble lat = Constants.number(arguments.get(1));
        if (lat.isPresent() && Math.abs(lat.getAsDouble()) > 90) {
            outOfRange((Value.Call) value, "a latitude of " + lat.getAsDouble() + " degrees", "-90 to 90");
        }
        return lon.isPresent() && lat.isPresent()
                ? Spot.constant(lon.getAsDouble(), lat.getAsDouble())
                : Spot.of(number(arguments.get(0)), number(arguments.get(1)));
    }

    /** SQL of the radius of a circle. */
    String radius(Value.Call circle) {
        OptionalDouble radius = Constants.number(circle.arguments().get(1));
        if (radius.isPresent() && !(radius.getAsDouble() >= 0 && radius.getAsDouble() <= 180)) {
            outOfRange(circle, "a radius of " + radius.getAsDouble() + " degrees", "0 to 180");
        }
        return number(circle.arguments().get(1));
    }

    private String side(Value.Call box, int index) {
        OptionalDouble side = Constants.number(box.arguments().get(index));
        if (side.isPresent() && !(side.getAsDouble() > 0 && side.getAsDouble() < 180)) {
            outOfRange(box, "a box with a side of " + side.getAsDouble() + " degrees", "above 0 to below 180");
        }
        return number(box.arguments().get(index));
    }

    private String polygon(Value.Call polygon) {
        List<Spot> corners = polygon.arguments().stream().map(this::spot).toList();
        boolean constant = corners.stream().allMatch(Spot::isConstant);
        long different = corners.stream().map(Spot::constant).distinct().count();
        if (constant && different < 3) {
            writer.faults()
                    .add(
                            AdqlCode.OUT_OF_RANGE,
                            polygon.span(),
                            "the corners of this polygon are only " + different + " different positions",
                            "a polygon has 3 or more");
        }
        return corners.stream().map(Spot::coordinates).collect(Collectors.joining(", ", "sphere.polygon(", ")"));
    }

    private void outOfRange(Value.Call call, String what, String range) {
        writer.faults().add(AdqlCode.OUT_OF_RANGE, call.span(), what + " does not exist", "the range is " + range);
    }

    /** A geometry of any kind. */
    String region(Value value) {
        return writer.values().as(value, AdqlType.REGION);
    }

    private String number(Value value) {
        OptionalDouble constant = Constants.number(value);
        return constant.isPresent()
                ? SqlText.number(constant.getAsDouble())
                : writer.values().as(value, AdqlType.DOUBLE);
    }

    /** Whether a geometry is known before the query runs. */
    static boolean isConstant(Value value) {
        if (value instanceof Value.Call call) {
            return call.arguments().stream().allMatch(GeometryWriter::isConstant);
        }
        return value instanceof Value.Text
                || (value instanceof Value.Cast cast && isConstant(cast.operand()))
                || Constants.number(value).isPresent();
    }
}
