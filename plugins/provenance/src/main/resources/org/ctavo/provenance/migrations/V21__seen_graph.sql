-- Graphs and numbers of rows do not tell that there is something that a caller may not see, beyond the places that are
-- kept for it between what may be seen.

-- Yes or no, also where a session has never said whose it is: "not seen" was unknown there, so that graphs showed what
-- only members may see.
CREATE OR REPLACE FUNCTION provenance.may_see(groups text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT groups IS NULL OR coalesce(
        groups && pg_catalog.string_to_array(pg_catalog.current_setting('access.groups', true), ','), false)
$$;

-- The number of a row says which row it is, and no longer how many were written before it.
ALTER TABLE provenance.used DROP COLUMN id;
ALTER TABLE provenance.used ADD COLUMN id bigint GENERATED ALWAYS AS (hashtextextended(
    activity_id || E'\n' || entity_id || E'\n' || coalesce(role, E'\n') || E'\n'
        || coalesce((extract(epoch FROM usage_time) * 1000000)::bigint::text, ''), 0)) STORED PRIMARY KEY;
ALTER TABLE provenance.wasconfiguredby DROP COLUMN id;
ALTER TABLE provenance.wasconfiguredby ADD COLUMN id bigint GENERATED ALWAYS AS (hashtextextended(
    activity_id || E'\n' || coalesce(parameter_id, '') || E'\n' || coalesce(configfile_id, ''), 0)) STORED PRIMARY KEY;
COMMENT ON COLUMN provenance.used.id IS 'Number of the row';
COMMENT ON COLUMN provenance.wasconfiguredby.id IS 'Number of the row';

-- From an agent only to what the caller may see: a hidden thing beside an agent would tell of it.
CREATE OR REPLACE FUNCTION provenance.steps(kind text, id text, back boolean, forth boolean, agents boolean,
    members boolean)
RETURNS TABLE (relation text, forward boolean, next_kind text, next_id text)
LANGUAGE sql STABLE AS $$
    SELECT 'wasGeneratedBy', true, 'a', r.activity_id FROM provenance.wasgeneratedby r
        WHERE $1 = 'e' AND $3 AND r.entity_id = $2
    UNION ALL SELECT 'wasDerivedFrom', true, 'e', r.usedentity_id FROM provenance.wasderivedfrom r
        WHERE $1 = 'e' AND $3 AND r.generatedentity_id = $2
    UNION ALL SELECT 'used', true, 'e', r.entity_id FROM provenance.used r
        WHERE $1 = 'a' AND $3 AND r.activity_id = $2
    UNION ALL SELECT 'wasInformedBy', true, 'a', r.informant_id FROM provenance.wasinformedby r
        WHERE $1 = 'a' AND $3 AND r.informed_id = $2
    UNION ALL SELECT 'wasGeneratedBy', false, 'e', r.entity_id FROM provenance.wasgeneratedby r
        WHERE $1 = 'a' AND $4 AND r.activity_id = $2
    UNION ALL SELECT 'wasDerivedFrom', false, 'e', r.generatedentity_id FROM provenance.wasderivedfrom r
        WHERE $1 = 'e' AND $4 AND r.usedentity_id = $2
    UNION ALL SELECT 'used', false, 'a', r.activity_id FROM provenance.used r
        WHERE $1 = 'e' AND $4 AND r.entity_id = $2
    UNION ALL SELECT 'wasInformedBy', false, 'a', r.informed_id FROM provenance.wasinformedby r
        WHERE $1 = 'a' AND $4 AND r.informant_id = $2
    UNION ALL SELECT 'wasAttributedTo', true, 'g', r.agent_id FROM provenance.wasattributedto r
        WHERE $1 = 'e' AND $5 AND r.entity_id = $2
    UNION ALL SELECT 'wasAssociatedWith', true, 'g', r.agent_id FROM provenance.wasassociatedwith r
        WHERE $1 = 'a' AND $5 AND r.activity_id = $2
    UNION ALL SELECT 'wasAttributedTo', false, 'e', r.entity_id FROM provenance.wasattributedto r
        WHERE $1 = 'g' AND r.agent_id = $2 AND (NOT r.restricted OR EXISTS (
            SELECT FROM provenance.entity e WHERE e.id = r.entity_id AND provenance.may_see(e.access_groups)
                AND (NOT e.restricted OR provenance.sees_marked('entity', e.id))))
    UNION ALL SELECT 'wasAssociatedWith', false, 'a', r.activity_id FROM provenance.wasassociatedwith r
        WHERE $1 = 'g' AND r.agent_id = $2 AND (NOT r.restricted OR EXISTS (
            SELECT FROM provenance.activity a WHERE a.id = r.activity_id AND provenance.may_see(a.access_groups)))
    UNION ALL SELECT 'hadMember', true, 'e', r.entity_id FROM provenance.hadmember r
        WHERE $1 = 'e' AND $6 AND $3 AND r.collection_id = $2
    UNION ALL SELECT 'hadMember', false, 'e', r.collection_id FROM provenance.hadmember r
        WHERE $1 = 'e' AND $6 AND $4 AND r.entity_id = $2
$$;

-- The whole answer in one function again, which plans it once a session.
DROP FUNCTION provenance.graph(text[], boolean, boolean, boolean, boolean, integer, integer);
DROP FUNCTION provenance.whole_graph(text[], boolean, boolean, boolean, boolean, integer, integer);
CREATE FUNCTION provenance.graph(ids text[], back boolean, forth boolean, agents boolean, members boolean,
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
            AND (NOT e.restricted OR provenance.sees_marked('entity', e.id))
        UNION ALL
        SELECT 'a', a.id, 0 FROM provenance.activity a WHERE a.id = ANY (ids) AND provenance.may_see(a.access_groups)
        UNION ALL
        SELECT 'g', g.id, 0 FROM provenance.agent g WHERE g.id = ANY (ids)
            AND (NOT g.restricted OR provenance.sees_marked('agent', g.id)))
        UNION
        -- Without a bound on the depth each node is met once; with it, once a depth.
        SELECT s.next_kind, s.next_id, CASE WHEN most_depth IS NULL THEN 0 ELSE w.depth + 1 END
        FROM walk w CROSS JOIN LATERAL provenance.steps(w.kind, w.id, back, forth, agents, members) s
        WHERE (most_depth IS NULL OR w.depth < most_depth) AND (w.kind <> 'g' OR w.id = ANY (ids))
    ),
    met AS (SELECT * FROM walk LIMIT (most_nodes::bigint + 1) * (coalesce(most_depth, 0) + 1)),
    node AS MATERIALIZED (
        SELECT m.kind, m.id, m.depth,
            CASE m.kind WHEN 'g' THEN row_number() OVER ()::integer
                WHEN 'e' THEN (SELECT e.number FROM provenance.entity e
                    WHERE e.id = m.id AND (NOT provenance.may_see(e.access_groups)
                        OR e.restricted AND NOT provenance.sees_marked('entity', e.id)))
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
    ),
    -- An agent is named where a visible thing names it; beside a hidden one it has a number, as that has.
    named AS (
        SELECT t.relation, t.subject_kind, s.id AS subject, s.hidden AS subject_hidden, t.object_kind, o.id AS object,
            CASE WHEN o.kind <> 'g' OR s.hidden IS NOT NULL THEN o.hidden END AS object_hidden
        FROM tie t
        JOIN node s ON s.kind = t.subject_kind AND s.id = t.subject
        JOIN node o ON o.kind = t.object_kind AND o.id = t.object
    )
    SELECT NULL::text, n.kind, CASE WHEN n.hidden IS NULL THEN n.id END, n.hidden, NULL::text, NULL::text, NULL::integer
    FROM node n WHERE n.kind <> 'g'
    UNION ALL
    SELECT NULL, n.kind, n.id, NULL, NULL, NULL, NULL
    FROM node n WHERE n.kind = 'g' AND (n.id = ANY (ids) OR EXISTS (
        SELECT FROM named t WHERE t.object_kind = 'g' AND t.object = n.id AND t.object_hidden IS NULL))
    UNION ALL
    SELECT t.relation, t.subject_kind, CASE WHEN t.subject_hidden IS NULL THEN t.subject END, t.subject_hidden,
        t.object_kind, CASE WHEN t.object_hidden IS NULL THEN t.object END, t.object_hidden
    FROM named t;
END $$;
REVOKE ALL ON FUNCTION provenance.graph(text[], boolean, boolean, boolean, boolean, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION provenance.graph(text[], boolean, boolean, boolean, boolean, integer, integer)
    TO ${queryRole};
