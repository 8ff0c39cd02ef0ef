package org.ctavo.tap;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Looks at every running answer now and then, so that those that take long begin in time, clients that have gone are
 * noticed, and those that do not read are not waited for. Close it when the service ends.
 */
final class Pulse implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(250);

    private final Set<LiveDelivery> deliveries = ConcurrentHashMap.newKeySet();
    private final Duration grace;
    private final Duration stall;
    private final Ticker ticker;
    /** Writing to a client may take as long as the client likes: one must not hold up the others. */
    private final ExecutorService hands = Executors.newCachedThreadPool(Pulse::hand);

    /**
     * Starts looking.
     *
     * @param grace how long an answer may wait for its first byte, and then for any other
     * @param stall how long a client may take for one piece of output
     */
    Pulse(Duration grace, Duration stall) {
        this.grace = grace;
        this.stall = stall;
        this.ticker = Ticker.start("tap-pulse", EVERY, this::look);
    }

    private static Thread hand(Runnable task) {
        Thread thread = new Thread(task, "tap-pulse-hand");
        thread.setDaemon(true);
        return thread;
    }

    void watch(LiveDelivery delivery) {
        deliveries.add(delivery);
    }

    void forget(LiveDelivery delivery) {
        deliveries.remove(delivery);
    }

    private void look() {
        long now = System.nanoTime();
        for (LiveDelivery delivery : deliveries) {
            if (delivery.isStalled(now, stall.toNanos())) {
                hands.execute(delivery::giveUp);
            } else if (delivery.takeTurn(now, grace.toNanos())) {
                hands.execute(delivery::beat);
            }
        }
    }

    @Override
    public void close() {
        ticker.close();
        hands.shutdownNow();
    }
}
