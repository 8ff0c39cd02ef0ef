package org.ctavo.schema.load;

import java.io.IOException;
import java.util.stream.Collectors;

import org.ctavo.schema.relational.Column;
import org.ctavo.schema.relational.Table;

/** Writes comma-separated values as {@link CsvSource} reads them. */
class CsvWriter implements RowWriter {
    @Override
    public void begin(Appendable out, Table table) throws IOException {
        out.append(table.columns().stream().map(Column::name).collect(Collectors.joining(",")))
                .append('\n');
    }

    @Override
    public void row(Appendable out, String[] cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.append(i == 0 ? "" : ",").append(cells[i] == null ? "" : cell(cells[i]));
        }
        out.append('\n');
    }

    private static String cell(String text) {
        boolean isPlain = !text.isEmpty()
                && text.equals(text.strip())
                && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == '#');
        return isPlain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void end(Appendable out) throws IOException {
        // Nothing stands after the rows.
    }
}
