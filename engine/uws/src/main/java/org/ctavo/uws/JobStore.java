package org.ctavo.uws;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;

/**
 * The jobs of the service, in PostgreSQL (schema {@code uws}): one store for any number of nodes. Every change is one
 * transaction, and moves a job only from a phase in which UWS allows it. Faults are {@link JobFault}s. Safe for use by
 * any number of threads.
 */
public final class JobStore {
    /** The phase of a job that is told to run: executed at once where there is room and nobody waits longer. */
    private static final String BEGIN =
            """
            CASE WHEN NOT ? THEN 'PENDING'
                 WHEN ?::uuid IS NULL OR EXISTS (SELECT 1 FROM uws.job WHERE kind = ? AND phase = 'QUEUED')
                 THEN 'QUEUED'
                 ELSE 'EXECUTING' END
            """;

    private static final String ROOM =
            """
            (SELECT count(*) FROM uws.job WHERE owner = ? AND %1$s) < ?
            AND (SELECT count(*) FROM uws.job WHERE %1$s) < ?
            """
                    .formatted(JobSql.ACTIVE);

    private static final String INSERT =
            """
            WITH t AS (SELECT %s AS now, %s AS phase WHERE NOT ? OR (%s))
            INSERT INTO uws.job AS j (id, kind, collection, owner, groups, authentication, run_id, phase,
                    creation_time, queue_time, start_time, destruction, archive_seconds, execution_seconds,
                    parameter_names, parameter_values, base, attempts, claim, node)
            SELECT ?::uuid, ?, ?, ?, ?::text[], ?, ?::text, phase,
                    now,
                    CASE WHEN phase <> 'PENDING' THEN now END,
                    CASE WHEN phase = 'EXECUTING' THEN now END,
                    LEAST(coalesce(?::timestamptz, now + ?::bigint * interval '1 s'), now + ?::bigint * interval '1 s'),
                    ?::bigint, ?::bigint, ?::text[], ?::text[], ?,
                    CASE WHEN phase = 'EXECUTING' THEN 1 ELSE 0 END,
                    CASE WHEN phase = 'EXECUTING' THEN ?::uuid END,
                    CASE WHEN phase = 'EXECUTING' THEN ?::uuid END
            FROM t RETURNING %s
            """
                    .formatted(JobSql.NOW, BEGIN, ROOM, JobSql.COLUMNS);

    private static final String START =
            """
            WITH t AS (SELECT %s AS now, %s AS phase WHERE %s)
            UPDATE uws.job AS j SET phase = t.phase, queue_time = t.now,
                    start_time = CASE WHEN t.phase = 'EXECUTING' THEN t.now END,
                    attempts = CASE WHEN t.phase = 'EXECUTING' THEN 1 ELSE 0 END,
                    claim = CASE WHEN t.phase = 'EXECUTING' THEN ?::uuid END,
                    node = CASE WHEN t.phase = 'EXECUTING' THEN ?::uuid END
            FROM t WHERE j.id = ? AND j.phase IN ('PENDING', 'HELD') RETURNING %s
            """
                    .formatted(JobSql.NOW, BEGIN, ROOM, JobSql.COLUMNS);

    private static final String FIND = "SELECT " + JobSql.COLUMNS + " FROM uws.job AS j WHERE j.id = ?";

    private static final String ABORT =
            """
            UPDATE uws.job AS j SET phase = 'ABORTED', end_time = %s
            WHERE j.id = ? AND j.phase IN ('PENDING', 'QUEUED', 'EXECUTING', 'HELD', 'SUSPENDED')
            """
                    .formatted(JobSql.NOW);

    private static final String LIST =
            """
            SELECT id, kind, collection, phase, run_id, owner, creation_time FROM uws.job
            WHERE kind = ? AND owner = ? AND (?::text IS NULL OR collection = ?)
            AND CASE WHEN ?::text[] IS NULL THEN phase <> 'ARCHIVED' ELSE phase = ANY (?::text[]) END
            AND (?::timestamptz IS NULL OR creation_time > ?)
            AND (?::uuid IS NULL OR (creation_time, id) < (?, ?))
            ORDER BY creation_time DESC, id DESC LIMIT ?
            """;
    private static final int PAGE = 500;

