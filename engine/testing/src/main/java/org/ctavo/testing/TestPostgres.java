package org.ctavo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.ctavo.database.Login;
import org.ctavo.database.Logins;
import org.ctavo.database.Migrator;
import org.ctavo.database.PooledDatabase;
import org.ctavo.database.Roles;
import org.ctavo.spi.MigrationSet;

/**
 * A real PostgreSQL for tests: one server a JVM, started at first use and ended with the JVM; any number of databases
 * in it, each with the roles of the service and the migrations asked for.
 */
public final class TestPostgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(Path.of(
                                        System.getProperty("java.io.tmpdir"),
                                        "ctavo-test-postgres-" + System.getProperty("user.name"))
                                .toFile())
                        .setServerConfig("max_connections", "200")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("The test database does not start.", e);
            }
        }
    }

    /** How to reach a fresh, empty database as each of the service's roles. */
    public static Logins freshDatabase() {
        String name = "t" + DATABASES.incrementAndGet();
        String url = Server.INSTANCE.getJdbcUrl("postgres", name);
        String server = url.substring(0, url.indexOf('?') < 0 ? url.length() : url.indexOf('?'));
        Login owner = new Login(server, "ctavo_owner", "test-owner");
        Logins logins = new Logins(
                owner,
                owner.as("ctavo_ingest", "test-ingest"),
                owner.as("ctavo_service", "test-service"),
                owner.as("ctavo_query", "test-query"));
        try (Connection administrator = superuser("postgres")) {
            Roles.create(administrator, name, logins);
            return logins;
        } catch (SQLException e) {
            throw new IllegalStateException("The test database cannot be prepared.", e);
        }
    }

    /** A fresh database in which the given migrations have run, as logins. */
    public static Logins migrated(List<MigrationSet> sets) {
        Logins logins = freshDatabase();
        new Migrator(logins).migrate(sets);
        return logins;
    }

    /** Pools to a database; close them. */
    public static PooledDatabase pools(Logins logins) {
        return new PooledDatabase(logins, 16, Duration.ofSeconds(60));
    }

    /** A connection as one of the roles; close it. */
    public static Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }

    /** A superuser's connection to a database of the test server; close it. */
    public static Connection superuser(String database) throws SQLException {
        return Server.INSTANCE.getDatabase("postgres", database).getConnection();
    }
}
