package org.ctavo.database;

import java.util.List;

/** For a server that is not the service's own: the SQL by which its administrator makes the roles and the database. */
public final class RolesScript {
    private static final String DEFAULT_DATABASE = "ctavo";

    private RolesScript() {}

    /**
     * A script for {@code psql} under a superuser. It asks for the passwords and holds none.
     *
     * @param logins the roles wanted; their URL names the database
     */
    public static String of(Logins logins) {
        String database = database(logins.owner().url());
        StringBuilder sql = new StringBuilder();
        line(sql, "-- Run as a superuser: psql -f THIS-FILE postgres. Then write the passwords it asked for into");
        line(sql, "-- conf/cta-vo.properties, or into the environment of the service.");
        List<Login> all = List.of(logins.owner(), logins.ingest(), logins.service(), logins.query());
        for (Login login : all) {
            line(sql, "CREATE ROLE " + Roles.checked(login.user()) + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;");
        }
        for (Login login : all) {
            line(sql, "\\password " + Roles.checked(login.user()));
        }
        line(
                sql,
                "CREATE DATABASE " + database + " OWNER "
                        + Roles.checked(logins.owner().user()) + " ENCODING 'UTF8' TEMPLATE template0;");
        line(sql, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC;");
        for (Login worker : logins.workers()) {
            line(sql, "GRANT CONNECT ON DATABASE " + database + " TO " + Roles.checked(worker.user()) + ";");
        }
        line(sql, "-- Tables that users upload are temporary tables of the query role.");
        line(
                sql,
                "GRANT TEMPORARY ON DATABASE " + database + " TO "
                        + Roles.checked(logins.query().user()) + ";");
        return sql.toString();
    }

    private static void line(StringBuilder sql, String text) {
        sql.append(text).append('\n');
    }

    private static String database(String url) {
        String path = url.replaceFirst("[?].*", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.matches("[a-z][a-z0-9_]{0,62}") ? name : DEFAULT_DATABASE;
    }
}
