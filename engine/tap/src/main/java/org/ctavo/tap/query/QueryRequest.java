package org.ctavo.tap.query;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import org.ctavo.spi.Caller;
import org.ctavo.tap.result.ResultFormat;

/**
 * A query to be run, checked as a request but not yet as a query.
 *
 * @param adql text of the query
 * @param format of the result
 * @param maxrec the most rows to return, already clipped to the service's limit; 0 asks for metadata alone
 * @param timeLimit for the database; empty for the service's limit of synchronous queries, which costs nothing to set
 * @param caller who asks
 * @param base of the whole service as the caller sees it
 * @param request the URL that was asked for, to be written into the result; empty if there is none to repeat it
 * @param uploads tables that come with it
 */
public record QueryRequest(
        String adql,
        ResultFormat format,
        long maxrec,
        Optional<Duration> timeLimit,
        Caller caller,
        URI base,
        Optional<String> request,
        UploadedTables uploads) {

    /** Checks that nothing is null. */
    public QueryRequest {
        Objects.requireNonNull(adql, "adql");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(timeLimit, "timeLimit");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(uploads, "uploads");
    }
}
