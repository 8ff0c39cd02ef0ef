package org.ctavo.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What became of an ingest.
 *
 * @param results one a file, in the order they were dealt with
 * @param elapsed how long it took
 */
public record IngestReport(List<IngestResult> results, Duration elapsed) {

    /** Copies the list. */
    public IngestReport {
        results = List.copyOf(results);
    }

    /** How many files ended so. */
    public long count(IngestResult.Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }

    /** Those that ended so. */
    public List<IngestResult> with(IngestResult.Status status) {
        return results.stream().filter(result -> result.status() == status).toList();
    }

    /** 0 if nothing failed, else 1. Files that an index names and nobody has are told, but are no failure. */
    public int exitCode() {
        return count(IngestResult.Status.FAILED) == 0 ? 0 : 1;
    }

    /** One line with all counts. */
    public String summary() {
        String missing =
                count(IngestResult.Status.MISSING) == 0 ? "" : ", missing " + count(IngestResult.Status.MISSING);
        return String.format(
                Locale.ROOT,
                "loaded %d, unchanged %d, replaced %d, failed %d%s (%.1f s)",
                count(IngestResult.Status.LOADED),
                count(IngestResult.Status.UNCHANGED),
                count(IngestResult.Status.REPLACED),
                count(IngestResult.Status.FAILED),
                missing,
                elapsed.toMillis() / 1000.0);
    }
}
