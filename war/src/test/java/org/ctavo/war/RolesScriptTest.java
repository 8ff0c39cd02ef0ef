package org.ctavo.war;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.ctavo.database.Login;
import org.ctavo.database.Logins;
import org.ctavo.database.Migrator;
import org.ctavo.database.RolesScript;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What an administrator is told to run does make a database that the service can use. */
class RolesScriptTest {

    @Test
    void theScriptMakesADatabaseThatEveryMigrationRunsIn() throws SQLException {
        String server = TestPostgres.freshDatabase().owner().url();
        Login owner = new Login(server.substring(0, server.lastIndexOf('/')) + "/scripted", "scripted_owner", "one");
        Logins logins = new Logins(
                owner,
                owner.as("scripted_ingest", "two"),
                owner.as("scripted_service", "three"),
                owner.as("scripted_query", "four"));
        try (Connection administrator = TestPostgres.superuser("postgres");
                Statement statement = administrator.createStatement()) {
            for (String line : RolesScript.of(logins).lines().toList()) {
                statement.execute(line.startsWith("\\password ") ? password(line.substring(10), logins) : line);
            }
        }
        assertThat(new Migrator(logins).migrate(Plugins.found().migrations())).isPositive();
        Login query = logins.query();
        try (Connection connection = DriverManager.getConnection(query.url(), query.user(), query.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE upload (a int)");
            assertThatThrownBy(() -> statement.execute("CREATE TABLE public.a (a int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static String password(String role, Logins logins) {
        return List.of(logins.owner(), logins.ingest(), logins.service(), logins.query()).stream()
                .filter(login -> login.user().equals(role))
                .map(login -> "ALTER ROLE " + role + " PASSWORD '" + login.password() + "'")
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theScriptHoldsNoPassword() {
        Login owner = new Login("jdbc:postgresql://db.example.org:5433/archive?ssl=true", "o", "hush");
        Logins logins = new Logins(owner, owner.as("i", "hush"), owner.as("s", "hush"), owner.as("q", "hush"));
        assertThat(RolesScript.of(logins))
                .contains("CREATE DATABASE archive OWNER o")
                .doesNotContain("hush");
    }
}
