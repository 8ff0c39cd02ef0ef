package org.ctavo.uws;

import java.sql.Connection;
import java.sql.SQLException;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Database;

/** A database that can be cut off, as by a broken cable: what is asked of it then fails. */
final class CutDatabase implements Database {
    private final Database database;
    private volatile boolean cut;

    CutDatabase(Database database) {
        this.database = database;
    }

    void cut(boolean off) {
        cut = off;
    }

    private void check() throws SQLException {
        if (cut) {
            throw new SQLException("cut off");
        }
    }

    @Override
    public Connection asCaller(Caller caller) throws SQLException {
        check();
        return database.asCaller(caller);
    }

    @Override
    public Connection asIngest() throws SQLException {
        check();
        return database.asIngest();
    }

    @Override
    public Connection asService() throws SQLException {
        check();
        return database.asService();
    }
}
