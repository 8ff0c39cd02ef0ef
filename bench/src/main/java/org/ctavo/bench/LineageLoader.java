package org.ctavo.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.ctavo.database.Login;
import org.ctavo.database.Logins;

/**
 * Fills schema provenance with an invented lineage, made within the database. Keys, indexes and triggers are put aside
 * for the time and put back as they were, every constraint checked; what the triggers would have done a statement at a
 * time is done once for all, and looked at for some. In one transaction.
 */
final class LineageLoader {
    private static final int SAMPLE = 200;

    /** Constraints and indexes, keys before what refers to them: kind, table, name, definition. */
    private static final String DEFINITIONS =
            """
            SELECT * FROM (
                SELECT contype::text AS kind, conrelid::regclass::text AS of, quote_ident(conname) AS name,
                    pg_get_constraintdef(oid) AS definition
                FROM pg_constraint
                WHERE connamespace = 'provenance'::regnamespace AND contype IN ('p', 'u', 'f') AND convalidated
                UNION ALL
                SELECT 'i', indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid)
                FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
                WHERE relnamespace = 'provenance'::regnamespace AND indisvalid
                    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u'))
            ) AS d ORDER BY position(kind IN 'puif'), of, name
            """;

    private static final String TRIGGERS =
            """
            SELECT 't', tgrelid::regclass::text, tgname, tgenabled::text
            FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
            WHERE relnamespace = 'provenance'::regnamespace AND NOT tgisinternal ORDER BY 2, 3
            """;

    /** Progenitors of an entity that the closure and a walk along the relations do not agree about. */
    private static final String DISAGREEING =
            """
            WITH RECURSIVE walk (id, depth) AS (
                SELECT ?::text, 0
                UNION
                SELECT n.id, w.depth + 1
                FROM walk w CROSS JOIN LATERAL (
                    SELECT u.entity_id FROM provenance.wasgeneratedby g
                        JOIN provenance.used u ON u.activity_id = g.activity_id WHERE g.entity_id = w.id
                    UNION ALL
                    SELECT d.usedentity_id FROM provenance.wasderivedfrom d WHERE d.generatedentity_id = w.id) n (id)),
            walked AS (SELECT id, min(depth)::smallint AS depth FROM walk WHERE depth > 0 GROUP BY id),
            kept AS (SELECT progenitor_id, depth FROM provenance.progenitor WHERE entity_id = ?)
            SELECT count(*) FROM (
                (TABLE walked EXCEPT TABLE kept) UNION ALL (TABLE kept EXCEPT TABLE walked)) AS d
            """;

    private final Logins logins;
    private final long start = System.nanoTime();

    LineageLoader(Logins logins) {
        this.logins = logins;
    }

    private record Definition(String kind, String table, String name, String text) {
        String drop() {
            return kind.equals("i") ? "DROP INDEX " + name : "ALTER TABLE " + table + " DROP CONSTRAINT " + name;
        }

        String restore() {
            return kind.equals("i") ? text : "ALTER TABLE " + table + " ADD CONSTRAINT " + name + " " + text;
        }
    }

    void load(LineageSize size) throws SQLException {
        Login owner = logins.owner();
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            if (holds(statement, size.runs())) {
                if (holds(statement, size.runs() + 1)) {
                    throw new IllegalStateException("This home holds a larger lineage already; take another home.");
                }
                return;
            }
            connection.setAutoCommit(false);
            statement.execute("SET maintenance_work_mem = '1GB'; SET work_mem = '128MB'");
            List<Definition> before = definitions(statement, DEFINITIONS);
            List<Definition> triggers = definitions(statement, TRIGGERS);
            triggers(statement, "DISABLE");
            for (int i = before.size() - 1; i >= 0; i--) {
                statement.execute(before.get(i).drop());
            }
            for (String rows : script().split(";\\s*\n", -1)) {
                if (!rows.isBlank()) {
                    statement.execute(rows.replace(":runs", Long.toString(size.runs())));
                }
            }
            progress("rows");
            for (Definition definition : before) {
                statement.execute(definition.restore());
            }
            triggers(statement, "ENABLE");
            progress("indexes and constraints");
            // The rows have their steps; this would find what they have not.
            statement.execute("SELECT provenance.rebuild_steps()");
            statement.execute("SELECT provenance.rebuild_lineage()");
            progress("lineage");
            if (!definitions(statement, DEFINITIONS).equals(before)
                    || !definitions(statement, TRIGGERS).equals(triggers)) {
                throw new IllegalStateException("The schema is not as it was; nothing was loaded.");
            }
            check(connection, size);
            connection.commit();
            connection.setAutoCommit(true);
            for (String table : tables(statement)) {
                statement.execute("VACUUM ANALYZE " + table);
            }
            progress("statistics");
        }
    }

    private void progress(String what) {
        System.err.printf("%,6d s: %s made%n", (System.nanoTime() - start) / 1_000_000_000, what);
    }

    private static boolean holds(Statement statement, long run) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT FROM provenance.entity WHERE id = '" + LineageSize.id("map", run) + "'")) {
            return row.next();
        }
    }

    private static List<Definition> definitions(Statement statement, String sql) throws SQLException {
        List<Definition> all = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                all.add(new Definition(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
            }
        }
        return all;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT oid::regclass::text FROM pg_class"
                + " WHERE relnamespace = 'provenance'::regnamespace AND relkind = 'r' ORDER BY 1")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private static void triggers(Statement statement, String verb) throws SQLException {
        for (String table : tables(statement)) {
            statement.execute("ALTER TABLE " + table + " " + verb + " TRIGGER USER");
        }
    }

    private static void check(Connection connection, LineageSize size) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DISAGREEING)) {
            for (String product : size.products(SAMPLE, 1)) {
                select.setString(1, product);
                select.setString(2, product);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    if (row.getLong(1) != 0) {
                        throw new IllegalStateException(product + " has other progenitors than its relations say.");
                    }
                }
            }
        }
    }

    private static String script() {
        try (InputStream in = LineageLoader.class.getResourceAsStream("lineage.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
