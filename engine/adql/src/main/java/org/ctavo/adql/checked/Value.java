package org.ctavo.adql.checked;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.ctavo.adql.function.DeclaredFunction;
import org.ctavo.adql.function.StandardFunction;
import org.ctavo.adql.tree.AggregateFunction;
import org.ctavo.adql.tree.CastTarget;
import org.ctavo.adql.tree.Operator;
import org.ctavo.adql.tree.Sign;
import org.ctavo.adql.tree.Span;
import org.ctavo.adql.type.AdqlType;
import org.ctavo.spi.ColumnDescription;

/** A value with its type. */
public sealed interface Value {

    /** Its type. */
    AdqlType type();

    /**
     * A number that was written.
     *
     * @param value a {@link Long} for the integer types, a {@link Double} for {@link AdqlType#DOUBLE}
     * @param type INTEGER, BIGINT or DOUBLE
     */
    record Constant(Number value, AdqlType type) implements Value {

        /** Checks that nothing is null. */
        public Constant {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(type, "type");
        }
    }

    /**
     * A string that was written.
     *
     * @param value what it says; never holds the character 0
     * @param type STRING, or TIMESTAMP where a timestamp is needed and the string is one in the form of DALI
     */
    record Text(String value, AdqlType type) implements Value {

        /** Checks that nothing is null. */
        public Text {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(type, "type");
        }
    }

    /**
     * NULL.
     *
     * @param type NULL, as it goes with every type
     */
    record Null(AdqlType type) implements Value {}

    /**
     * A column.
     *
     * @param table the number of the table occurrence
     * @param name what SQL calls it there, without quotation marks: its name in the database, or the name of the
     *     output
     * @param description its metadata
     * @param type its type
     */
    record Column(int table, String name, ColumnDescription description, AdqlType type) implements Value {

        /** Checks that nothing is null. */
        public Column {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(description, "description");
            Objects.requireNonNull(type, "type");
        }
    }

    /**
     * The one column of a FULL join that NATURAL or USING made of two: the first value that is not NULL.
     *
     * @param columns left and right
     * @param type their common type
     */
    record Merged(List<Value> columns, AdqlType type) implements Value {

        /** Copies the list. */
        public Merged {
            columns = List.copyOf(columns);
            Objects.requireNonNull(type, "type");
        }
    }

    /**
     * A value with a sign.
     *
     * @param sign which
     * @param operand a number
     * @param type its type
     */
    record Signed(Sign sign, Value operand, AdqlType type) implements Value {

        /** Checks that nothing is null. */
        public Signed {
            Objects.requireNonNull(sign, "sign");
            Objects.requireNonNull(operand, "operand");
            Objects.requireNonNull(type, "type");
        }
    }

    /**
     * Operands under operators of the same rank, from left to right. Of integers {@code /} is the division of integers,
     * which drops the fraction.
     *
     * @param first the first operand
     * @param steps what follows; the type of a step is that of everything up to it
     * @param type of the whole
     */
    record Chain(Value first, List<Step> steps, AdqlType type) implements Value {

        /** Copies the list. */
        public Chain {
            Objects.requireNonNull(first, "first");
            steps = List.copyOf(steps);
            Objects.requireNonNull(type, "type");
        }
    }

    /**
     * An operator with its right operand.
     *
     * @param operator which
     * @param operand the right operand
     * @param type of everything up to here
     */
    record Step(Operator operator, Value operand, AdqlType type) {

        /** Checks that nothing is null. */
        public Step {
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(operand, "operand");
            Objects.requireNonNull(type, "type");
        }
    }

    /**
     * A function of the standard. Geometry has one form each: POINT(lon, lat), CIRCLE(point, radius), BOX(point, width,
     * height), POLYGON(point, point, point, …), REGION(text), DISTANCE(point, point); coordinate systems are gone.
     *
     * @param function which
     * @param arguments as many as its form has
     * @param type of its result
     * @param span where the call stands, for faults of constants
     */
    record Call(StandardFunction function, List<Value> arguments, AdqlType type, Span span) implements Value {

        /** Copies the list. */
        public Call {
            Objects.requireNonNull(function, "function");
            arguments = List.copyOf(arguments);
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * A user-defined function.
     *
     * @param function which
     * @param arguments as many as its signature has
     * @param type of its result
     * @param span where the call stands, for faults of constants
     */
    record DeclaredCall(DeclaredFunction function, List<Value> arguments, AdqlType type, Span span) implements Value {

        /** Copies the list. */
        public DeclaredCall {
            Objects.requireNonNull(function, "function");
            arguments = List.copyOf(arguments);
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * An aggregate function.
     *
     * @param function which
     * @param distinct whether duplicates count once
     * @param argument empty for {@code COUNT(*)}
     * @param type of its result
     */
    record Aggregate(AggregateFunction function, boolean distinct, Optional<Value> argument, AdqlType type)
            implements Value {

        /** Checks that nothing is null. */
        public Aggregate {
            Objects.requireNonNull(function, "function");
            Objects.requireNonNull(argument, "argument");
            Objects.requireNonNull(type, "type");
        }
    }

    /**
     * A CAST.
     *
     * @param operand what is converted
     * @param target the type it is converted to
     * @param length of CHAR and VARCHAR, in characters
     * @param type the type of the result
     * @param span where it stands, for faults of constants
     */
    record Cast(Value operand, CastTarget target, OptionalInt length, AdqlType type, Span span) implements Value {

        /** Checks that nothing is null. */
        public Cast {
            Objects.requireNonNull(operand, "operand");
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(length, "length");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * IN_UNIT: the operand times a factor.
     *
     * @param operand a number
     * @param factor greater than 0
     * @param unit the unit of the result
     * @param type DOUBLE
     */
    record InUnit(Value operand, double factor, String unit, AdqlType type) implements Value {

        /** Checks that nothing is null. */
        public InUnit {
            Objects.requireNonNull(operand, "operand");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(type, "type");
        }
    }

    /**
     * CASE WHEN.
     *
     * @param whens at least one
     * @param otherwise NULL if empty
     * @param type common to all results
     */
    record Case(List<When> whens, Optional<Value> otherwise, AdqlType type) implements Value {

        /** Copies the list. */
        public Case {
            whens = List.copyOf(whens);
            Objects.requireNonNull(otherwise, "otherwise");
            Objects.requireNonNull(type, "type");
        }
    }

    /**
     * A branch of a CASE.
     *
     * @param test when it holds
     * @param value this is the value
     */
    record When(Test test, Value value) {

        /** Checks that nothing is null. */
        public When {
            Objects.requireNonNull(test, "test");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * CASE with an operand.
     *
     * @param operand compared to each key
     * @param matches at least one
     * @param otherwise NULL if empty
     * @param type common to all results
     */
    record Switch(Value operand, List<Match> matches, Optional<Value> otherwise, AdqlType type) implements Value {

        /** Copies the list. */
        public Switch {
            Objects.requireNonNull(operand, "operand");
            matches = List.copyOf(matches);
            Objects.requireNonNull(otherwise, "otherwise");
            Objects.requireNonNull(type, "type");
        }
    }

    /**
     * A branch of a CASE with an operand.
     *
     * @param key when the operand equals it
     * @param value this is the value
     */
    record Match(Value key, Value value) {

        /** Checks that nothing is null. */
        public Match {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
        }
    }
}
