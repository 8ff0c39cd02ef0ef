package org.ctavo.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the tables of a schema have beside their rows: constraints, indexes, triggers, each with its definition.
 *
 * @param schema name of the schema
 * @param parts rows of kind, table, name, definition
 */
record TableShape(String schema, List<List<String>> parts) {
    private static final String PARTS =
            """
            SELECT * FROM (
                SELECT CASE WHEN c.oid IS NULL THEN 'index' ELSE 'key' END, i.indrelid::regclass::text,
                    i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) || ' ' || i.indisvalid
                FROM pg_index AS i JOIN pg_class AS t ON t.oid = i.indrelid
                LEFT JOIN pg_constraint AS c ON c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x')
                WHERE t.relnamespace = %1$s
                UNION ALL
                SELECT 'constraint', conrelid::regclass::text, conname,
                    pg_get_constraintdef(oid) || ' ' || convalidated
                FROM pg_constraint WHERE connamespace = %1$s
                UNION ALL
                SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(g.oid) || ' ' || tgenabled::text
                FROM pg_trigger AS g JOIN pg_class AS t ON t.oid = g.tgrelid
                WHERE t.relnamespace = %1$s AND NOT tgisinternal
                UNION ALL
                SELECT 'table', t.oid::regclass::text, t.relpersistence::text, t.relrowsecurity::text
                FROM pg_class AS t WHERE t.relnamespace = %1$s AND t.relkind = 'r'
            ) AS p (kind, place, name, definition) ORDER BY kind, place, definition ~ ' gist ' DESC, name
            """;

    static TableShape of(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new TableShape(schema, Rows.rows(statement, PARTS.formatted("'" + schema + "'::regnamespace")));
        }
    }

    /** The tables, schema and all. */
    List<String> tables() {
        return of("table").map(part -> part.get(1)).toList();
    }

    /** Drops indexes that hold up no constraint, and disables triggers. */
    void setAside(Connection connection, List<String> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.execute("ALTER TABLE " + schema + "." + table + " DISABLE TRIGGER USER");
            }
            List<String> places =
                    tables.stream().map(table -> schema + "." + table).toList();
            String indexes = of("index")
                    .filter(part -> places.contains(part.get(1)))
                    .map(part -> part.get(2))
                    .collect(Collectors.joining(", "));
            statement.execute("DROP INDEX " + indexes);
        }
    }

    /** Makes anew what is not there, the slow ones first, and enables every trigger. */
    void restore(Connection connection, Parallel work) throws SQLException, InterruptedException {
        List<List<String>> there = of(connection, schema).parts();
        work.run(of("index")
                .filter(part -> !there.contains(part))
                .map(part -> Parallel.statement(part.get(3).replaceFirst(" \\w+$", "")))
                .toList());
        try (Statement statement = connection.createStatement()) {
            for (String table :
                    of("trigger").map(part -> part.get(1)).distinct().toList()) {
                statement.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
            }
        }
    }

    /** Compares with what is there now. */
    void check(Connection connection) throws SQLException {
        List<List<String>> now = of(connection, schema).parts();
        if (!now.equals(parts)) {
            throw new IllegalStateException("The tables are not what they were. Missing: "
                    + parts.stream().filter(part -> !now.contains(part)).toList() + "; new: "
                    + now.stream().filter(part -> !parts.contains(part)).toList());
        }
    }

    private Stream<List<String>> of(String kind) {
        return parts.stream().filter(part -> part.get(0).equals(kind));
    }
}
