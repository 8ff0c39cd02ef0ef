package org.ctavo.tap.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.ForeignKey;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;

/** Reads TAP_SCHEMA into memory, in one transaction. */
final class TapSchemaReader {
    private static final String PUBLICATION = "SELECT digest, published FROM tap_schema.publication";
    private static final String COLUMNS = "SELECT * FROM tap_schema.columns ORDER BY table_name, column_index";
    private static final String KEYS = "SELECT k.key_id, k.from_table, k.target_table, k.description, k.utype,"
            + " c.from_column, c.target_column FROM tap_schema.keys k JOIN tap_schema.key_columns c"
            + " ON c.key_id = k.key_id ORDER BY k.key_id, c.from_column";
    private static final String TABLES = "SELECT * FROM tap_schema.tables ORDER BY schema_name, table_index";
    private static final String SCHEMAS = "SELECT * FROM tap_schema.schemas ORDER BY schema_index";

    private TapSchemaReader() {}

    static MetadataSnapshot read(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // Another node may be publishing.
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            String digest = "";
            Instant published = Instant.EPOCH;
            try (ResultSet row = statement.executeQuery(PUBLICATION)) {
                if (row.next()) {
                    digest = row.getString(1);
                    published = row.getObject(2, OffsetDateTime.class).toInstant();
                }
            }
            return new MetadataSnapshot(schemas(statement), digest, published);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static List<SchemaDescription> schemas(Statement statement) throws SQLException {
        Map<String, List<TableDescription>> tables = tables(statement);
        List<SchemaDescription> schemas = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(SCHEMAS)) {
            while (row.next()) {
                String name = row.getString("schema_name");
                schemas.add(new SchemaDescription(
                        name, text(row, "description"), utype(row), tables.getOrDefault(name, List.of())));
            }
        }
        return schemas;
    }

    private static Map<String, List<TableDescription>> tables(Statement statement) throws SQLException {
        Map<String, List<ColumnDescription>> columns = columns(statement);
        Map<String, List<ForeignKey>> keys = keys(statement);
        Map<String, List<TableDescription>> tables = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                String name = row.getString("table_name");
                tables.computeIfAbsent(row.getString("schema_name"), schema -> new ArrayList<>())
                        .add(new TableDescription(
                                name,
                                row.getString("table_type").equals("view"),
                                text(row, "description"),
                                utype(row),
                                columns.getOrDefault(name, List.of()),
                                keys.getOrDefault(name, List.of())));
            }
        }
        return tables;
    }

    private static Map<String, List<ColumnDescription>> columns(Statement statement) throws SQLException {
        Map<String, List<ColumnDescription>> columns = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                columns.computeIfAbsent(row.getString("table_name"), table -> new ArrayList<>())
                        .add(new ColumnDescription(
                                row.getString("column_name"),
                                row.getString("datatype"),
                                optional(row, "arraysize"),
                                optional(row, "xtype"),
                                optional(row, "unit"),
                                optional(row, "ucd"),
                                utype(row),
                                text(row, "description"),
                                row.getInt("principal") == 1,
                                row.getInt("indexed") == 1,
                                row.getInt("std") == 1));
            }
        }
        return columns;
    }

    private static Map<String, List<ForeignKey>> keys(Statement statement) throws SQLException {
        Map<String, Map<String, ForeignKey>> keys = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery(KEYS)) {
            while (row.next()) {
                ForeignKey key = new ForeignKey(
                        row.getString("target_table"),
                        List.of(new ForeignKey.ColumnPair(
                                row.getString("from_column"), row.getString("target_column"))),
                        text(row, "description"),
                        utype(row));
                keys.computeIfAbsent(row.getString("from_table"), table -> new LinkedHashMap<>())
                        .merge(row.getString("key_id"), key, TapSchemaReader::joined);
            }
        }
        Map<String, List<ForeignKey>> lists = new LinkedHashMap<>();
        keys.forEach((table, byId) -> lists.put(table, List.copyOf(byId.values())));
        return lists;
    }

    private static ForeignKey joined(ForeignKey some, ForeignKey more) {
        List<ForeignKey.ColumnPair> pairs = new ArrayList<>(some.columns());
        pairs.addAll(more.columns());
        return new ForeignKey(some.targetTable(), pairs, some.description(), some.utype());
    }

    private static Optional<String> utype(ResultSet row) throws SQLException {
        return optional(row, "utype");
    }

    private static Optional<String> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).filter(text -> !text.isEmpty());
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return optional(row, column).orElse("");
    }
}
