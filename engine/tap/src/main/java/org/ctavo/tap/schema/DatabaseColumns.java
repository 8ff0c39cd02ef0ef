package org.ctavo.tap.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tables and columns that the database really has, and which of them an index helps. */
final class DatabaseColumns {
    /**
     * Every column of the schemas' tables and views. An index helps the column it begins with; one that begins with an
     * expression helps every column in it. A column of a view is helped where one of the same name is, in a table that
     * the view reads, at any depth.
     */
    private static final String SQL =
            """
            WITH RECURSIVE relation AS (
                SELECT c.oid, n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
            ), base(root, oid) AS (
                SELECT oid, oid FROM relation
                UNION
                SELECT b.root, d.refobjid FROM base b
                JOIN pg_rewrite w ON w.ev_class = b.oid
                JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
                    AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> b.oid
            ), helped(oid, attname) AS (
                SELECT i.indrelid, a.attname FROM pg_index i
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
                WHERE i.indisvalid
                UNION
                SELECT i.indrelid, a.attname FROM pg_index i
                JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid
                    AND d.refclassid = 'pg_class'::regclass AND d.refobjid = i.indrelid
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = d.refobjsubid
                WHERE i.indisvalid AND i.indkey[0] = 0
            )
            SELECT r.nspname, r.relname, a.attname, t.typname, EXISTS (
                SELECT FROM base b JOIN helped h ON h.oid = b.oid WHERE b.root = r.oid AND h.attname = a.attname)
            FROM relation r
            JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_type t ON t.oid = a.atttypid
            """;

    private final Map<String, Map<String, Column>> tables;

    private DatabaseColumns(Map<String, Map<String, Column>> tables) {
        this.tables = tables;
    }

    /**
     * A column.
     *
     * @param type the catalogue's name of its type, an array's beginning with an underscore
     * @param indexed whether an index helps it
     */
    record Column(String type, boolean indexed) {}

    /** Reads the catalogue. */
    static DatabaseColumns read(Connection connection, Collection<String> schemas) throws SQLException {
        Map<String, Map<String, Column>> tables = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tables.computeIfAbsent(
                                    quoted(row.getString(1)) + "." + quoted(row.getString(2)), key -> new HashMap<>())
                            .put(row.getString(3), new Column(row.getString(4), row.getBoolean(5)));
                }
            }
        }
        return new DatabaseColumns(tables);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Whether there is a table, by its name in SQL with quotation marks. */
    boolean has(String table) {
        return tables.containsKey(table);
    }

    /** A column of a table, if there is one. */
    Optional<Column> column(String table, String column) {
        return Optional.ofNullable(tables.getOrDefault(table, Map.of()).get(column));
    }
}
