package org.ctavo.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

import org.ctavo.database.Login;
import org.ctavo.database.Logins;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Fills the synthetic table by COPY, into a schema of its own; keeps what has the right number of rows already. */
final class Loader {
    private static final int CHUNK = 1 << 16;

    private final Logins logins;

    Loader(Logins logins) {
        this.logins = logins;
    }

    void load(long rows) throws SQLException {
        Login owner = logins.owner();
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            if (holds(statement) == rows) {
                return;
            }
            connection.setAutoCommit(false);
            String columns = SyntheticTable.COLUMNS.stream()
                    .map(column -> column.name() + " pg_catalog." + column.sqlType())
                    .collect(Collectors.joining(", "));
            statement.execute("CREATE SCHEMA IF NOT EXISTS bench; DROP TABLE IF EXISTS bench.obscore;"
                    + " CREATE TABLE bench.obscore (" + columns + ")");
            copy(connection.unwrap(PGConnection.class), rows);
            String reader = logins.query().user();
            statement.execute("CREATE INDEX ON bench.obscore USING gist (sphere.vec(s_ra, s_dec));"
                    + " CREATE INDEX ON bench.obscore (obs_id);"
                    + " GRANT USAGE ON SCHEMA bench TO " + reader + "; GRANT SELECT ON bench.obscore TO " + reader);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("VACUUM ANALYZE bench.obscore");
        }
    }

    private static long holds(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT to_regclass('bench.obscore') IS NOT NULL")) {
            row.next();
            if (!row.getBoolean(1)) {
                return -1;
            }
        }
        try (ResultSet row = statement.executeQuery("SELECT count(*) FROM bench.obscore")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void copy(PGConnection connection, long rows) throws SQLException {
        CopyIn copy = connection.getCopyAPI().copyIn("COPY bench.obscore FROM STDIN");
        StringBuilder lines = new StringBuilder(CHUNK + 1024);
        for (long i = 0; i < rows; i++) {
            SyntheticRows.append(lines, i);
            if (lines.length() > CHUNK) {
                write(copy, lines);
            }
        }
        write(copy, lines);
        copy.endCopy();
    }

    private static void write(CopyIn copy, StringBuilder lines) throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }
}
