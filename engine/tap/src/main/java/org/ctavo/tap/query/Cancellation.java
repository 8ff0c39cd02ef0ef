package org.ctavo.tap.query;

import org.ctavo.spi.Fault;

/**
 * The wish to stop a query, from any thread and at any time: before it runs, while it runs, or too late. Safe for use
 * by any number of threads.
 */
public final class Cancellation {
    private boolean cancelled;
    private Runnable action;

    /** Stops what is running now or will run under this. Returns when it has stopped or will not be stopped. */
    public void cancel() {
        Runnable running;
        synchronized (this) {
            cancelled = true;
            running = action;
        }
        if (running != null) {
            running.run();
        }
    }

    /** Whether somebody wants it stopped. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /**
     * What to do on {@link #cancel} from now on, until {@link #detach}.
     *
     * @throws Fault {@code CANCELLED} if it is too late
     */
    synchronized void attach(Runnable stop) {
        if (cancelled) {
            throw new Fault(TapFault.CANCELLED, "The query was cancelled.");
        }
        action = stop;
    }

    synchronized void detach() {
        action = null;
    }
}
