package org.ctavo.uws;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/** Runs another runner under a lock of the database that tells when a job runs twice at once, on whatever nodes. */
final class LockedRunner implements JobRunner {
    private final Database database;
    private final JobRunner runner;

    LockedRunner(Database database, JobRunner runner) {
        this.database = database;
        this.runner = runner;
    }

    @Override
    public void run(JobRun run) throws Exception {
        long key = run.job().id().bits().getMostSignificantBits();
        try (Connection connection = database.asIngest()) {
            if (!call(connection, "SELECT pg_try_advisory_lock(?)", key)) {
                throw new Fault(RequestFault.NOT_ALLOWED, "The job runs twice at once.");
            }
            try {
                if (run.job().parameters().has("SQL") && run.job().attempts() == 1) {
                    sleep();
                }
                runner.run(run);
            } finally {
                call(connection, "SELECT pg_advisory_unlock(?)", key);
            }
        }
    }

    /** Something for the query role to do for a minute, unless this is the second attempt. */
    private void sleep() throws SQLException {
        try (Connection connection = database.asCaller(Caller.ANONYMOUS);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_sleep(60)");
        }
    }

    private static boolean call(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
