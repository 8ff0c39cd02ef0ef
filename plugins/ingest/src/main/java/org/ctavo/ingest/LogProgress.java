package org.ctavo.ingest;

import java.time.Duration;
import java.util.Locale;

import org.slf4j.Logger;

/** Progress as log lines. For one thread. */
final class LogProgress implements Progress {
    private static final long TELL_NANOS = Duration.ofSeconds(10).toNanos();

    private final Logger log;
    private int total;
    private int done;
    private long told = System.nanoTime();

    LogProgress(Logger log) {
        this.log = log;
    }

    static String line(IngestResult result) {
        return result.status().name().toLowerCase(Locale.ROOT) + " " + result.place() + ": " + result.message();
    }

    @Override
    public void begin(int files) {
        total = files;
        log.info("Ingesting {} files", files);
    }

    @Override
    public void step(IngestResult result) {
        done++;
        if (!result.message().isEmpty()) {
            log.warn("Ingest: {}", line(result));
        } else if (!result.notes().isEmpty()) {
            log.info("Ingest: {}: {}", result.place(), String.join("; ", result.notes()));
        }
        if (System.nanoTime() - told > TELL_NANOS) {
            told = System.nanoTime();
            log.info("Ingested {} of {} files", done, total);
        }
    }

    @Override
    public void end(IngestReport report) {
        log.info("Ingest: {}", report.summary());
    }
}
