package org.ctavo.schema.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.ctavo.schema.relational.Column;
import org.ctavo.schema.relational.SqlType;
import org.ctavo.schema.relational.Table;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;

/** Writes the metadata back as files that {@link Loader} reads: all of it as it stood at one moment. */
public final class Exporter {
    private static final int ROWS_AT_ONCE = 10_000;

    private final Database database;
    private final LoadableTables tables = new LoadableTables();

    /** Exports from this database, under its ingest role. */
    public Exporter(Database database) {
        this.database = database;
    }

    /**
     * Writes a file for each table that has rows.
     *
     * @param directory made if need be; files of the same names are replaced
     * @return numbers of rows by name of the file
     * @throws Fault of {@link LoadFault} if the directory cannot be written or the database fails
     */
    public Map<String, Long> export(Path directory, TableFormat format) {
        try (Connection connection = database.asIngest()) {
            connection.setAutoCommit(false);
            try {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                Files.createDirectories(directory);
                Map<String, Long> written = new LinkedHashMap<>();
                for (Table table : tables.all()) {
                    Path file = directory.resolve(table.name() + "." + format.extension());
                    long rows = write(connection, table, format, file);
                    if (rows > 0) {
                        written.put(file.getFileName().toString(), rows);
                    }
                }
                return written;
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        } catch (IOException e) {
            throw new Fault(LoadFault.UNWRITABLE_DIRECTORY, "The directory for the export cannot be written.", e);
        } catch (SQLException e) {
            throw new Fault(LoadFault.DATABASE_FAILED, "The database failed; the export is not complete.", e);
        }
    }

    private long write(Connection connection, Table table, TableFormat format, Path file)
            throws IOException, SQLException {
        String names = table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
        String sql = "SELECT " + names + " FROM " + tables.schema().name() + "." + table.name() + " ORDER BY "
                + String.join(", ", table.primaryKey());
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? write(rows, table, format.writer(), file) : 0;
            }
        }
    }

    private static long write(ResultSet rows, Table table, RowWriter writer, Path file)
            throws IOException, SQLException {
        long count = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.begin(out, table);
            do {
                writer.row(out, cells(rows, table.columns()));
                count++;
            } while (rows.next());
            writer.end(out);
        }
        return count;
    }

    private static String[] cells(ResultSet rows, List<Column> columns) throws SQLException {
        String[] cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(rows, i + 1, columns.get(i).type());
        }
        return cells;
    }

    /** The driver's own text of a value changes with how it was sent: each type is written here. */
    private static String cell(ResultSet rows, int index, SqlType type) throws SQLException {
        Object value = type == SqlType.TIMESTAMP ? rows.getObject(index, LocalDateTime.class) : rows.getObject(index);
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        return value == null ? null : value.toString();
    }
}
