package org.ctavo.tap.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

import org.ctavo.spi.Database;
import org.postgresql.PGConnection;

/** A pooled connection as one query needs it; it goes back to the pool as it came. */
final class Session implements AutoCloseable {
    private final Connection connection;
    private final PGConnection postgres;
    private final QueryRequest request;
    private boolean prepared;

    private Session(Connection connection, QueryRequest request) throws SQLException {
        this.connection = connection;
        this.request = request;
        this.postgres = connection.unwrap(PGConnection.class);
    }

    /** Borrows a connection of the caller's; it is as any other until {@link #prepare}. */
    static Session open(Database database, QueryRequest request) throws SQLException {
        Connection connection = database.asCaller(request.caller());
        try {
            return new Session(connection, request);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    PGConnection postgres() {
        return postgres;
    }

    /** Sets the time limit and creates the uploaded tables. Costs nothing where there is neither. */
    void prepare() throws SQLException {
        Optional<Duration> timeLimit = request.timeLimit();
        if (timeLimit.isEmpty() && request.uploads().tables().isEmpty()) {
            return;
        }
        prepared = true;
        if (timeLimit.isPresent()) {
            execute("SET statement_timeout = " + timeLimit.get().toMillis());
        }
        if (!request.uploads().tables().isEmpty()) {
            request.uploads().create(connection);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends the connection for good and frees its place in the pool, whatever another thread is waiting for. */
    void cut() {
        try (connection) {
            connection.abort(Runnable::run);
            // A pool learns that a connection is broken by using it.
            connection.createStatement().close();
        } catch (SQLException e) {
            // It is broken, which is all that is wanted.
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            restore();
        } catch (SQLException e) {
            // What could not be undone must not reach the next caller.
            cut();
            throw e;
        }
        connection.close();
    }

    private void restore() throws SQLException {
        if (!prepared) {
            return;
        }
        if (!request.uploads().tables().isEmpty()) {
            request.uploads().drop(connection);
        }
        if (request.timeLimit().isPresent()) {
            execute("RESET statement_timeout");
        }
    }
}
