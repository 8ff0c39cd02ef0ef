package org.ctavo.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Many clients at once, each with a connection of its own and one request in the air. */
final class Crowd {

    private Crowd() {}

    /** How many requests a second the service answers, after as long again of warming up. */
    static String requestsPerSecond(URI service, String target, int clients, int seconds)
            throws IOException, InterruptedException {
        count(service, target, clients, seconds);
        long answered = count(service, target, clients, seconds);
        return String.format(Locale.ROOT, "%.0f requests/s", (double) answered / seconds);
    }

    private static long count(URI service, String target, int clients, int seconds)
            throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                work.add(() -> one(service, target, end));
            }
            long sum = 0;
            for (Future<Long> future : threads.invokeAll(work)) {
                sum += future.get();
            }
            return sum;
        } catch (ExecutionException e) {
            throw new IOException("A client failed: " + e.getCause().getMessage(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long one(URI service, String target, long end) throws IOException {
        long count = 0;
        try (LoopbackClient client = new LoopbackClient(service)) {
            while (System.nanoTime() < end) {
                Bench.checked(client.get(target));
                count++;
            }
        }
        return count;
    }
}