    private final JobSql sql;
    private final QueueLimits limits;

    /** The store in a database, keeping the given limits. */
    public JobStore(Database database, QueueLimits limits) {
        this.sql = new JobSql(database);
        this.limits = limits;
    }

    /** A place in which a job can be executed at once. */
    record Place(UUID node, UUID claim) {}

    /**
     * Creates a job.
     *
     * @param run whether to start it
     * @param place where it could be executed at once; null if nowhere
     * @return the job: PENDING, QUEUED, or EXECUTING in the given place
     */
    Job insert(JobDraft draft, JobKind kind, boolean run, Place place) {
        String owner = draft.caller().subject().orElse("");
        UUID claim = place == null ? null : place.claim();
        return sql.row(
                        INSERT,
                        JobSql::job,
                        run,
                        claim,
                        kind.name(),
                        run,
                        owner,
                        limits.activeOf(owner),
                        limits.active(),
                        draft.id(),
                        kind.name(),
                        draft.collection(),
                        owner,
                        draft.caller().groups().stream().sorted().toArray(String[]::new),
                        draft.caller().authentication().name(),
                        draft.runId().orElse(null),
                        draft.destruction().orElse(null),
                        kind.retention().standard(),
                        kind.retention().most(),
                        kind.archive(),
                        kind.duration(draft.executionDuration()),
                        JobSql.names(draft.parameters()),
                        JobSql.values(draft.parameters()),
                        draft.base().toString(),
                        claim,
                        place == null ? null : place.node())
                .orElseThrow(JobStore::noRoom);
    }

    /**
     * Starts a job that is PENDING or HELD.
     *
     * @param place where it could be executed at once; null if nowhere
     */
    Job start(Job job, Place place) {
        String owner = job.owner().orElse("");
        UUID claim = place == null ? null : place.claim();
        return sql.row(
                        START,
                        JobSql::job,
                        true,
                        claim,
                        job.kind(),
                        owner,
                        limits.activeOf(owner),
                        limits.active(),
                        claim,
                        place == null ? null : place.node(),
                        job.id())
                .orElseThrow(() -> get(job.id()).phase().isStartable()
                        ? noRoom()
                        : new Fault(
                                JobFault.WRONG_PHASE,
                                "The job was started already: only a PENDING or HELD job can be run."));
    }

    static Fault noRoom() {
        return new Fault(
                JobFault.TOO_MANY_JOBS,
                "Too many jobs are waiting or running; wait until some have ended, then try again.");
    }

    /** A job, or empty if there is none of that id. */
    public Optional<Job> find(JobId id) {
        return sql.row(FIND, JobSql::job, id);
    }

    private Job get(JobId id) {
        return find(id).orElseThrow(JobStore::noSuchJob);
    }

    static Fault noSuchJob() {
        return new Fault(JobFault.NO_SUCH_JOB, "There is no such job; it may have been destroyed.");
    }

    /** What to do with each entry of a list. */
    @FunctionalInterface
    public interface RefConsumer {

        /** Takes the next entry; what it throws ends the listing. */
        void accept(JobRef ref) throws IOException;
    }

    /**
     * Lists jobs, newest first. Reads them in pages: neither are all in memory, nor does a slow consumer hold a
     * connection.
     *
     * @throws IOException what the consumer threw
     */
    public void list(JobFilter filter, RefConsumer consumer) throws IOException {
        int left = filter.last().orElse(Integer.MAX_VALUE);
        JobRef previous = null;
        int count;
        do {
            int wanted = Math.min(left, PAGE);
            List<JobRef> page = page(filter, previous, wanted);
            for (JobRef ref : page) {
                consumer.accept(ref);
                previous = ref;
            }
            count = page.size();
            left -= count;
        } while (count == PAGE && left > 0);
    }

