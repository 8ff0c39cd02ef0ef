package org.ctavo.schema.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Streams rows into the staging table. Close it, finished or not. */
final class Staging implements AutoCloseable {
    private static final int CHUNK = 1 << 16;

    private final CopyIn copy;
    private final String table;
    private final StringBuilder buffer = new StringBuilder();

    Staging(Connection connection, String table) throws SQLException {
        this.table = table;
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY cta.staging (table_name, row_number, cells) FROM STDIN");
    }

    void row(long number, String[] cells) throws IOException {
        buffer.append(table).append('\t').append(number).append('\t').append('{');
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                buffer.append(',');
            }
            cell(cells[i]);
        }
        buffer.append("}\n");
        if (buffer.length() >= CHUNK) {
            flush();
        }
    }

    /** An element of an array, escaped once for the array and once for COPY. */
    private void cell(String cell) {
        if (cell == null) {
            buffer.append("NULL");
            return;
        }
        buffer.append('"');
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\\\\\");
                case '"' -> buffer.append("\\\\\"");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                case '\t' -> buffer.append("\\t");
                default -> buffer.append(c);
            }
        }
        buffer.append('"');
    }

    private void flush() throws IOException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        buffer.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new IOException("the database did not take the rows", e);
        }
    }

    void finish() throws IOException {
        flush();
        try {
            copy.endCopy();
        } catch (SQLException e) {
            throw new IOException("the database did not take the rows", e);
        }
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
