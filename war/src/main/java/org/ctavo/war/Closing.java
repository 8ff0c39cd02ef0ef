package org.ctavo.war;

import java.util.ArrayDeque;
import java.util.Deque;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was opened, to be closed in the opposite order, whatever one of them may throw. Safe for use by several threads:
 * who closes second waits for the first.
 */
public final class Closing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private boolean closed;

    /** One that is also closed when the process ends by Ctrl-C or another signal. */
    public static Closing atExit() {
        Closing closing = new Closing();
        Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "stop"));
        return closing;
    }

    /**
     * Remembers and returns what was opened.
     *
     * @throws IllegalStateException if the end has come meanwhile; the resource is closed then
     */
    public synchronized <T extends AutoCloseable> T add(T resource) {
        opened.push(resource);
        if (closed) {
            close();
            throw new IllegalStateException("The service is ending.");
        }
        return resource;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.warn("A part of the service did not end cleanly", e);
            }
        }
    }
}