    private List<JobRef> page(JobFilter filter, JobRef previous, int size) {
        String collection = filter.collection().orElse(null);
        String[] phases = filter.phases().isEmpty()
                ? null
                : filter.phases().stream().map(Enum::name).toArray(String[]::new);
        Instant after = filter.after().orElse(null);
        JobId id = previous == null ? null : previous.id();
        return sql.rows(
                LIST,
                JobStore::ref,
                filter.kind(),
                filter.owner().orElse(""),
                collection,
                collection,
                phases,
                phases,
                after,
                after,
                id,
                previous == null ? null : previous.creationTime(),
                id,
                size);
    }

    private static JobRef ref(ResultSet row) throws SQLException {
        return new JobRef(
                JobSql.id(row, 1),
                row.getString(2),
                row.getString(3),
                Phase.valueOf(row.getString(4)),
                Optional.ofNullable(row.getString(5)),
                JobSql.owner(row.getString(6)),
                JobSql.instant(row, 7).orElseThrow());
    }

    /**
     * Changes the parameters of a job, and its runId if one is given, as long as it is PENDING.
     *
     * @param change old parameters to new ones; may throw a fault
     */
    void change(JobId id, UnaryOperator<Parameters> change, Optional<String> runId) {
        sql.call(connection -> {
            connection.setAutoCommit(false);
            try {
                Parameters changed = change.apply(locked(connection, id));
                try (PreparedStatement statement = JobSql.prepare(
                        connection,
                        "UPDATE uws.job SET parameter_names = ?, parameter_values = ?,"
                                + " run_id = coalesce(?::text, run_id) WHERE id = ?",
                        JobSql.names(changed),
                        JobSql.values(changed),
                        runId.orElse(null),
                        id)) {
                    statement.executeUpdate();
                }
                connection.commit();
                return null;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    private static Parameters locked(Connection connection, JobId id) throws SQLException {
        String sql = "SELECT phase, parameter_names, parameter_values FROM uws.job WHERE id = ? FOR UPDATE";
        try (PreparedStatement statement = JobSql.prepare(connection, sql, id);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw noSuchJob();
            }
            if (!row.getString(1).equals(Phase.PENDING.name())) {
                throw new Fault(
                        JobFault.WRONG_PHASE,
                        "Parameters can be sent only while the job is PENDING; create a new job.");
            }
            return JobSql.parameters(row, 2);
        }
    }

    /** Sets when a job will be destroyed, at most the kind's limit from now. */
    void destruction(JobId id, Instant wanted, JobKind kind) {
        changed(sql.update(
                "UPDATE uws.job SET destruction = LEAST(?::timestamptz, now() + ?::bigint * interval '1 s')"
                        + " WHERE id = ? AND phase <> 'ARCHIVED'",
                wanted,
                kind.retention().most(),
                id));
    }

    /** Sets how long a job may execute, as long as it has not ended. */
    void executionDuration(JobId id, Duration wanted, JobKind kind) {
        changed(sql.update(
                "UPDATE uws.job SET execution_seconds = ?::bigint WHERE id = ?"
                        + " AND phase IN ('PENDING', 'QUEUED', 'EXECUTING', 'HELD', 'SUSPENDED')",
                kind.duration(Optional.of(wanted)),
                id));
    }

    private static void changed(int count) {
        if (count == 0) {
            throw new Fault(JobFault.WRONG_PHASE, "The job has ended: this can no longer be changed.");
        }
    }

    /** Ends a job that has not ended; says whether it did. */
    boolean abort(JobId id) {
        return sql.update(ABORT, id) > 0;
    }

    /** Forgets a job; says whether there was one. */
    boolean delete(JobId id) {
        return sql.update("DELETE FROM uws.job WHERE id = ?", id) > 0;
    }
}
