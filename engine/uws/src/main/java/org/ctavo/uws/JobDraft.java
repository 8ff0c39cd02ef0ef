package org.ctavo.uws;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Parameters;

/**
 * A job about to be created.
 *
 * @param id of the job, so that its uploads can be stored before the job exists
 * @param kind which kind of job
 * @param collection which list it shall belong to
 * @param base address of the service as the caller sees it; empty text if nobody sees one
 * @param caller who creates it
 * @param runId the client's own name for it
 * @param parameters in the order they were sent
 * @param executionDuration what the client asks for; empty for the kind's default
 * @param destruction what the client asks for; empty for the kind's default
 */
public record JobDraft(
        JobId id,
        String kind,
        String collection,
        URI base,
        Caller caller,
        Optional<String> runId,
        Parameters parameters,
        Optional<Duration> executionDuration,
        Optional<Instant> destruction) {

    /** Checks that nothing is null. */
    public JobDraft {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(collection, "collection");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(executionDuration, "executionDuration");
        Objects.requireNonNull(destruction, "destruction");
    }

    /** A job of some kind with its parameters and nothing else asked for. */
    public static JobDraft of(String kind, String collection, Caller caller, Parameters parameters) {
        return new JobDraft(
                JobId.random(),
                kind,
                collection,
                URI.create(""),
                caller,
                Optional.empty(),
                parameters,
                Optional.empty(),
                Optional.empty());
    }
}
