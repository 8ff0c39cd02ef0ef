package org.ctavo.uws.rest;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.ctavo.spi.Exchange;
import org.ctavo.uws.Job;
import org.ctavo.uws.JobEvents;
import org.ctavo.uws.JobId;
import org.ctavo.uws.Phase;

/**
 * A request for a job that is answered when the job leaves a phase, or when the time is over (UWS 1.1, section
 * 2.2.1.1). Holds no thread while it waits. Beyond the bound on waiting requests it is answered at once, as the
 * standard allows.
 */
final class BlockingRequest {
    private final JobEvents events;
    private final RestLimits limits;
    private final Function<Exchange, Job> load;
    private final JobId id;
    private final long end;
    private final JobAnswer answer;
    private Phase expected;

    /**
     * A request that has just come.
     *
     * @param load looks at the job as it is now; throws the fault if the caller may not
     * @param expected the phase to wait in; null for the one the job is found in
     */
    BlockingRequest(
            JobEvents events,
            RestLimits limits,
            Function<Exchange, Job> load,
            JobId id,
            Duration wanted,
            Phase expected,
            JobAnswer answer) {
        this.events = events;
        this.limits = limits;
        this.load = load;
        this.id = id;
        this.end = System.nanoTime() + limits.wait(wanted).toNanos();
        this.expected = expected;
        this.answer = answer;
    }

    /** Writes the job when the waiting is over. */
    @FunctionalInterface
    interface JobAnswer {
        void write(Exchange exchange, Job job) throws IOException;
    }

    /** Answers, now or later. */
    void handle(Exchange exchange) throws IOException {
        // To miss nothing: ask for news first, look at the job then.
        CompletableFuture<Void> news = events.next(id);
        boolean waits = false;
        Job job;
        try {
            job = load.apply(exchange);
            if (expected == null) {
                expected = job.phase();
            }
            Duration left = Duration.ofNanos(end - System.nanoTime());
            waits = job.phase() == expected
                    && expected.isAwaited()
                    && !left.isNegative()
                    && !left.isZero()
                    && limits.enter();
            if (waits) {
                exchange.defer(news, left, later -> {
                    limits.leave();
                    events.forget(id, news);
                    handle(later);
                });
            }
        } finally {
            if (!waits) {
                events.forget(id, news);
            }
        }
        if (!waits) {
            answer.write(exchange, job);
        }
    }
}
