package org.ctavo.war.example;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.ctavo.spi.Category;
import org.ctavo.spi.Database;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.FaultCode;
import org.ctavo.spi.RequestFault;

/** The page of the how-to's plugin: {@code /notes?ID=…}, a line a note. */
final class NotesEndpoint implements Endpoint {
    private final Database database;
    private final int most;

    NotesEndpoint(Database database, int most) {
        this.database = database;
        this.most = most;
    }

    private enum NotesFault implements FaultCode {
        NOTES_NOT_READ;

        @Override
        public Category category() {
            return Category.INTERNAL;
        }
    }

    @Override
    public String path() {
        return "/notes";
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        exchange.allow("GET", "HEAD");
        String product = exchange.parameters()
                .single("ID")
                .orElseThrow(() -> new Fault(RequestFault.MISSING_PARAMETER, "Say which product: ID=ivo://…"));
        String lines = lines(exchange, product);
        exchange.header("Content-Type", "text/plain;charset=UTF-8");
        exchange.output().write(lines.getBytes(StandardCharsets.UTF_8));
    }

    private String lines(Exchange exchange, String product) {
        StringBuilder lines = new StringBuilder();
        // As the caller: what the caller may not see in ADQL is not seen here.
        try (Connection connection = database.asCaller(exchange.caller());
                PreparedStatement notes = connection.prepareStatement(
                        "SELECT note FROM notes.note WHERE obs_publisher_did = ? ORDER BY written LIMIT ?")) {
            notes.setString(1, product);
            notes.setInt(2, most);
            try (ResultSet row = notes.executeQuery()) {
                while (row.next()) {
                    lines.append(row.getString(1)).append('\n');
                }
            }
        } catch (SQLException e) {
            throw new Fault(NotesFault.NOTES_NOT_READ, "The notes cannot be read now; try again later.", e);
        }
        return lines.toString();
    }
}
