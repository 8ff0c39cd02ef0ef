package org.ctavo.tap;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again in a thread of its own, whatever goes wrong. Close it to end that. */
final class Ticker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final Duration every;
    private final Runnable task;
    private final Thread thread;

    private Ticker(String name, Duration every, Runnable task) {
        this.every = every;
        this.task = task;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    static Ticker start(String name, Duration every, Runnable task) {
        Ticker ticker = new Ticker(name, every, task);
        ticker.thread.start();
        return ticker;
    }

    private void run() {
        while (!thread.isInterrupted()) {
            try {
                Thread.sleep(every.toMillis());
                task.run();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("{} failed and goes on", thread.getName(), e);
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
