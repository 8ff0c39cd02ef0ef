package org.ctavo.schema.writing;

import java.util.Optional;

import org.ctavo.schema.relational.Sql;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.ForeignKey;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;

/** Writes descriptions as rows of TAP_SCHEMA (TAP 1.1, section 4), for any TAP service. */
public final class TapSchemaWriter {
    private final StringBuilder sql = new StringBuilder();

    private TapSchemaWriter() {}

    /** INSERT statements, those that others refer to first; ends with a line break. */
    public static String rows(SchemaDescription schema) {
        TapSchemaWriter writer = new TapSchemaWriter();
        writer.schema(schema);
        return writer.sql.toString();
    }

    private void schema(SchemaDescription schema) {
        row(
                "schemas (schema_name, utype, description, schema_index)",
                text(schema.name()),
                text(schema.utype()),
                text(schema.description()),
                "NULL");
        int number = 0;
        for (TableDescription table : schema.tables()) {
            row(
                    "tables (schema_name, table_name, table_type, utype, description, table_index)",
                    text(schema.name()),
                    text(table.name()),
                    text(table.isView() ? "view" : "table"),
                    text(table.utype()),
                    text(table.description()),
                    Integer.toString(number++));
        }
        schema.tables().forEach(this::columns);
        schema.tables().forEach(this::keys);
    }

    private void columns(TableDescription table) {
        int number = 0;
        for (ColumnDescription column : table.columns()) {
            row(
                    "columns (table_name, column_name, datatype, arraysize, xtype, \"size\", description, utype, unit,"
                            + " ucd, indexed, principal, std, column_index)",
                    text(table.name()),
                    text(column.name()),
                    text(column.datatype()),
                    text(column.arraysize()),
                    text(column.xtype()),
                    "NULL",
                    text(column.description()),
                    text(column.utype()),
                    text(column.unit()),
                    text(column.ucd()),
                    column.indexed() ? "1" : "0",
                    column.principal() ? "1" : "0",
                    column.std() ? "1" : "0",
                    Integer.toString(number++));
        }
    }

    private void keys(TableDescription table) {
        int number = 0;
        for (ForeignKey key : table.foreignKeys()) {
            String id = text(table.name() + "-" + ++number);
            row(
                    "keys (key_id, from_table, target_table, description, utype)",
                    id,
                    text(table.name()),
                    text(key.targetTable()),
                    text(Optional.of(key.description()).filter(words -> !words.isEmpty())),
                    text(key.utype()));
            for (ForeignKey.ColumnPair pair : key.columns()) {
                row("key_columns (key_id, from_column, target_column)", id, text(pair.from()), text(pair.target()));
            }
        }
    }

    private void row(String table, String... values) {
        sql.append("INSERT INTO tap_schema.")
                .append(table)
                .append("\n    VALUES (")
                .append(String.join(", ", values))
                .append(");\n");
    }

    private static String text(String text) {
        return Sql.literal(text);
    }

    private static String text(Optional<String> text) {
        return text.map(Sql::literal).orElse("NULL");
    }
}
