package org.ctavo.uws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A one-way signal that an attempt to run a job must end. Safe for use by any number of threads. */
public final class Cancellation {
    private static final Logger LOG = LoggerFactory.getLogger(Cancellation.class);

    private final List<Runnable> actions = new ArrayList<>();
    private Reason reason;

    /** Why an attempt must end. */
    public enum Reason {
        /** The job was aborted or destroyed, or another node has taken it over. */
        REVOKED,
        /** The job's execution duration is over. */
        TIMEOUT,
        /** This node is shutting down: the job will run again elsewhere. */
        SHUTDOWN
    }

    /** Takes an action back that is no longer needed. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** Gives the signal; only the first reason counts. Runs the registered actions on this thread. */
    public void cancel(Reason why) {
        List<Runnable> due;
        synchronized (this) {
            if (reason != null) {
                return;
            }
            reason = why;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Cancellation::attempt);
    }

    private static void attempt(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            // The other actions must run all the same.
            LOG.warn("An action on cancellation failed.", e);
        }
    }

    /** Whether the signal was given. */
    public boolean isCancelled() {
        return reason().isPresent();
    }

    /** Why the signal was given; empty if it was not. */
    public synchronized Optional<Reason> reason() {
        return Optional.ofNullable(reason);
    }

    /**
     * Runs an action when the signal is given, or at once if it was given already. The action takes some seconds at
     * most: cancel a statement, kill a process.
     *
     * @return to be closed when the action has become pointless
     */
    public Registration onCancel(Runnable action) {
        synchronized (this) {
            if (reason == null) {
                actions.add(action);
                return () -> remove(action);
            }
        }
        attempt(action);
        return () -> {};
    }

    private synchronized void remove(Runnable action) {
        actions.remove(action);
    }
}
