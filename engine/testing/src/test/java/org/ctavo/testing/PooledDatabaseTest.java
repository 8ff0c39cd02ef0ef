package org.ctavo.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.ctavo.database.Logins;
import org.ctavo.database.PooledDatabase;
import org.ctavo.spi.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PooledDatabaseTest {
    private static PooledDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        Logins logins = TestPostgres.freshDatabase();
        try (Connection owner = TestPostgres.connect(logins.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE SCHEMA s; CREATE TABLE s.t (a int); GRANT USAGE ON SCHEMA s TO ctavo_query;"
                    + " GRANT SELECT, INSERT ON s.t TO ctavo_query");
        }
        // One connection, so that the second borrower gets what the first gave back.
        database = new PooledDatabase(logins, 1, Duration.ofMillis(300));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void theQueryRoleCannotWriteEvenWhereItWasGranted() throws SQLException {
        try (Connection connection = database.asCaller(Caller.ANONYMOUS);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("INSERT INTO s.t VALUES (1)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("read-only transaction");
        }
    }

    @Test
    void statementsOfTheQueryRoleEndInTime() throws SQLException {
        try (Connection connection = database.asCaller(Caller.ANONYMOUS);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(20)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("statement timeout");
        }
    }

    @Test
    void groupsDoNotOutliveTheirCaller() throws SQLException {
        Caller member = new Caller(Optional.of("x"), Set.of("b", "a"), Caller.Authentication.TOKEN);
        assertThat(groups(member)).isEqualTo("a,b");
        assertThat(groups(Caller.ANONYMOUS)).isNullOrEmpty();
    }

    private static String groups(Caller caller) throws SQLException {
        try (Connection connection = database.asCaller(caller);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('access.groups', true)")) {
            row.next();
            return row.getString(1);
        }
    }
}
