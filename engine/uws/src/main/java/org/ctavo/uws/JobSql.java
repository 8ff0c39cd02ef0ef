package org.ctavo.uws;

import java.net.URI;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;

/** What the statements about jobs have in common: connections, faults, and rows as jobs. */
final class JobSql {
    /** The columns of a job in the order that {@link #job} reads them; the table's alias is {@code j}. */
    static final String COLUMNS =
            """
            j.id, j.kind, j.collection, j.owner, j.groups, j.authentication, j.run_id, j.phase, j.creation_time,
            j.start_time, j.end_time, j.destruction, j.execution_seconds, j.parameter_names, j.parameter_values,
            j.result_ids, j.result_types, j.result_sizes, j.error_message, j.error_transient, j.attempts, j.claim,
            j.base
            """;
    /** The time now. Cut to what is shown, so that a time read back compares equal. */
    static final String NOW = "date_trunc('milliseconds', clock_timestamp())";
    /**
     * A table expression that lets the statement's transaction end without waiting for the disk. Only for changes that
     * are made again when a crash of the database undoes them: a job whose end is forgotten is run again.
     */
    static final String RELAXED = "(SELECT set_config('synchronous_commit', 'off', true)) AS relaxed";
    /** The phases of jobs that take up room, as the index has them. */
    static final String ACTIVE = "phase IN ('QUEUED', 'EXECUTING', 'HELD', 'SUSPENDED')";

    private final Database database;

    JobSql(Database database) {
        this.database = database;
    }

    /** Statements on one connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Reads a row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Works on a connection of the service role; failures become faults. */
    <T> T call(Work<T> work) {
        try (Connection connection = database.asService()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    /** Class 53 of SQL states: a full disk, no memory, too many connections. */
    private static Fault fault(SQLException e) {
        return Objects.requireNonNullElse(e.getSQLState(), "").startsWith("53")
                ? new Fault(JobFault.NO_ROOM, "The store of jobs is full or too busy; try again later.", e)
                : new Fault(JobFault.JOB_STORE, "The store of jobs cannot be reached; try again in a moment.", e);
    }

    /** Runs a statement that returns rows. */
    <T> List<T> rows(String sql, Row<T> row, Object... arguments) {
        return call(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, arguments);
                    ResultSet result = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (result.next()) {
                    all.add(row.read(result));
                }
                return all;
            }
        });
    }

    /** Runs a statement that returns at most one row. */
    <T> Optional<T> row(String sql, Row<T> row, Object... arguments) {
        return rows(sql, row, arguments).stream().findFirst();
    }

    /** Runs a statement that returns no rows, and says how many it changed. */
    int update(String sql, Object... arguments) {
        return call(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, arguments)) {
                return statement.executeUpdate();
            }
        });
    }

    static PreparedStatement prepare(Connection connection, String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < arguments.length; i++) {
                bind(connection, statement, i + 1, arguments[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, Object argument)
            throws SQLException {
        if (argument == null) {
            statement.setNull(index, Types.NULL);
        } else if (argument instanceof JobId id) {
            statement.setObject(index, id.bits());
        } else if (argument instanceof Instant instant) {
            statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        } else if (argument instanceof Duration duration) {
            statement.setLong(index, duration.plusMillis(999).toSeconds());
        } else if (argument instanceof String[] texts) {
            statement.setArray(index, connection.createArrayOf("text", texts));
        } else if (argument instanceof Long[] numbers) {
            statement.setArray(index, connection.createArrayOf("int8", numbers));
        } else if (argument instanceof UUID[] ids) {
            statement.setArray(index, connection.createArrayOf("uuid", ids));
        } else {
            statement.setObject(index, argument);
        }
    }

    static Job job(ResultSet row) throws SQLException {
        return new Job(
                id(row, 1),
                row.getString(2),
                row.getString(3),
                URI.create(row.getString(23)),
                caller(row),
                Optional.ofNullable(row.getString(7)),
                Phase.valueOf(row.getString(8)),
                instant(row, 9).orElseThrow(),
                instant(row, 10),
                instant(row, 11),
                instant(row, 12).orElseThrow(),
                Duration.ofSeconds(row.getInt(13)),
                parameters(row, 14),
                results(row),
                error(row),
                row.getInt(21),
                Optional.ofNullable(row.getObject(22, UUID.class)));
    }

    private static Optional<JobError> error(ResultSet row) throws SQLException {
        String message = row.getString(19);
        return message == null ? Optional.empty() : Optional.of(new JobError(message, row.getBoolean(20)));
    }

    static JobId id(ResultSet row, int column) throws SQLException {
        return new JobId(row.getObject(column, UUID.class));
    }

    static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Optional<String> owner(String column) {
        return Optional.of(column).filter(owner -> !owner.isEmpty());
    }

    private static Caller caller(ResultSet row) throws SQLException {
        return new Caller(
                owner(row.getString(4)), Set.of(texts(row, 5)), Caller.Authentication.valueOf(row.getString(6)));
    }

    static Parameters parameters(ResultSet row, int column) throws SQLException {
        String[] names = texts(row, column);
        String[] values = texts(row, column + 1);
        List<Parameters.Entry> entries = new ArrayList<>(names.length);
        for (int i = 0; i < names.length; i++) {
            entries.add(new Parameters.Entry(names[i], values[i]));
        }
        return new Parameters(entries);
    }

    private static List<JobResult> results(ResultSet row) throws SQLException {
        String[] ids = texts(row, 16);
        if (ids.length == 0) {
            return List.of();
        }
        String[] types = texts(row, 17);
        Long[] sizes = (Long[]) array(row, 18);
        List<JobResult> results = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            results.add(new JobResult(ids[i], types[i], sizes[i]));
        }
        return results;
    }

    private static String[] texts(ResultSet row, int column) throws SQLException {
        return (String[]) array(row, column);
    }

    private static Object array(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        try {
            return array.getArray();
        } finally {
            array.free();
        }
    }

    static String[] names(Parameters parameters) {
        return parameters.entries().stream().map(Parameters.Entry::name).toArray(String[]::new);
    }

    static String[] values(Parameters parameters) {
        return parameters.entries().stream().map(Parameters.Entry::value).toArray(String[]::new);
    }
}
