package org.ctavo.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** Creates the roles and the database on a server of the service's own; on another, its administrator does the same. */
public final class Roles {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private Roles() {}

    /**
     * Makes roles, database and extensions exist, with the given passwords; changes nothing that is right already.
     *
     * @param administrator a superuser's connection to any database of the server
     * @param database name of the service's database
     * @param logins the roles wanted
     */
    public static void create(Connection administrator, String database, Logins logins) throws SQLException {
        role(administrator, logins.owner());
        for (Login worker : logins.workers()) {
            role(administrator, worker);
        }
        String name = checked(database);
        if (!exists(administrator, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            execute(
                    administrator,
                    "CREATE DATABASE " + name + " OWNER "
                            + checked(logins.owner().user())
                            + " ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8' TEMPLATE template0");
        }
        execute(administrator, "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        for (Login worker : logins.workers()) {
            execute(administrator, "GRANT CONNECT ON DATABASE " + name + " TO " + checked(worker.user()));
        }
        // Uploaded tables are temporary tables of the query role.
        execute(
                administrator,
                "GRANT TEMPORARY ON DATABASE " + name + " TO "
                        + checked(logins.query().user()));
    }

    private static void role(Connection connection, Login login) throws SQLException {
        String name = checked(login.user());
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            execute(connection, "CREATE ROLE " + name + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE");
        }
        // format(%L) quotes the password on the server: DDL takes no parameters.
        try (PreparedStatement quote =
                connection.prepareStatement("SELECT format('ALTER ROLE %I PASSWORD %L', ?, ?)")) {
            quote.setString(1, name);
            quote.setString(2, login.password());
            try (ResultSet row = quote.executeQuery()) {
                row.next();
                execute(connection, row.getString(1));
            }
        }
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Database and role names are lower-case letters, digits and underscores; not: " + name);
        }
        return name;
    }
}
