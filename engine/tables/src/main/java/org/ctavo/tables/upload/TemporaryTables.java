package org.ctavo.tables.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ctavo.adql.metadata.KnownTable;
import org.ctavo.spi.Fault;
import org.ctavo.spi.TableDescription;
import org.ctavo.tables.TablesFault;
import org.ctavo.tap.query.UploadedTables;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Uploads as temporary tables of the session that runs their query. Owns the files they come from. */
final class TemporaryTables implements UploadedTables {
    private static final String DUPLICATE_COLUMN = "42701";

    private final List<Table> tables = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();

    private record Table(UploadedTable content, KnownTable known) {

        String sqlColumns() {
            List<UploadedColumn> columns = content.columns();
            List<KnownTable.KnownColumn> names = known.columns();
            List<String> definitions = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                String name = names.get(i).sqlName().replace("\"", "\"\"");
                definitions.add(
                        '"' + name + "\" pg_catalog." + columns.get(i).type().sqlName());
            }
            return String.join(", ", definitions);
        }
    }

    /** Takes over a file, to be deleted at the end. */
    void own(Path file) {
        files.add(file);
    }

    void add(String name, UploadedTable content) {
        TableDescription description = new TableDescription(
                "TAP_UPLOAD." + name,
                false,
                "",
                Optional.empty(),
                content.columns().stream().map(UploadedColumn::description).toList(),
                List.of());
        // The name was checked to be a plain identifier.
        String sqlName = "pg_temp.\"upload_" + name.toLowerCase(Locale.ROOT) + '"';
        tables.add(new Table(content, new KnownTable(description, sqlName)));
    }

    @Override
    public List<KnownTable> tables() {
        return tables.stream().map(Table::known).toList();
    }

    @Override
    public void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // The query role's transactions are read-only; that it may make temporary tables is all it is granted.
            statement.execute("BEGIN READ WRITE");
            try {
                for (Table table : tables) {
                    create(statement, table);
                    fill(connection.unwrap(PGConnection.class), table);
                    statement.execute("ANALYZE " + table.known.sqlName());
                }
                statement.execute("COMMIT");
            } catch (SQLException | RuntimeException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        }
    }

    private static void create(Statement statement, Table table) throws SQLException {
        try {
            statement.execute("CREATE TEMPORARY TABLE " + table.known.sqlName().substring("pg_temp.".length()) + " ("
                    + table.sqlColumns() + ")");
        } catch (SQLException e) {
            if (DUPLICATE_COLUMN.equals(e.getSQLState())) {
                throw new Fault(
                        TablesFault.UPLOAD_NOT_READABLE,
                        "UPLOAD: two columns of " + table.known.description().name()
                                + " have the same name (of which 63 bytes count), or one has a name that the database"
                                + " keeps for itself, such as ctid; rename it.",
                        e);
            }
            throw e;
        }
    }

    private static void fill(PGConnection connection, Table table) throws SQLException {
        CopyIn copy = connection.getCopyAPI().copyIn("COPY " + table.known.sqlName() + " FROM STDIN (FORMAT binary)");
        try {
            CopyRows rows = new CopyRows(table.content.columns(), copy);
            table.content.rows(rows);
            rows.end();
        } catch (IOException e) {
            throw e.getCause() instanceof SQLException cause ? cause : new SQLException("An upload cannot be read.", e);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    @Override
    public void drop(Connection connection) throws SQLException {
        String names = tables.stream().map(table -> table.known.sqlName()).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN READ WRITE; DROP TABLE IF EXISTS " + names + "; COMMIT");
        }
    }

    @Override
    public void close() {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
