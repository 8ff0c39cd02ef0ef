package org.ctavo.tap.query;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.ctavo.spi.Fault;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The rows of one {@code COPY … TO STDOUT}, each as PostgreSQL sent it. In auto-commit mode the statement is a whole
 * transaction and costs one round trip. One thread reads; any thread may {@link #cancel}. Owns its session.
 */
public final class RowStream implements AutoCloseable {
    private static final int SIGNATURE = 11;
    private static final int FLAGS = 4;
    private static final int EXTENSION_LENGTH = 4;
    private static final int FIELD_COUNT = 2;
    /** How often a cancellation is said again: the first may have come before the statement. */
    private static final int CANCEL_EVERY_MILLIS = 200;
    /** How often it is said before the connection is cut. A server that cannot send does not listen either. */
    private static final int CANCEL_ATTEMPTS = 15;

    private final Session session;
    private final PGConnection postgres;
    private final boolean binary;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private CopyOut copy;
    private int offset;
    private boolean first = true;
    private boolean open = true;
    private volatile boolean cancelled;

    /**
     * Takes a session; nothing runs yet.
     *
     * @param session closed with this
     * @param binary whether the rows come in COPY's binary format
     */
    RowStream(Session session, boolean binary) {
        this.session = session;
        this.postgres = session.postgres();
        this.binary = binary;
    }

    /**
     * Prepares the session and starts the statement. Returns when the server has begun to answer, which it may do only
     * when it has rows.
     */
    void start(String sql) throws SQLException {
        session.prepare();
        if (cancelled) {
            throw new Fault(TapFault.CANCELLED, "The query was cancelled.");
        }
        copy = postgres.getCopyAPI().copyOut(sql);
    }

    /**
     * The next message, holding one row that begins at {@link #offset}; null at the end.
     *
     * @throws SQLException if the statement failed or was cancelled
     */
    public byte[] next() throws SQLException {
        byte[] message = copy.readFromCopy();
        if (message == null || !binary) {
            return message;
        }
        int start = 0;
        if (first) {
            // The head of the stream comes in one message with the first row.
            first = false;
            start = SIGNATURE + FLAGS;
            start += EXTENSION_LENGTH + intAt(message, start);
        }
        if (message[start] == -1 && message[start + 1] == -1) {
            drain();
            return null;
        }
        offset = start + FIELD_COUNT;
        return message;
    }

    /** Where in the message the row begins: at the length of its first field if binary. */
    public int offset() {
        return offset;
    }

    private void drain() throws SQLException {
        while (copy.readFromCopy() != null) {
            // What follows the trailer holds no rows.
        }
    }

    private static int intAt(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at);
    }

    /**
     * Stops the statement; returns when it has stopped. A server that does not react, because its output is stuck in
     * front of a slow client, loses the connection.
     */
    public void cancel() {
        lock.lock();
        try {
            cancelled = true;
            // While the lock is held the connection cannot be given back: a cancellation never hits its next user.
            for (int attempt = 0; open && attempt < CANCEL_ATTEMPTS; attempt++) {
                postgres.cancelQuery();
                boolean inTime = ended.await(CANCEL_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                if (inTime) {
                    return;
                }
            }
            if (open) {
                cut();
            }
        } catch (SQLException e) {
            cut();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the connection for good and frees its place in the pool, whatever the reading thread is waiting for. */
    private void cut() {
        lock.lock();
        try {
            open = false;
            session.cut();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Stops a statement of which nobody wants the rest. What the server had sent before it stopped is taken in too: the
     * driver's own {@code cancelCopy} leaves it to the connection's next user, who cannot make sense of it.
     */
    private void abandon() {
        try {
            postgres.cancelQuery();
            drain();
        } catch (SQLException e) {
            if (copy.isActive()) {
                cut();
            }
        }
    }

    /** Gives the connection back, the statement stopped if it still runs. */
    @Override
    public void close() throws SQLException {
        try {
            if (copy != null && copy.isActive()) {
                abandon();
            }
        } finally {
            lock.lock();
            try {
                ended.signalAll();
                if (open) {
                    open = false;
                    session.close();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
