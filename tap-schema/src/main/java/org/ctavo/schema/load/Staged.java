package org.ctavo.schema.load;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ctavo.schema.load.Intake.Placed;
import org.ctavo.schema.relational.Column;
import org.ctavo.schema.relational.Sql;
import org.ctavo.schema.relational.Table;

/**
 * A file whose rows are staged.
 *
 * @param file its name
 * @param table where its rows belong
 * @param placed the columns it has
 * @param rows how many rows it has
 */
record Staged(String file, Table table, List<Placed> placed, long rows) {

    /** Copies the list. */
    Staged {
        placed = List.copyOf(placed);
    }

    /** The staged rows as a table: every column of the table's, NULL where the file has none, and the row's number. */
    String sql() {
        return table.columns().stream()
                .map(column -> expression(column) + " AS " + column.name())
                .collect(Collectors.joining(
                        ", ",
                        "(SELECT row_number AS staged_row, ",
                        " FROM cta.staging WHERE table_name = " + Sql.literal(table.name()) + ")"));
    }

    private String expression(Column column) {
        Optional<Placed> place =
                placed.stream().filter(found -> found.column().equals(column)).findFirst();
        String type = column.type().sql();
        return place.map(found -> "(cells[" + found.place() + "])::" + type).orElse("NULL::" + type);
    }

    /** Whether the file has all of these columns. */
    boolean has(List<String> names) {
        return names.stream().allMatch(name -> placed.stream()
                .anyMatch(found -> found.column().name().equals(name)));
    }
}
