package org.ctavo.schema.load;

import java.io.IOException;

import org.ctavo.schema.relational.Column;
import org.ctavo.schema.relational.Table;

/** Writes ECSV 1.0: a header of types, units and descriptions, then comma-separated values. */
final class EcsvWriter extends CsvWriter {
    @Override
    public void begin(Appendable out, Table table) throws IOException {
        out.append("# %ECSV 1.0\n# ---\n# delimiter: ','\n# datatype:\n");
        for (Column column : table.columns()) {
            out.append("# - {name: ").append(column.name());
            if (column.description().unit().isPresent()) {
                out.append(", unit: ").append(quoted(column.description().unit().get()));
            }
            out.append(", datatype: ")
                    .append(datatype(column))
                    .append(", description: ")
                    .append(quoted(column.description().description()))
                    .append("}\n");
        }
        out.append("# schema: astropy-2.0\n");
        super.begin(out, table);
    }

    private static String datatype(Column column) {
        return switch (column.type()) {
            case BOOLEAN -> "bool";
            case SHORT -> "int16";
            case INT -> "int32";
            case LONG -> "int64";
            case DOUBLE -> "float64";
            case TEXT, TIMESTAMP, REGION, COMPLEX, WORDS -> "string";
        };
    }

    /** A YAML text. */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
