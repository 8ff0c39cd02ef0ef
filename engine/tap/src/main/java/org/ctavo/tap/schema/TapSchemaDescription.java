package org.ctavo.tap.schema;

import java.util.List;
import java.util.Optional;

import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.ForeignKey;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;

/** TAP_SCHEMA's description of itself (TAP 1.1, section 4). */
final class TapSchemaDescription {
    private static final String NAME = "tap_schema";

    /** The schema with its tables. */
    static final SchemaDescription SCHEMA = new SchemaDescription(
            NAME,
            "What this TAP service publishes: schemas, tables, columns and how tables join.",
            Optional.empty(),
            List.of(schemas(), tables(), columns(), keys(), keyColumns()));

    private TapSchemaDescription() {}

    private static TableDescription schemas() {
        return table(
                "schemas",
                "The schemas of this service",
                List.of(
                        text("schema_name", "Name, as to be typed in a query"),
                        text("utype", "Reference to a data model"),
                        text("description", "What the schema holds"),
                        number("schema_index", "Place among the schemas when they are listed")),
                List.of());
    }

    private static TableDescription tables() {
        return table(
                "tables",
                "The tables of this service",
                List.of(
                        text("schema_name", "Schema that the table belongs to"),
                        text("table_name", "Name with its schema, as to be typed in a query"),
                        text("table_type", "Either table or view"),
                        text("utype", "Reference to a data model"),
                        text("description", "What a row of the table is"),
                        number("table_index", "Place among the tables of the schema when they are listed")),
                List.of(ForeignKey.of("schema_name", NAME + ".schemas", "schema_name")));
    }

    private static TableDescription columns() {
        return table(
                "columns",
                "The columns of the tables",
                List.of(
                        text("table_name", "Table that the column belongs to"),
                        text("column_name", "Name, as to be typed in a query"),
                        text("datatype", "Type of the values, as in a VOTable"),
                        text("arraysize", "Length of the values, as in a VOTable; NULL for single values"),
                        text("xtype", "What values of that type stand for"),
                        number("\"size\"", "Length of the values where it has a bound; arraysize says it better"),
                        text("description", "What the values are"),
                        text("utype", "Reference to a data model"),
                        text("unit", "Unit of the values, in VOUnits"),
                        text("ucd", "What kind of quantity it is, as a unified content descriptor"),
                        number("indexed", "1 if a condition on the column can use an index, 0 if not"),
                        number("principal", "1 if the column belongs to a short selection of columns, 0 if not"),
                        number("std", "1 if a standard defines the column, 0 if not"),
                        number("column_index", "Place among the columns of the table when they are listed")),
                List.of(ForeignKey.of("table_name", NAME + ".tables", "table_name")));
    }

    private static TableDescription keys() {
        return table(
                "keys",
                "How tables join",
                List.of(
                        text("key_id", "Identifier of the join"),
                        text("from_table", "Table that refers to the other"),
                        text("target_table", "Table that is referred to"),
                        text("description", "What the join means"),
                        text("utype", "Reference to a data model")),
                List.of(
                        ForeignKey.of("from_table", NAME + ".tables", "table_name"),
                        ForeignKey.of("target_table", NAME + ".tables", "table_name")));
    }

    private static TableDescription keyColumns() {
        return table(
                "key_columns",
                "The columns by which tables join",
                List.of(
                        text("key_id", "Join that the pair of columns belongs to"),
                        text("from_column", "Column of the table that refers to the other"),
                        text("target_column", "Column of the table that is referred to")),
                List.of(ForeignKey.of("key_id", NAME + ".keys", "key_id")));
    }

    private static TableDescription table(
            String name, String description, List<ColumnDescription> columns, List<ForeignKey> keys) {
        return new TableDescription(NAME + "." + name, false, description, Optional.empty(), columns, keys);
    }

    private static ColumnDescription text(String name, String description) {
        return column(name, "char", Optional.of("*"), description);
    }

    private static ColumnDescription number(String name, String description) {
        return column(name, "int", Optional.empty(), description);
    }

    private static ColumnDescription column(
            String name, String datatype, Optional<String> arraysize, String description) {
        return new ColumnDescription(
                name,
                datatype,
                arraysize,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                description,
                true,
                false,
                true);
    }
}
