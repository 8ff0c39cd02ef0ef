package org.ctavo.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * A function that ADQL queries may call: data, not code. Once declared it is parsed, checked, translated, published in
 * the capabilities and named in error messages. Overloads are separate declarations of the same name.
 *
 * @param signature in the form of TAPRegExt, section 2.3.1: {@code name(arg TYPE, …) -> TYPE}. Types are ADQL's, TEXT
 *     for any string, NUMERIC for any number, GEOMETRY for any geometry
 * @param description for people: what it computes, units, what NULL gives
 * @param value its SQL as a value
 * @param condition its SQL as a boolean condition, used where a query asks {@code 1 = f(…)}; this is how an index is
 *     reached. Empty: the value is compared
 * @param aggregate whether it aggregates rows
 * @param unit unit of its result, in VOUnits
 * @param ucd UCD of its result
 * @param xtype xtype of its result
 * @param alternative its SQL where it is one of several conditions of which any may hold ({@code 1 = f(…) OR …}): one
 *     that an index serves there, where no subquery becomes a join. It may be unknown where it does not hold. Empty:
 *     the condition
 */
public record FunctionDeclaration(
        String signature,
        String description,
        SqlForm value,
        Optional<SqlForm> condition,
        boolean aggregate,
        Optional<String> unit,
        Optional<String> ucd,
        Optional<String> xtype,
        Optional<SqlForm> alternative) {

    /** Checks that nothing is null. */
    public FunctionDeclaration {
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(ucd, "ucd");
        Objects.requireNonNull(xtype, "xtype");
        Objects.requireNonNull(alternative, "alternative");
    }

    /** A function that is the same condition wherever it stands. */
    public FunctionDeclaration(
            String signature,
            String description,
            SqlForm value,
            Optional<SqlForm> condition,
            boolean aggregate,
            Optional<String> unit,
            Optional<String> ucd,
            Optional<String> xtype) {
        this(signature, description, value, condition, aggregate, unit, ucd, xtype, Optional.empty());
    }

    /** The same function with another form among conditions of which any may hold. */
    public FunctionDeclaration withAlternative(SqlForm form) {
        return new FunctionDeclaration(
                signature, description, value, condition, aggregate, unit, ucd, xtype, Optional.of(form));
    }

    /** A plain function without result metadata. */
    public static FunctionDeclaration of(String signature, String description, SqlForm value) {
        return new FunctionDeclaration(
                signature,
                description,
                value,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
