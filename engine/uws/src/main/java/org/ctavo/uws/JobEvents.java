package org.ctavo.uws;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.ctavo.spi.Database;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * News of jobs from all nodes, over one connection that listens to the database. When the connection breaks it is made
 * anew, and as news may have been missed meanwhile everybody who waits is woken to look for themselves. What happens on
 * this node is known at once, without the database.
 */
public final class JobEvents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobEvents.class);
    private static final int PATIENCE_MILLIS = 250;
    private static final int ROUNDS_BETWEEN_CHECKS = 80;

    private final Database database;
    private final ConcurrentHashMap<JobId, Set<CompletableFuture<Void>>> waiting = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::listen, "uws-events");

    /** Who wants to hear of every event on the thread that brings it; must be quick. */
    interface Listener {
        void heard(JobEvent event);

        /** Events may have been missed. */
        void missed();
    }

    /** News from a database; nothing is heard before {@link #start()}. */
    public JobEvents(Database database) {
        this.database = database;
        thread.setDaemon(true);
    }

    /** Begins to listen. */
    public void start() {
        thread.start();
    }

    void subscribe(Listener listener) {
        listeners.add(listener);
    }

    /**
     * Completes when something becomes of a job, or may have. To lose nothing, ask first and look at the job then.
     * Whoever loses interest says so by {@link #forget}.
     */
    public CompletableFuture<Void> next(JobId id) {
        CompletableFuture<Void> next = new CompletableFuture<>();
        waiting.compute(id, (key, set) -> {
            Set<CompletableFuture<Void>> all = set == null ? ConcurrentHashMap.newKeySet() : set;
            all.add(next);
            return all;
        });
        return next;
    }

    /** Takes back {@link #next}. */
    public void forget(JobId id, CompletableFuture<Void> next) {
        waiting.computeIfPresent(id, (key, set) -> {
            set.remove(next);
            return set.isEmpty() ? null : set;
        });
    }

    /** Spreads news on this node. */
    void fire(JobEvent event) {
        wake(event.id());
        listeners.forEach(listener -> listener.heard(event));
    }

    private void wake(JobId id) {
        Set<CompletableFuture<Void>> set = waiting.remove(id);
        if (set != null) {
            set.forEach(future -> future.complete(null));
        }
    }

    private void wakeAll() {
        Set.copyOf(waiting.keySet()).forEach(this::wake);
        listeners.forEach(Listener::missed);
    }

    private void listen() {
        Duration pause = Duration.ofMillis(100);
        while (isOpen()) {
            try (Connection connection = database.asService()) {
                hear(connection);
            } catch (SQLException | RuntimeException e) {
                if (isOpen()) {
                    LOG.warn("The connection that brings news of jobs broke and will be made anew: {}", e.getMessage());
                    pause(pause);
                }
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try {
            execute(connection, "LISTEN uws_job");
            wakeAll();
            for (int round = 1; isOpen(); round++) {
                PGNotification[] notifications = postgres.getNotifications(PATIENCE_MILLIS);
                for (PGNotification notification : notifications == null ? new PGNotification[0] : notifications) {
                    JobEvent.parse(notification.getParameter()).ifPresent(this::fire);
                }
                if (round % ROUNDS_BETWEEN_CHECKS == 0) {
                    // A peer that vanished without a word is noticed only by who speaks.
                    execute(connection, "LISTEN uws_job");
                }
            }
        } finally {
            if (!connection.isClosed()) {
                execute(connection, "UNLISTEN *");
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void pause(Duration time) {
        try {
            closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(4L * PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        wakeAll();
    }
}
