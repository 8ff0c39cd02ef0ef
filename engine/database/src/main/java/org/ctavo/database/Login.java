package org.ctavo.database;

import java.util.Objects;

/**
 * How to reach a database as one role.
 *
 * @param url JDBC URL
 * @param user role name
 * @param password never logged; empty where the server asks for none
 */
public record Login(String url, String user, String password) {

    /** Checks that nothing is null. */
    public Login {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /** The same server as another role. */
    public Login as(String otherUser, String otherPassword) {
        return new Login(url, otherUser, otherPassword);
    }

    @Override
    public String toString() {
        return user + "@" + url;
    }
}
