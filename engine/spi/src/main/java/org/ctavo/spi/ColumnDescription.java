package org.ctavo.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * A column as TAP_SCHEMA.columns describes it (TAP 1.1, section 4.3). A result column is described likewise.
 *
 * @param name as typed in a query: with its quotes if it is a delimited identifier
 * @param datatype VOTable datatype: boolean, unsignedByte, short, int, long, char, unicodeChar, float, double
 * @param arraysize VOTable arraysize ({@code *}, {@code n}, {@code n*}, {@code axb}); empty for a scalar
 * @param xtype DALI xtype ({@code timestamp}, {@code point}, {@code interval}, {@code adql:REGION}, …)
 * @param unit VOUnits text
 * @param ucd UCD1+ text
 * @param utype data model reference
 * @param description for people
 * @param principal whether it belongs to a short selection of columns
 * @param indexed whether the database has an index that begins with it
 * @param std whether a standard defines it
 */
public record ColumnDescription(
        String name,
        String datatype,
        Optional<String> arraysize,
        Optional<String> xtype,
        Optional<String> unit,
        Optional<String> ucd,
        Optional<String> utype,
        String description,
        boolean principal,
        boolean indexed,
        boolean std) {

    /** Checks that nothing is null. */
    public ColumnDescription {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(datatype, "datatype");
        Objects.requireNonNull(arraysize, "arraysize");
        Objects.requireNonNull(xtype, "xtype");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(ucd, "ucd");
        Objects.requireNonNull(utype, "utype");
        Objects.requireNonNull(description, "description");
    }

    /** A column of the given type about which nothing else is known. */
    public static ColumnDescription of(String name, String datatype, String arraysize) {
        return of(name, datatype, arraysize, null);
    }

    /** The same with an xtype; null if there is none. */
    public static ColumnDescription of(String name, String datatype, String arraysize, String xtype) {
        return new ColumnDescription(
                name,
                datatype,
                Optional.ofNullable(arraysize),
                Optional.ofNullable(xtype),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                false,
                false);
    }

    /** The same column under another name. */
    public ColumnDescription named(String otherName) {
        return new ColumnDescription(
                otherName, datatype, arraysize, xtype, unit, ucd, utype, description, principal, indexed, std);
    }

    /** The same column with another UCD. */
    public ColumnDescription withUcd(String otherUcd) {
        return new ColumnDescription(
                name,
                datatype,
                arraysize,
                xtype,
                unit,
                Optional.of(otherUcd),
                utype,
                description,
                principal,
                indexed,
                std);
    }

    /** The same column, indexed or not. */
    public ColumnDescription withIndexed(boolean isIndexed) {
        return new ColumnDescription(
                name, datatype, arraysize, xtype, unit, ucd, utype, description, principal, isIndexed, std);
    }
}
