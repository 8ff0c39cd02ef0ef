package org.ctavo.war;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

import org.ctavo.database.Login;
import org.ctavo.database.Logins;
import org.ctavo.spi.Fault;
import org.ctavo.war.postgres.EmbeddedPostgres;
import org.ctavo.war.settings.Build;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.ServiceSettings;
import org.ctavo.war.settings.Settings;
import org.ctavo.war.settings.StartFault;

/**
 * What everything stands on: a home of one's own and a database that answers. Close it last.
 */
public final class Foundation implements AutoCloseable {
    private final Logins logins;
    private final Optional<Home.Lock> lock;
    private final Optional<EmbeddedPostgres> server;

    private Foundation(Logins logins, Optional<Home.Lock> lock, Optional<EmbeddedPostgres> server) {
        this.logins = logins;
        this.lock = lock;
        this.server = server;
    }

    /**
     * Takes the home for this process and makes its database run.
     *
     * @throws Fault with the remedy
     */
    public static Foundation owned(Home home, Settings settings) {
        home.prepare();
        Home.Lock lock = home.lock();
        try {
            if (isExternal(settings)) {
                return new Foundation(external(settings), Optional.of(lock), Optional.empty());
            }
            EmbeddedPostgres server = EmbeddedPostgres.start(plan(home, settings));
            return new Foundation(server.logins(), Optional.of(lock), Optional.of(server));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * The database of a home, be it in use by a running service or not: for work beside the service, such as ingest.
     *
     * @throws Fault with the remedy
     */
    public static Foundation shared(Home home, Settings settings) {
        if (isExternal(settings)) {
            return new Foundation(external(settings), Optional.empty(), Optional.empty());
        }
        try {
            return owned(home, settings);
        } catch (Fault e) {
            if (e.code() != StartFault.HOME_IN_USE) {
                throw e;
            }
            return new Foundation(running(home, settings, e), Optional.empty(), Optional.empty());
        }
    }

    private static Logins running(Home home, Settings settings, Fault inUse) {
        try {
            return EmbeddedPostgres.running(plan(home, settings)).orElseThrow(() -> inUse);
        } catch (IOException e) {
            inUse.addSuppressed(e);
            throw inUse;
        }
    }

    private static boolean isExternal(Settings settings) {
        return !settings.value(ServiceSettings.DATABASE_URL).isEmpty();
    }

    private static EmbeddedPostgres.Plan plan(Home home, Settings settings) {
        return new EmbeddedPostgres.Plan(
                home.database(),
                home.logs().resolve("postgresql.log"),
                settings.value(ServiceSettings.PROGRAMS),
                Build.read().postgres(),
                settings.value(ServiceSettings.EMBEDDED_PORT),
                settings.value(ServiceSettings.EMBEDDED_MEMORY));
    }

    /** The logins of the settings, whether or not anything answers there. */
    public static Logins declared(Settings settings) {
        String url = settings.value(ServiceSettings.DATABASE_URL);
        return new Logins(
                new Login(
                        url,
                        settings.value(ServiceSettings.OWNER_USER),
                        settings.value(ServiceSettings.OWNER_PASSWORD)),
                new Login(
                        url,
                        settings.value(ServiceSettings.INGEST_USER),
                        settings.value(ServiceSettings.INGEST_PASSWORD)),
                new Login(
                        url,
                        settings.value(ServiceSettings.SERVICE_USER),
                        settings.value(ServiceSettings.SERVICE_PASSWORD)),
                new Login(
                        url,
                        settings.value(ServiceSettings.QUERY_USER),
                        settings.value(ServiceSettings.QUERY_PASSWORD)));
    }

    private static Logins external(Settings settings) {
        Logins logins = declared(settings);
        for (Login login : new Login[] {logins.owner(), logins.ingest(), logins.service(), logins.query()}) {
            try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password())) {
                checkRelease(connection, login);
            } catch (SQLException e) {
                throw new Fault(
                        StartFault.DATABASE_UNREACHABLE,
                        "The database does not let " + login + " in (" + e.getSQLState() + "); check database.url and"
                                + " the roles' passwords, and see `cta-vo migrate --print-roles-sql`",
                        e);
            }
        }
        return logins;
    }

    private static void checkRelease(Connection connection, Login login) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < 15) {
            throw new Fault(
                    StartFault.DATABASE_RELEASE,
                    login.url() + " is PostgreSQL " + major + "; the service needs 15 or later");
        }
    }

    /** How to reach the database as each role. */
    public Logins logins() {
        return logins;
    }

    /** Has an action done if this process's own database ends by itself; one of the operator's is hers to watch. */
    public void whenLost(Runnable action) {
        server.ifPresent(own -> own.whenLost(action));
    }

    @Override
    public void close() {
        server.ifPresent(EmbeddedPostgres::close);
        lock.ifPresent(Home.Lock::close);
    }
}
