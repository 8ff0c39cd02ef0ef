package org.ctavo.schema.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.ctavo.schema.relational.Column;
import org.ctavo.schema.relational.Table;

/** Takes the rows of a file for a table: checks each cell against its column and passes the row on. */
final class Intake implements RowSource.Sink {
    private final String file;
    private final Table table;
    private final CellFaults faults;
    private final Staging staging;
    private final List<Optional<Column>> columns = new ArrayList<>();
    private long row;

    Intake(String file, Table table, CellFaults faults, Staging staging) {
        this.file = file;
        this.table = table;
        this.faults = faults;
        this.staging = staging;
    }

    @Override
    public void fields(List<RowSource.Field> fields) {
        Set<String> names = new HashSet<>();
        for (RowSource.Field field : fields) {
            Optional<Column> column = table.column(field.name().toLowerCase(Locale.ROOT));
            columns.add(column);
            if (column.isEmpty()) {
                faults.add(file, 0, field.name(), "is no column of " + table.name() + ", which has " + known());
            } else if (!names.add(column.get().name())) {
                faults.add(file, 0, field.name(), "is there twice");
            } else {
                unit(field, column.get());
            }
        }
        for (Column column : table.columns()) {
            if (!column.nullable()
                    && column.defaultSql().isEmpty()
                    && !column.generated()
                    && !names.contains(column.name())) {
                faults.add(file, 0, column.name(), "is missing, and every row must have a value for it");
            }
        }
    }

    private String known() {
        return table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private void unit(RowSource.Field field, Column column) {
        String wanted = column.description().unit().orElse("");
        field.unit()
                .map(String::strip)
                .filter(given -> !given.isEmpty() && !UnitText.same(given, wanted))
                .ifPresent(given -> faults.add(
                        file,
                        0,
                        field.name(),
                        "is in " + given + ", where the model has " + (wanted.isEmpty() ? "no unit" : wanted)
                                + "; convert it"));
    }

    @Override
    public void row(Object[] cells) throws IOException {
        row++;
        if (cells.length != columns.size()) {
            faults.add(file, row, null, "has " + cells.length + " cells, the header " + columns.size());
            return;
        }
        String[] values = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            if (columns.get(i).isPresent()) {
                try {
                    values[i] = Cells.text(columns.get(i).get(), cells[i]);
                } catch (IllegalArgumentException e) {
                    faults.add(file, row, columns.get(i).get().name(), e.getMessage());
                }
            }
        }
        staging.row(row, values);
    }

    /** The columns that the file has and the table knows, with their places in the file from 1. */
    List<Placed> placed() {
        List<Placed> placed = new ArrayList<>();
        Set<Column> seen = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isPresent() && seen.add(columns.get(i).get())) {
                placed.add(new Placed(columns.get(i).get(), i + 1));
            }
        }
        return placed;
    }

    long rows() {
        return row;
    }

    /** A column and its place in the file. */
    record Placed(Column column, int place) {}
}
