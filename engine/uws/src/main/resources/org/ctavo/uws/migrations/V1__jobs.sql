-- Jobs of the service (UWS 1.1), shared by all its nodes.
CREATE SCHEMA uws;

-- A running process that executes jobs. One that stops renewing its heartbeat is taken for dead.
CREATE TABLE uws.node (
    id uuid PRIMARY KEY,
    started timestamptz NOT NULL DEFAULT pg_catalog.now(),
    heartbeat timestamptz NOT NULL DEFAULT pg_catalog.now()
);

CREATE TABLE uws.job (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    collection text NOT NULL,
    -- Where its creator saw the service: results may hold links to it.
    base text NOT NULL,
    -- '' for a job that nobody owns
    owner text NOT NULL,
    groups text[] NOT NULL,
    authentication text NOT NULL,
    run_id text,
    phase text NOT NULL CHECK (phase IN ('PENDING', 'QUEUED', 'EXECUTING', 'COMPLETED', 'ERROR', 'ABORTED', 'UNKNOWN',
                                         'HELD', 'SUSPENDED', 'ARCHIVED')),
    creation_time timestamptz NOT NULL,
    queue_time timestamptz,
    start_time timestamptz,
    end_time timestamptz,
    destruction timestamptz NOT NULL,
    archive_seconds bigint NOT NULL,
    execution_seconds integer NOT NULL,
    parameter_names text[] NOT NULL,
    parameter_values text[] NOT NULL,
    result_ids text[] NOT NULL DEFAULT '{}',
    result_types text[] NOT NULL DEFAULT '{}',
    result_sizes bigint[] NOT NULL DEFAULT '{}',
    error_message text,
    error_transient boolean,
    attempts integer NOT NULL DEFAULT 0,
    -- The attempt that executes the job, or that brought its results: whoever cannot name it may not write them.
    claim uuid,
    node uuid,
    CHECK ((phase = 'EXECUTING') <= (claim IS NOT NULL AND node IS NOT NULL))
) WITH (fillfactor = 70);

CREATE INDEX job_list ON uws.job (kind, owner, creation_time DESC);
CREATE INDEX job_queue ON uws.job (kind, queue_time) WHERE phase = 'QUEUED';
CREATE INDEX job_running ON uws.job (node) WHERE phase = 'EXECUTING';
CREATE INDEX job_active ON uws.job (owner) WHERE phase IN ('QUEUED', 'EXECUTING', 'HELD', 'SUSPENDED');
CREATE INDEX job_destruction ON uws.job (destruction);

-- Tells all nodes what became of a job: "<id> <kind> <what>". A job that its creator executes at once is nobody else's
-- concern yet.
CREATE FUNCTION uws.tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM pg_catalog.pg_notify('uws_job', OLD.id || ' ' || OLD.kind || ' DELETED');
    ELSIF TG_OP = 'INSERT' THEN
        PERFORM pg_catalog.pg_notify('uws_job', NEW.id || ' ' || NEW.kind || ' ' || NEW.phase);
    ELSIF NEW.phase <> OLD.phase THEN
        PERFORM pg_catalog.pg_notify('uws_job', NEW.id || ' ' || NEW.kind || ' ' || NEW.phase);
    ELSE
        PERFORM pg_catalog.pg_notify('uws_job', NEW.id || ' ' || NEW.kind || ' DURATION');
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER tell_new AFTER INSERT ON uws.job FOR EACH ROW WHEN (NEW.phase = 'QUEUED') EXECUTE FUNCTION uws.tell();
CREATE TRIGGER tell_changed AFTER UPDATE OF phase, execution_seconds ON uws.job FOR EACH ROW
    WHEN (NEW.phase <> OLD.phase OR NEW.execution_seconds <> OLD.execution_seconds) EXECUTE FUNCTION uws.tell();
CREATE TRIGGER tell_deleted AFTER DELETE ON uws.job FOR EACH ROW EXECUTE FUNCTION uws.tell();

GRANT USAGE ON SCHEMA uws TO ${serviceRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON uws.node, uws.job TO ${serviceRole};
