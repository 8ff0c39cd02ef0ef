package org.ctavo.uws;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.ctavo.spi.Database;

/** What keeps the store in order: the ends of jobs' lives, and counts. Any number of nodes may do it at once. */
final class SweepStore {
    private static final int BATCH = 500;

    private static final String DESTROY =
            """
            WITH due AS (SELECT id FROM uws.job
                         WHERE destruction <= now() AND (archive_seconds = 0 OR phase = 'ARCHIVED')
                         ORDER BY destruction LIMIT ? FOR UPDATE SKIP LOCKED)
            DELETE FROM uws.job AS j USING due WHERE j.id = due.id RETURNING j.id
            """;

    private static final String ARCHIVE =
            """
            WITH due AS (SELECT id FROM uws.job
                         WHERE destruction <= now() AND archive_seconds > 0 AND phase <> 'ARCHIVED'
                         ORDER BY destruction LIMIT ? FOR UPDATE SKIP LOCKED)
            UPDATE uws.job AS j SET phase = 'ARCHIVED', destruction = now() + archive_seconds * interval '1 s',
                    end_time = coalesce(end_time, now()), result_ids = '{}', result_types = '{}', result_sizes = '{}',
                    claim = NULL, node = NULL
            FROM due WHERE j.id = due.id RETURNING j.id
            """;

    private final JobSql sql;

    SweepStore(Database database) {
        this.sql = new JobSql(database);
    }

    /** Ends the lives of jobs whose destruction time is past; some of them, if there are many. */
    List<JobId> destroy() {
        return sql.rows(DESTROY, row -> JobSql.id(row, 1), BATCH);
    }

    /** Archives jobs whose destruction time is past and whose record shall stay; some of them, if there are many. */
    List<JobId> archive() {
        return sql.rows(ARCHIVE, row -> JobSql.id(row, 1), BATCH);
    }

    /** Whether a round of the sweep leaves more to do. */
    static boolean isFull(List<JobId> batch) {
        return batch.size() >= BATCH;
    }

    /** Forgets nodes that have been dead for long. */
    void forgetNodes(Duration silence) {
        sql.update("DELETE FROM uws.node WHERE heartbeat < now() - ? * interval '1 ms'", silence.toMillis());
    }

    /** Those of some ids that are no jobs with results. */
    Set<JobId> strangers(List<JobId> ids) {
        UUID[] bits = ids.stream().map(JobId::bits).toArray(UUID[]::new);
        return new HashSet<>(sql.rows(
                "SELECT x.id FROM unnest(?::uuid[]) AS x (id)"
                        + " WHERE NOT EXISTS (SELECT 1 FROM uws.job AS j WHERE j.id = x.id AND j.phase <> 'ARCHIVED')",
                row -> JobSql.id(row, 1),
                (Object) bits));
    }

    /** How many jobs there are in each phase. */
    Map<Phase, Long> phases() {
        Map<Phase, Long> counts = new EnumMap<>(Phase.class);
        sql.rows(
                "SELECT phase, count(*) FROM uws.job GROUP BY phase",
                row -> counts.put(Phase.valueOf(row.getString(1)), row.getLong(2)));
        return counts;
    }

    /** Owners who have reached the limit of jobs that are kept; the empty name stands for nobody. */
    Set<String> fullOwners(QueueLimits limits) {
        return new HashSet<>(sql.rows(
                "SELECT owner FROM uws.job GROUP BY owner"
                        + " HAVING count(*) >= CASE WHEN owner = '' THEN ?::bigint ELSE ?::bigint END",
                row -> row.getString(1),
                limits.keptAnonymous(),
                limits.keptPerOwner()));
    }
}
