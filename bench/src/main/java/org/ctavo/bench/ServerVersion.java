package org.ctavo.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.ctavo.database.Login;

/** Which PostgreSQL is measured. */
final class ServerVersion {

    private ServerVersion() {}

    static String of(Login login) throws SQLException {
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.current_setting('server_version')")) {
            row.next();
            return "PostgreSQL " + row.getString(1);
        }
    }
}
