package org.ctavo.tap.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.ForeignKey;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;

/** Fills the tables of TAP_SCHEMA anew, within a transaction of the caller's. */
final class TapSchemaWriter {
    private static final Pattern BOUNDED = Pattern.compile("(\\d{1,9})\\*?");

    private final Connection connection;

    TapSchemaWriter(Connection connection) {
        this.connection = connection;
    }

    void write(List<SchemaDescription> schemas) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : List.of("key_columns", "keys", "columns", "tables", "schemas")) {
                statement.executeUpdate("DELETE FROM tap_schema." + table);
            }
        }
        schemas(schemas);
        tables(schemas);
        columns(schemas);
        keys(schemas);
    }

    private void schemas(List<SchemaDescription> schemas) throws SQLException {
        try (Batch batch = new Batch("INSERT INTO tap_schema.schemas VALUES (?, ?, ?, ?)")) {
            int index = 0;
            for (SchemaDescription schema : schemas) {
                batch.add(schema.name(), schema.utype().orElse(null), schema.description(), ++index);
            }
        }
    }

    private void tables(List<SchemaDescription> schemas) throws SQLException {
        try (Batch batch = new Batch("INSERT INTO tap_schema.tables VALUES (?, ?, ?, ?, ?, ?)")) {
            for (SchemaDescription schema : schemas) {
                int index = 0;
                for (TableDescription table : schema.tables()) {
                    batch.add(
                            schema.name(),
                            table.name(),
                            table.isView() ? "view" : "table",
                            table.utype().orElse(null),
                            table.description(),
                            ++index);
                }
            }
        }
    }

    private void columns(List<SchemaDescription> schemas) throws SQLException {
        try (Batch batch =
                new Batch("INSERT INTO tap_schema.columns VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (SchemaDescription schema : schemas) {
                for (TableDescription table : schema.tables()) {
                    int index = 0;
                    for (ColumnDescription column : table.columns()) {
                        column(batch, table.name(), column, ++index);
                    }
                }
            }
        }
    }

    private static void column(Batch batch, String table, ColumnDescription column, int index) throws SQLException {
        batch.add(
                table,
                column.name(),
                column.datatype(),
                column.arraysize().orElse(null),
                column.xtype().orElse(null),
                size(column),
                column.description(),
                column.utype().orElse(null),
                column.unit().orElse(null),
                column.ucd().orElse(null),
                column.indexed() ? 1 : 0,
                column.principal() ? 1 : 0,
                column.std() ? 1 : 0,
                index);
    }

    private static Integer size(ColumnDescription column) {
        Matcher bounded = BOUNDED.matcher(column.arraysize().orElse(""));
        return bounded.matches() ? Integer.valueOf(bounded.group(1)) : null;
    }

    private void keys(List<SchemaDescription> schemas) throws SQLException {
        try (Batch keys = new Batch("INSERT INTO tap_schema.keys VALUES (?, ?, ?, ?, ?)");
                Batch columns = new Batch("INSERT INTO tap_schema.key_columns VALUES (?, ?, ?)")) {
            for (SchemaDescription schema : schemas) {
                for (TableDescription table : schema.tables()) {
                    int index = 0;
                    for (ForeignKey key : table.foreignKeys()) {
                        String id = table.name() + "-" + ++index;
                        keys.add(
                                id,
                                table.name(),
                                key.targetTable(),
                                key.description(),
                                key.utype().orElse(null));
                        for (ForeignKey.ColumnPair pair : key.columns()) {
                            columns.add(id, pair.from(), pair.target());
                        }
                    }
                }
            }
            keys.run();
        }
    }

    /** One statement with many rows; they are sent when it is closed. */
    private final class Batch implements AutoCloseable {
        private final PreparedStatement statement;

        Batch(String sql) throws SQLException {
            this.statement = connection.prepareStatement(sql);
        }

        void add(Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
        }

        void run() throws SQLException {
            statement.executeBatch();
        }

        @Override
        public void close() throws SQLException {
            try (statement) {
                run();
            }
        }
    }
}
