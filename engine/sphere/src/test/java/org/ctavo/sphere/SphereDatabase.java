package org.ctavo.sphere;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.ctavo.database.Logins;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.PGConnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A database with the schemas of this module, seen as the query role sees it; a test class registers its own. */
final class SphereDatabase implements BeforeAllCallback, AfterAllCallback {
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private Connection connection;

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        Logins logins = TestPostgres.migrated(List.of(SphereMigrations.SET));
        connection = TestPostgres.connect(logins.query());
        execute("SET search_path = pg_catalog");
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row. */
    String one(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    double number(String sql) throws SQLException {
        return Double.parseDouble(one("SELECT " + sql));
    }

    /** The value of an SQL expression. */
    String value(String expression) throws SQLException {
        return one("SELECT " + expression);
    }

    /** Creates a temporary table and fills it with what a Python script of the tests prints. */
    void fill(String table, String columns, String script, String... arguments) throws Exception {
        boolean present = Files.isExecutable(PYTHON);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(present).as("python3 with astropy").isTrue();
        }
        assumeTrue(present, "python3 with astropy is not installed");
        execute("CREATE TEMPORARY TABLE " + table + " (" + columns + ")");
        Path file = Files.createTempFile("sphere", ".tsv");
        try {
            run(script, arguments, file);
            try (InputStream lines = Files.newInputStream(file)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN", lines);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void run(String script, String[] arguments, Path output) throws Exception {
        List<String> command = new ArrayList<>(List.of(PYTHON.toString(), "-"));
        command.addAll(List.of(arguments));
        Process python = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var input = python.outputWriter(StandardCharsets.UTF_8)) {
            input.write(text(script));
        }
        assertThat(python.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(python.exitValue()).as(script).isZero();
    }

    private static String text(String script) throws IOException {
        try (InputStream in = SphereDatabase.class.getResourceAsStream(script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        connection.close();
    }
}
