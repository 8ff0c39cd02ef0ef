package org.ctavo.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.ctavo.database.Login;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** What PostgreSQL alone needs: COPY to a client that throws the bytes away. One connection; close it. */
final class CopyFloor implements AutoCloseable {
    private final Connection connection;
    private final CopyManager copies;

    CopyFloor(Login login) throws SQLException {
        this.connection = DriverManager.getConnection(login.url(), login.user(), login.password());
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** Seconds that one COPY takes, first byte to last. */
    double seconds(String select, String format) throws SQLException, IOException {
        long start = System.nanoTime();
        copies.copyOut("COPY (" + select + ") TO STDOUT (FORMAT " + format + ")", OutputStream.nullOutputStream());
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
