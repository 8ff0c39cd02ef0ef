package org.ctavo.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Work on a database over several connections at once, begun in order.
 *
 * @param workers how many connections
 * @param connections opens one
 */
record Parallel(int workers, Connections connections) {

    /** Opens connections, which are closed after the work. */
    @FunctionalInterface
    interface Connections {
        Connection open() throws SQLException;
    }

    /** A piece of work. */
    @FunctionalInterface
    interface Step {
        void on(Connection connection) throws SQLException;
    }

    /** One statement. */
    static Step statement(String sql) {
        return connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        };
    }

    /** Does all of it; the first failure ends the work of its connection. */
    void run(List<? extends Step> steps) throws SQLException, InterruptedException {
        Queue<Step> queue = new ConcurrentLinkedQueue<>(steps);
        Callable<Void> worker = () -> {
            try (Connection connection = connections.open()) {
                for (Step step = queue.poll(); step != null; step = queue.poll()) {
                    step.on(connection);
                }
            }
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                all.add(worker);
            }
            for (Future<Void> future : threads.invokeAll(all)) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException("A part of the work failed: " + e.getCause().getMessage(), e);
        } finally {
            threads.shutdownNow();
        }
    }
}
