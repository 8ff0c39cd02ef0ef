package org.ctavo.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.ctavo.spi.Caller;
import org.ctavo.spi.ConnectionPreparation;
import org.ctavo.spi.Database;

/**
 * A database behind three pools, one a role. Close it when the service ends.
 *
 * <p>Connections of the query role are read-only and limited in time from their first statement on, by session defaults
 * that travel with the connection, so that a query needs no round trip to say so.
 */
public final class PooledDatabase implements Database, AutoCloseable {
    /** Session variable that row-level security reads: the caller's groups, separated by commas. */
    public static final String GROUPS_VARIABLE = "access.groups";

    private final PreparedConnections queryConnections;
    private final HikariDataSource query;
    private final HikariDataSource ingest;
    private final HikariDataSource service;

    /**
     * Opens the pools.
     *
     * @param logins of the three working roles
     * @param queryConnections the most connections for queries; the others need few
     * @param statementTimeout how long any statement of the query role may take unless the session says otherwise
     */
    public PooledDatabase(Logins logins, int queryConnections, Duration statementTimeout) {
        this.queryConnections = connections(
                "query",
                logins.query(),
                "-c default_transaction_read_only=on"
                        + " -c statement_timeout=" + statementTimeout.toMillis()
                        // A query must not go on for a process that was killed.
                        + " -c client_connection_check_interval=2000"
                        + " -c idle_in_transaction_session_timeout=60000 -c search_path=pg_catalog");
        this.query = pool("query", this.queryConnections, queryConnections);
        this.ingest = pool("ingest", connections("ingest", logins.ingest(), "-c search_path=pg_catalog"), 4);
        this.service = pool("service", connections("service", logins.service(), "-c search_path=pg_catalog"), 8);
    }

    private static PreparedConnections connections(String name, Login login, String options) {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("options", options);
        properties.setProperty("ApplicationName", "cta-vo " + name);
        properties.setProperty("tcpKeepAlive", "true");
        return new PreparedConnections(login.url(), properties);
    }

    private static HikariDataSource pool(String name, PreparedConnections connections, int most) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(connections);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        return new HikariDataSource(config);
    }

    @Override
    public Connection asCaller(Caller caller) throws SQLException {
        Connection connection = query.getConnection();
        try {
            if (caller.groups().isEmpty()) {
                return connection;
            }
            groups(connection, caller.groups().stream().sorted().collect(Collectors.joining(",")));
            return new CallerConnection(connection).proxy();
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    static void groups(Connection connection, String groups) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("SELECT set_config(?, ?, false)")) {
            set.setString(1, GROUPS_VARIABLE);
            set.setString(2, groups);
            set.execute();
        }
    }

    @Override
    public Connection asIngest() throws SQLException {
        return ingest.getConnection();
    }

    @Override
    public Connection asService() throws SQLException {
        return service.getConnection();
    }

    @Override
    public void prepareCallers(ConnectionPreparation preparation) {
        queryConnections.add(preparation);
    }

    /** The pool of the query role, for metrics. */
    public DataSource queryPool() {
        return query;
    }

    /** All pools, for metrics. */
    public List<HikariDataSource> pools() {
        return List.of(query, ingest, service);
    }

    @Override
    public void close() {
        query.close();
        ingest.close();
        service.close();
    }
}
