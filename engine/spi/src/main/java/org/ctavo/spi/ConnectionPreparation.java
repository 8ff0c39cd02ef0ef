package org.ctavo.spi;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done with a new connection once, so that its first question does not wait for it. */
@FunctionalInterface
public interface ConnectionPreparation {

    /**
     * Prepares a connection of the query role, in auto-commit mode, for nobody in particular. It takes milliseconds and
     * leaves nothing behind but what the session remembers by itself: plans and the shapes of tables.
     *
     * @throws SQLException if it cannot; the connection then serves unprepared
     */
    void prepare(Connection connection) throws SQLException;
}
