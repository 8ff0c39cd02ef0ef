package org.ctavo.spi;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The database behind the service. Each call borrows a connection that the caller of the method closes. Safe for use by
 * any number of threads.
 */
public interface Database {

    /**
     * A connection under the query role: every transaction is read-only, row-level security sees the caller's groups
     * and a statement timeout is on. It is in auto-commit mode.
     */
    Connection asCaller(Caller caller) throws SQLException;

    /** A connection under the ingest role, which writes the archive's tables. It is in auto-commit mode. */
    Connection asIngest() throws SQLException;

    /** A connection under the service role, which writes the service's own records (jobs, tokens) and no data. */
    Connection asService() throws SQLException;

    /**
     * Has every new connection of the query role prepared before it serves its first caller, in the pool's own thread:
     * a new session of PostgreSQL knows no tables and has no plans, and whoever asks first waits for both. Connections
     * that are open already stay as they are. A database without pools does nothing.
     */
    default void prepareCallers(ConnectionPreparation preparation) {}
}
