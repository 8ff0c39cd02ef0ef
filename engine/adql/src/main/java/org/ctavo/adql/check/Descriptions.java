package org.ctavo.adql.check;

import java.util.List;
import java.util.Optional;

import org.ctavo.adql.checked.Value;
import org.ctavo.adql.function.StandardFunction;
import org.ctavo.adql.tree.AggregateFunction;
import org.ctavo.adql.tree.Sign;
import org.ctavo.adql.type.AdqlType;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.FunctionDeclaration;

/** The metadata of values: those of columns, as far as they stay true of what is made of them. */
final class Descriptions {
    private Descriptions() {}

    /** A column as it comes out under a name: what says how it lies in its table is gone. */
    static ColumnDescription result(ColumnDescription column, String name) {
        return new ColumnDescription(
                name,
                column.datatype(),
                column.arraysize(),
                column.xtype(),
                column.unit(),
                column.ucd(),
                column.utype(),
                column.description(),
                false,
                false,
                false);
    }

    /**
     * The metadata of a value.
     *
     * @param value the value
     * @param name its name
     * @param words how it was written, which describes what is no column
     */
    static ColumnDescription of(Value value, String name, String words) {
        if (value instanceof Value.Column column) {
            return result(column.description(), name);
        }
        if (value instanceof Value.Merged merged) {
            return of(merged.columns().get(0), name, words);
        }
        if (value instanceof Value.Signed signed && signed.sign() != Sign.BIT_NOT) {
            return plain(value.type(), name, words, unit(signed.operand()), Optional.empty());
        }
        if (value instanceof Value.Aggregate aggregate) {
            return aggregate(aggregate, name, words);
        }
        if (value instanceof Value.Call call) {
            return call(call, name, words);
        }
        if (value instanceof Value.DeclaredCall call) {
            return declared(call, name, words);
        }
        if (value instanceof Value.InUnit inUnit) {
            ColumnDescription from = of(inUnit.operand(), name, words);
            return plain(value.type(), name, words, Optional.of(inUnit.unit()), from.ucd());
        }
        if (value instanceof Value.Cast cast) {
            boolean numeric = value.type().isNumeric() && cast.operand().type().isNumeric();
            ColumnDescription from = of(cast.operand(), name, words);
            return plain(
                    value.type(),
                    name,
                    words,
                    numeric ? from.unit() : Optional.empty(),
                    numeric ? from.ucd() : Optional.empty());
        }
        return plain(value.type(), name, words, Optional.empty(), Optional.empty());
    }

    private static Optional<String> unit(Value value) {
        return of(value, "", "").unit();
    }

    private static ColumnDescription plain(
            AdqlType type, String name, String words, Optional<String> unit, Optional<String> ucd) {
        ColumnDescription plain = type.column(name);
        return new ColumnDescription(
                name,
                plain.datatype(),
                plain.arraysize(),
                plain.xtype(),
                unit,
                ucd,
                Optional.empty(),
                words,
                false,
                false,
                false);
    }

    private static ColumnDescription aggregate(Value.Aggregate aggregate, String name, String words) {
        if (aggregate.function() == AggregateFunction.COUNT
                || aggregate.argument().isEmpty()) {
            return plain(aggregate.type(), name, words, Optional.empty(), Optional.of("meta.number"));
        }
        ColumnDescription from = of(aggregate.argument().get(), name, words);
        Optional<String> ucd =
                switch (aggregate.function()) {
                    case MIN -> from.ucd().map(u -> qualified(u, "stat.min"));
                    case MAX -> from.ucd().map(u -> qualified(u, "stat.max"));
                    case AVG -> from.ucd().map(u -> qualified(u, "stat.mean"));
                    case SUM, COUNT -> Optional.empty();
                };
        boolean same = aggregate.function() == AggregateFunction.MIN || aggregate.function() == AggregateFunction.MAX;
        ColumnDescription shape = same ? from : aggregate.type().column(name);
        return new ColumnDescription(
                name,
                shape.datatype(),
                shape.arraysize(),
                shape.xtype(),
                from.unit(),
                ucd,
                Optional.empty(),
                words,
                false,
                false,
                false);
    }

    private static String qualified(String ucd, String word) {
        return List.of(ucd.split(";", -1)).contains(word) ? ucd : ucd + ";" + word;
    }

    private static ColumnDescription call(Value.Call call, String name, String words) {
        Optional<String> unit =
                switch (call.function()) {
                    case ABS, FLOOR, CEILING, ROUND, TRUNCATE -> unit(
                            call.arguments().get(0));
                    case DEGREES, DISTANCE, COORD1, COORD2, POINT, CIRCLE, BOX, POLYGON, REGION, CENTROID -> Optional
                            .of("deg");
                    case RADIANS, ACOS, ASIN, ATAN, ATAN2 -> Optional.of("rad");
                    case AREA -> Optional.of("deg2");
                    case COALESCE, NULLIF -> common(call.arguments());
                    default -> Optional.empty();
                };
        Optional<String> ucd = call.function() == StandardFunction.DISTANCE
                ? Optional.of("pos.angDistance")
                : call.function() == StandardFunction.AREA ? Optional.of("phys.angArea") : Optional.empty();
        return plain(call.type(), name, words, unit, ucd);
    }

    /** The unit of all values but constants, if it is one. */
    private static Optional<String> common(List<Value> values) {
        List<Optional<String>> units = values.stream()
                .filter(value -> !(value instanceof Value.Null))
                .map(Descriptions::unit)
                .distinct()
                .toList();
        return units.size() == 1 ? units.get(0) : Optional.empty();
    }

    private static ColumnDescription declared(Value.DeclaredCall call, String name, String words) {
        FunctionDeclaration declaration = call.function().declaration();
        ColumnDescription plain = plain(call.type(), name, words, declaration.unit(), declaration.ucd());
        Optional<String> arraysize = Optional.of(
                        call.function().signature().result().written())
                .filter(written -> written.endsWith("]") && !written.endsWith("[]"))
                .map(written -> written.substring(written.indexOf('[') + 1, written.length() - 1))
                .or(plain::arraysize);
        return new ColumnDescription(
                name,
                plain.datatype(),
                arraysize,
                declaration.xtype().or(plain::xtype),
                plain.unit(),
                plain.ucd(),
                Optional.empty(),
                plain.description(),
                false,
                false,
                false);
    }
}
