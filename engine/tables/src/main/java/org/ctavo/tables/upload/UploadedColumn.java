package org.ctavo.tables.upload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.ctavo.adql.type.PgType;
import org.ctavo.spi.ColumnDescription;

/**
 * A column of an uploaded table: what is said of it, and the type that holds it. Bits become boolean values, complex
 * numbers pairs of numbers; all else keeps its datatype.
 *
 * @param description with a name fit for queries: delimited where it is no regular identifier of its own
 * @param type that PostgreSQL keeps it in
 */
record UploadedColumn(ColumnDescription description, PgType type) {

    /** What a table says of a column. */
    record Declared(
            String name,
            String datatype,
            Optional<String> arraysize,
            Optional<String> xtype,
            Optional<String> unit,
            Optional<String> ucd,
            Optional<String> utype,
            String description) {}

    /** The columns of a table. */
    static List<UploadedColumn> of(List<Declared> declared) {
        Map<String, Integer> times = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (Declared column : declared) {
            String name = column.name().isEmpty() ? "col" + (names.size() + 1) : column.name();
            names.add(name);
            times.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
        List<UploadedColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean alone = times.get(names.get(i).toLowerCase(Locale.ROOT)) == 1;
            columns.add(of(declared.get(i), ColumnName.of(names.get(i), alone)));
        }
        return List.copyOf(columns);
    }

    private static UploadedColumn of(Declared declared, String name) {
        Optional<String> size = declared.arraysize().map(String::strip).filter(text -> !text.isEmpty());
        String datatype = declared.datatype();
        switch (datatype) {
            case "bit" -> datatype = "boolean";
            case "floatComplex" -> {
                datatype = "float";
                size = Optional.of(size.isEmpty() ? "2" : "2x" + size.get());
            }
            case "doubleComplex" -> {
                datatype = "double";
                size = Optional.of(size.isEmpty() ? "2" : "2x" + size.get());
            }
            default -> {
                // The others are kept as they are.
            }
        }
        ColumnDescription description = new ColumnDescription(
                name,
                datatype,
                size,
                declared.xtype(),
                declared.unit(),
                declared.ucd(),
                declared.utype(),
                declared.description(),
                false,
                false,
                false);
        return new UploadedColumn(description, PgType.of(description));
    }
}
