package org.ctavo.uws;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.ctavo.spi.Database;

/**
 * What a node that executes jobs tells the store. A claim names one attempt at one job; each statement that writes
 * results names it, so that a node whose job was given to another writes nothing.
 */
final class ClaimStore {
    private static final String CLAIM =
            """
            WITH next AS (
                SELECT q.id FROM uws.job AS q
                LEFT JOIN (SELECT owner, count(*) AS running FROM uws.job WHERE phase = 'EXECUTING' AND kind = ?
                           GROUP BY owner) AS r ON r.owner = q.owner
                WHERE q.kind = ? AND q.phase = 'QUEUED'
                ORDER BY coalesce(r.running, 0), q.queue_time LIMIT 1 FOR UPDATE OF q SKIP LOCKED)
            UPDATE uws.job AS j SET phase = 'EXECUTING', start_time = %s, attempts = j.attempts + 1, claim = ?, node = ?
            FROM next WHERE j.id = next.id RETURNING %s
            """
                    .formatted(JobSql.NOW, JobSql.COLUMNS);

    private static final String FINISH =
            """
            UPDATE uws.job AS j SET phase = ?, end_time = %s, result_ids = ?, result_types = ?, result_sizes = ?,
                    error_message = ?, error_transient = ?
            FROM %s WHERE j.id = ? AND j.claim = ? AND j.phase = 'EXECUTING'
            RETURNING EXISTS (SELECT 1 FROM uws.job AS q WHERE q.kind = j.kind AND q.phase = 'QUEUED')
            """
                    .formatted(JobSql.NOW, JobSql.RELAXED);

    private static final String BEAT =
            """
            WITH beat AS (
                INSERT INTO uws.node (id) SELECT ?::uuid FROM %s
                ON CONFLICT (id) DO UPDATE SET heartbeat = now())
            SELECT j.id, j.claim FROM uws.job AS j WHERE j.node = ? AND j.phase = 'EXECUTING'
            """
                    .formatted(JobSql.RELAXED);

    private static final String RESCUE =
            """
            UPDATE uws.job AS j SET
                    phase = CASE WHEN j.attempts < ? THEN 'QUEUED' ELSE 'ERROR' END,
                    end_time = CASE WHEN j.attempts < ? THEN NULL ELSE %s END,
                    error_message = CASE WHEN j.attempts < ? THEN NULL ELSE ? END,
                    error_transient = CASE WHEN j.attempts < ? THEN NULL ELSE true END,
                    start_time = CASE WHEN j.attempts < ? THEN NULL ELSE j.start_time END,
                    claim = NULL, node = NULL
            WHERE j.phase = 'EXECUTING'
            AND NOT EXISTS (SELECT 1 FROM uws.node AS n
                            WHERE n.id = j.node AND n.heartbeat > now() - ? * interval '1 ms')
            """
                    .formatted(JobSql.NOW);

    private final JobSql sql;

    ClaimStore(Database database) {
        this.sql = new JobSql(database);
    }

    /** How an attempt ended. */
    record Ending(Phase phase, List<JobResult> results, Optional<JobError> error) {}

    /** Takes a waiting job, the longest waiting one of those owners that have the fewest running. */
    Optional<Job> claim(String kind, JobStore.Place place) {
        return sql.row(CLAIM, JobSql::job, kind, kind, place.claim(), place.node());
    }

    /**
     * Ends an attempt.
     *
     * @return empty if the attempt no longer counts, else whether more jobs of the kind are waiting
     */
    Optional<Boolean> finish(JobId id, UUID claim, Ending ending) {
        List<JobResult> results = ending.results();
        return sql.row(
                FINISH,
                row -> row.getBoolean(1),
                ending.phase().name(),
                ids(results),
                types(results),
                sizes(results),
                ending.error().map(JobError::message).orElse(null),
                ending.error().map(JobError::isTransient).orElse(null),
                id,
                claim);
    }

    /** Adds what an aborted attempt had finished by then; says whether the job still wants it. */
    boolean attach(JobId id, UUID claim, List<JobResult> results) {
        return sql.update(
                        "UPDATE uws.job SET result_ids = ?, result_types = ?, result_sizes = ?"
                                + " WHERE id = ? AND claim = ? AND phase = 'ABORTED'",
                        ids(results),
                        types(results),
                        sizes(results),
                        id,
                        claim)
                > 0;
    }

    /** Gives a job back that this node cannot bring to its end; the attempt does not count. */
    void giveBack(JobId id, UUID claim) {
        sql.update(
                "UPDATE uws.job SET phase = 'QUEUED', claim = NULL, node = NULL, start_time = NULL,"
                        + " attempts = attempts - 1 WHERE id = ? AND claim = ? AND phase = 'EXECUTING'",
                id,
                claim);
    }

    /** How long a claimed job may execute; empty if the claim no longer counts. */
    Optional<Duration> executionDuration(JobId id, UUID claim) {
        return sql.row(
                "SELECT execution_seconds FROM uws.job WHERE id = ? AND claim = ? AND phase = 'EXECUTING'",
                row -> Duration.ofSeconds(row.getInt(1)),
                id,
                claim);
    }

    /** Says that a node lives, and asks which claims it holds. */
    Map<JobId, UUID> beat(UUID node) {
        Map<JobId, UUID> claims = new HashMap<>();
        sql.rows(
                BEAT,
                row -> {
                    claims.put(JobSql.id(row, 1), row.getObject(2, UUID.class));
                    return true;
                },
                node,
                node);
        return claims;
    }

    /** Ends a node; whatever it still holds is rescued by others at once. */
    void leave(UUID node) {
        sql.update("DELETE FROM uws.node WHERE id = ?", node);
    }

    /**
     * Frees the jobs of dead nodes: they wait again, or end in ERROR when they have been begun too often.
     *
     * @return how many
     */
    int rescue(int attempts, Duration nodeTimeout) {
        String message = "The job was begun " + attempts + " times, and each time the computer that ran it stopped"
                + " answering. Make it smaller, or ask the operators of the service.";
        return sql.update(RESCUE, attempts, attempts, attempts, message, attempts, attempts, nodeTimeout.toMillis());
    }

    private static String[] ids(List<JobResult> results) {
        return results.stream().map(JobResult::id).toArray(String[]::new);
    }

    private static String[] types(List<JobResult> results) {
        return results.stream().map(JobResult::contentType).toArray(String[]::new);
    }

    private static Long[] sizes(List<JobResult> results) {
        return results.stream().map(JobResult::size).toArray(Long[]::new);
    }
}
