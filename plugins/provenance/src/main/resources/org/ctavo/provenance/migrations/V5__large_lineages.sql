-- Lineages of tens of millions of relations.

-- The graph, planned once a session: its plan is the same for every question, and takes longer to make than to run.
-- The planner expects millions of nodes where a graph has tens: with little memory it makes no room for them beforehand
-- (the walk's table grows with what it finds). Such expectations would also start the compiler and workers.
CREATE OR REPLACE FUNCTION provenance.graph(ids text[], back boolean, forth boolean, agents boolean, members boolean,
    most_depth integer, most_nodes integer)
RETURNS TABLE (relation text, subject_kind text, subject text, subject_hidden integer,
    object_kind text, object text, object_hidden integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan SET work_mem = '1MB' SET jit = off SET max_parallel_workers_per_gather = 0
AS $$
-- A bare name is a column where there is one; otherwise what was asked for.
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH RECURSIVE walk(kind, id, depth) AS (
        (SELECT 'e', e.id, 0 FROM provenance.entity e WHERE e.id = ANY (ids) AND provenance.may_see(e.access_groups)
        UNION ALL
        SELECT 'a', a.id, 0 FROM provenance.activity a WHERE a.id = ANY (ids) AND provenance.may_see(a.access_groups)
        UNION ALL
        SELECT 'g', g.id, 0 FROM provenance.agent g WHERE g.id = ANY (ids))
        UNION
        -- Without a bound on the depth each node is met once; with it, once a depth.
        SELECT s.next_kind, s.next_id, CASE WHEN most_depth IS NULL THEN 0 ELSE w.depth + 1 END
        FROM walk w CROSS JOIN LATERAL provenance.steps(w.kind, w.id, back, forth, agents, members) s
        WHERE (most_depth IS NULL OR w.depth < most_depth) AND (w.kind <> 'g' OR w.id = ANY (ids))
    ),
    met AS (SELECT * FROM walk LIMIT (most_nodes::bigint + 1) * (coalesce(most_depth, 0) + 1)),
    node AS MATERIALIZED (
        SELECT m.kind, m.id, m.depth,
            CASE m.kind WHEN 'e' THEN (SELECT e.number FROM provenance.entity e
                    WHERE e.id = m.id AND NOT provenance.may_see(e.access_groups))
                WHEN 'a' THEN (SELECT -a.number FROM provenance.activity a
                    WHERE a.id = m.id AND NOT provenance.may_see(a.access_groups)) END AS hidden
        FROM (SELECT kind, id, min(depth) AS depth FROM met GROUP BY kind, id LIMIT most_nodes + 1) m
    ),
    tie AS (
        SELECT DISTINCT s.relation,
            CASE WHEN s.forward THEN n.kind ELSE s.next_kind END AS subject_kind,
            CASE WHEN s.forward THEN n.id ELSE s.next_id END AS subject,
            CASE WHEN s.forward THEN s.next_kind ELSE n.kind END AS object_kind,
            CASE WHEN s.forward THEN s.next_id ELSE n.id END AS object
        FROM node n CROSS JOIN LATERAL provenance.steps(n.kind, n.id, back, forth, agents, members) s
        WHERE (most_depth IS NULL OR n.depth < most_depth) AND (n.kind <> 'g' OR n.id = ANY (ids))
        LIMIT most_nodes::bigint * 20
    )
    SELECT NULL, n.kind, CASE WHEN n.hidden IS NULL THEN n.id END, n.hidden, NULL, NULL, NULL FROM node n
    UNION ALL
    SELECT t.relation, t.subject_kind, CASE WHEN s.hidden IS NULL THEN s.id END, s.hidden,
        t.object_kind, CASE WHEN o.hidden IS NULL THEN o.id END, o.hidden
    FROM tie t
    JOIN node s ON s.kind = t.subject_kind AND s.id = t.subject
    JOIN node o ON o.kind = t.object_kind AND o.id = t.object;
END $$;

-- Computes all lineage anew, after a bulk load without triggers: set by set, from the origins on, and the indexes last.
CREATE OR REPLACE FUNCTION provenance.rebuild_lineage() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET work_mem = '128MB' SET maintenance_work_mem = '512MB' AS $$
DECLARE
    culprit integer;
BEGIN
    PERFORM provenance.lock_lineage();
    TRUNCATE provenance.ancestor;
    ALTER TABLE provenance.ancestor DROP CONSTRAINT ancestor_pkey;
    DROP INDEX provenance.ancestor_ancestor;
    CREATE TEMP TABLE todo ON COMMIT DROP AS SELECT child, parent, steps FROM provenance.direct_steps(NULL);
    WHILE EXISTS (SELECT FROM pg_temp.todo) LOOP
        ANALYZE pg_temp.todo;
        -- A child is ready when none of its parents waits for parents of its own.
        CREATE TEMP TABLE waiting ON COMMIT DROP AS
        SELECT DISTINCT t.child FROM pg_temp.todo t
        WHERE t.parent IN (SELECT w.child FROM pg_temp.todo w);
        ANALYZE pg_temp.waiting;
        CREATE TEMP TABLE ready ON COMMIT DROP AS
        SELECT t.* FROM pg_temp.todo t WHERE NOT EXISTS (SELECT FROM pg_temp.waiting w WHERE w.child = t.child);
        IF NOT EXISTS (SELECT FROM pg_temp.ready) THEN
            -- Every child waits: whoever goes up for long enough goes round.
            SELECT t.child INTO culprit FROM pg_temp.todo t LIMIT 1;
            FOR step IN 1 .. least((SELECT count(*) FROM pg_temp.todo), 1000) LOOP
                SELECT t.parent INTO culprit FROM pg_temp.todo t
                WHERE t.child = culprit AND t.parent IN (SELECT w.child FROM pg_temp.waiting w) LIMIT 1;
            END LOOP;
            RAISE check_violation USING CONSTRAINT = 'ancestor_not_itself',
                DETAIL = (SELECT e.id FROM provenance.entity e WHERE e.number = culprit);
        END IF;
        ANALYZE pg_temp.ready;
        INSERT INTO provenance.ancestor (entity, ancestor, depth)
        SELECT p.entity, p.ancestor, min(p.depth)
        FROM (
            SELECT r.child AS entity, r.parent AS ancestor, r.steps AS depth FROM pg_temp.ready r
            UNION ALL
            SELECT r.child, a.ancestor, r.steps + a.depth
            FROM pg_temp.ready r JOIN provenance.ancestor a ON a.entity = r.parent) p
        GROUP BY p.entity, p.ancestor ORDER BY p.entity, p.ancestor;
        ANALYZE provenance.ancestor;
        CREATE TEMP TABLE rest ON COMMIT DROP AS
        SELECT t.* FROM pg_temp.todo t WHERE EXISTS (SELECT FROM pg_temp.waiting w WHERE w.child = t.child);
        DROP TABLE pg_temp.todo, pg_temp.waiting, pg_temp.ready;
        ALTER TABLE pg_temp.rest RENAME TO todo;
    END LOOP;
    DROP TABLE pg_temp.todo;
    ALTER TABLE provenance.ancestor ADD CONSTRAINT ancestor_pkey PRIMARY KEY (entity, ancestor);
    CREATE INDEX ancestor_ancestor ON provenance.ancestor (ancestor, entity);
END $$;
