package org.ctavo.tap.query;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;

import org.ctavo.spi.Fault;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a failure in the database means to the user who asked (PostgreSQL, appendix A: error codes). */
final class SqlFaults {
    private SqlFaults() {}

    static Fault of(SQLException failure, boolean cancelled) {
        if (cancelled) {
            return new Fault(TapFault.CANCELLED, "The query was cancelled.", failure);
        }
        if (failure instanceof SQLTransientConnectionException) {
            return new Fault(
                    TapFault.DATABASE_BUSY, "All database connections are in use; try again in a moment.", failure);
        }
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.equals("57014")) {
            return new Fault(
                    TapFault.TIME_LIMIT,
                    "The query ran into its time limit. Narrow it, or run it as an asynchronous job with a longer"
                            + " execution duration.",
                    failure);
        }
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
                // Conditions that values bring about, and those that the service's own functions raise in users' terms.
            case "22", "VO" -> new Fault(
                    TapFault.BAD_VALUE, "A value made the query fail: " + primary(failure) + '.', failure);
            case "54" -> new Fault(
                    TapFault.TOO_COMPLEX,
                    "The query is larger than the database can take; split it into simpler ones.",
                    failure);
            case "53", "40" -> new Fault(
                    TapFault.DATABASE_BUSY, "The database is at a limit; try again in a moment.", failure);
            case "08", "57" -> new Fault(
                    TapFault.DATABASE_DOWN, "The database cannot be reached; try again in a moment.", failure);
            default -> state.equals("42501")
                    ? new Fault(TapFault.NOT_READABLE, "The query asks for a table that you may not read.", failure)
                    : new Fault(
                            TapFault.QUERY_FAILED,
                            "The service failed on this query; its operators will find the reason in the log.",
                            failure);
        };
    }

    private static String primary(SQLException failure) {
        ServerErrorMessage server = failure instanceof PSQLException e ? e.getServerErrorMessage() : null;
        String message =
                server == null || server.getMessage() == null ? "the database refused it" : server.getMessage();
        String text = message.strip();
        return text.isEmpty()
                ? "the database refused it"
                : text.substring(0, 1).toLowerCase(Locale.ROOT)
                        + text.substring(1).replaceAll("\\.$", "");
    }
}
