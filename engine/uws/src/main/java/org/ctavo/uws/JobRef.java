package org.ctavo.uws;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of a list of jobs (UWS 1.1, section 2.2.2.1).
 *
 * @param id of the job
 * @param kind which kind it is
 * @param collection which list it belongs to
 * @param phase where it stands
 * @param runId the client's own name for it
 * @param owner identity of its owner; empty if it was created anonymously
 * @param creationTime by the database's clock
 */
public record JobRef(
        JobId id,
        String kind,
        String collection,
        Phase phase,
        Optional<String> runId,
        Optional<String> owner,
        Instant creationTime) {}
