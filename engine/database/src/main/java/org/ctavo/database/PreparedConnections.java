package org.ctavo.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import javax.sql.DataSource;

import org.ctavo.spi.ConnectionPreparation;
import org.postgresql.Driver;
import org.slf4j.LoggerFactory;

/** Opens connections for a pool and prepares them before the pool has them. */
final class PreparedConnections implements DataSource {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(PreparedConnections.class);
    private static final String LOGIN_TIMEOUT = "loginTimeout";

    // In a servlet container the driver lies with the web application, where DriverManager does not look.
    private final Driver driver = new Driver();
    private final String url;
    private final Properties properties;
    private final List<ConnectionPreparation> preparations = new CopyOnWriteArrayList<>();

    PreparedConnections(String url, Properties properties) {
        this.url = url;
        this.properties = properties;
    }

    void add(ConnectionPreparation preparation) {
        preparations.add(preparation);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = driver.connect(url, properties);
        if (connection == null) {
            throw new SQLException("This is no address of a PostgreSQL database: " + url, "08001");
        }
        for (ConnectionPreparation preparation : preparations) {
            try {
                preparation.prepare(connection);
            } catch (SQLException | RuntimeException e) {
                LOG.debug("A connection serves unprepared.", e);
                clear(connection);
            }
        }
        return connection;
    }

    private static void clear(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("Connections are of one login.");
    }

    @Override
    public int getLoginTimeout() {
        // The pool waits as long as this for a connection that is being opened when it closes.
        return Integer.parseInt(properties.getProperty(LOGIN_TIMEOUT, "0"));
    }

    @Override
    public void setLoginTimeout(int seconds) {
        properties.setProperty(LOGIN_TIMEOUT, Integer.toString(seconds));
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter writer) {
        // The driver logs by itself.
    }

    @Override
    public Logger getParentLogger() {
        return driver.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> kind) throws SQLException {
        throw new SQLFeatureNotSupportedException("There is nothing within.");
    }

    @Override
    public boolean isWrapperFor(Class<?> kind) {
        return false;
    }
}
