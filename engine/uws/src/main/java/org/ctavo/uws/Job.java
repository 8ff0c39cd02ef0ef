package org.ctavo.uws;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Parameters;

/**
 * A job as the store knows it at one moment (UWS 1.1, section 2.1.1). Immutable.
 *
 * @param id unique for ever
 * @param kind which {@link JobKind} runs it
 * @param collection which list of jobs it belongs to, below its kind ({@code async}, a job definition's name)
 * @param base address of the service as its creator saw it
 * @param caller who created it, with the groups they had then; an anonymous caller owns nothing
 * @param runId the client's own name for it
 * @param phase where it stands
 * @param creationTime by the database's clock, as all times
 * @param startTime when it began to execute
 * @param endTime when it ended
 * @param destruction when it will be destroyed
 * @param executionDuration how long it may execute; zero for as long as it likes
 * @param parameters in the order they were sent
 * @param results whole files only
 * @param error why it failed
 * @param attempts how many times it was begun
 * @param claim names the attempt that executes it or brought its results
 */
public record Job(
        JobId id,
        String kind,
        String collection,
        URI base,
        Caller caller,
        Optional<String> runId,
        Phase phase,
        Instant creationTime,
        Optional<Instant> startTime,
        Optional<Instant> endTime,
        Instant destruction,
        Duration executionDuration,
        Parameters parameters,
        List<JobResult> results,
        Optional<JobError> error,
        int attempts,
        Optional<UUID> claim) {

    /** Copies the list. */
    public Job {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(collection, "collection");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(creationTime, "creationTime");
        Objects.requireNonNull(startTime, "startTime");
        Objects.requireNonNull(endTime, "endTime");
        Objects.requireNonNull(destruction, "destruction");
        Objects.requireNonNull(executionDuration, "executionDuration");
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(claim, "claim");
        results = List.copyOf(results);
    }

    /** The identity of the job's owner; empty if it was created anonymously. */
    public Optional<String> owner() {
        return caller.subject();
    }

    /**
     * Whether somebody may see and change the job: its owner, or anybody who knows its id if nobody owns it.
     *
     * @param other who asks
     */
    public boolean isOpenTo(Caller other) {
        return owner().isEmpty() || owner().equals(other.subject());
    }
}
