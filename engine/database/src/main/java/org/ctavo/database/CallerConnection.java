package org.ctavo.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A pooled connection that carries a caller's groups, and forgets them before the pool has it back: the next borrower
 * may be anonymous.
 */
final class CallerConnection {
    private final Connection pooled;

    CallerConnection(Connection pooled) {
        this.pooled = pooled;
    }

    Connection proxy() {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, this::invoke);
    }

    private Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            close();
            return null;
        }
        try {
            return method.invoke(pooled, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void close() throws SQLException {
        if (pooled.isClosed()) {
            return;
        }
        try (pooled) {
            if (!pooled.getAutoCommit()) {
                pooled.rollback();
                pooled.setAutoCommit(true);
            }
            PooledDatabase.groups(pooled, "");
        } catch (SQLException e) {
            // A connection that may still carry groups must not go back to the pool.
            pooled.abort(Runnable::run);
            throw e;
        }
    }
}
