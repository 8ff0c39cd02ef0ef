-- The graph within so many relations, found step by step: each thing is met once, at its least distance. A walk that
-- meets things again at every distance takes minutes where relations lead in circles and the distance is great.

-- What was met, as rows. That they are many is all that this function says beyond unnest: the planner would compare
-- each with each.
CREATE FUNCTION provenance.met(kinds text[], ids text[], depths integer[])
RETURNS TABLE (kind text, id text, depth integer) LANGUAGE plpgsql IMMUTABLE ROWS 10000 AS $$
BEGIN
    RETURN QUERY SELECT * FROM unnest(kinds, ids, depths);
END $$;
REVOKE ALL ON FUNCTION provenance.met(text[], text[], integer[]) FROM PUBLIC;

-- As provenance.graph, with a bound on the depth. Raises program_limit_exceeded where there are more things, or where
-- one step leads along more relations than any answer has.
CREATE FUNCTION provenance.graph_within(ids text[], back boolean, forth boolean, agents boolean, members boolean,
    most_depth integer, most_nodes integer)
RETURNS TABLE (relation text, subject_kind text, subject text, subject_hidden integer,
    object_kind text, object text, object_hidden integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan SET work_mem = '1MB' SET jit = off SET max_parallel_workers_per_gather = 0
AS $$
#variable_conflict use_column
DECLARE
    met_kinds text[];
    met_ids text[];
    met_depths integer[];
    edge_kinds text[];
    edge_ids text[];
    followed bigint;
    most_followed bigint := most_nodes::bigint * 200;
    distance integer := 0;
BEGIN
    SELECT coalesce(array_agg(w.kind), '{}'), coalesce(array_agg(w.id), '{}') INTO edge_kinds, edge_ids
    FROM (
        SELECT 'e' AS kind, e.id FROM provenance.entity e
            WHERE e.id = ANY (ids) AND provenance.may_see(e.access_groups)
            AND (NOT e.restricted OR provenance.sees_marked('entity', e.id))
        UNION ALL
        SELECT 'a', a.id FROM provenance.activity a WHERE a.id = ANY (ids) AND provenance.may_see(a.access_groups)
        UNION ALL
        SELECT 'g', g.id FROM provenance.agent g WHERE g.id = ANY (ids)
            AND (NOT g.restricted OR provenance.sees_marked('agent', g.id))) w;
    met_kinds := edge_kinds;
    met_ids := edge_ids;
    met_depths := array_fill(0, ARRAY[cardinality(edge_ids)]);
    WHILE distance < most_depth AND cardinality(edge_ids) > 0 AND cardinality(met_ids) <= most_nodes LOOP
        distance := distance + 1;
        WITH reached AS MATERIALIZED (
            SELECT s.next_kind AS kind, s.next_id AS id
            FROM unnest(edge_kinds, edge_ids) AS w (kind, id)
            CROSS JOIN LATERAL provenance.steps(w.kind, w.id, back, forth, agents, members) s
            WHERE w.kind <> 'g' OR w.id = ANY (ids)
            LIMIT most_followed + 1),
        fresh AS (
            SELECT r.kind, r.id FROM reached r
            EXCEPT SELECT m.kind, m.id FROM provenance.met(met_kinds, met_ids, met_depths) m
            LIMIT most_nodes + 1)
        SELECT coalesce(array_agg(f.kind), '{}'), coalesce(array_agg(f.id), '{}'), (SELECT count(*) FROM reached)
        INTO edge_kinds, edge_ids, followed FROM fresh f;
        IF followed > most_followed THEN
            RAISE program_limit_exceeded USING CONSTRAINT = 'graph_relations';
        END IF;
        met_kinds := met_kinds || edge_kinds;
        met_ids := met_ids || edge_ids;
        met_depths := met_depths || array_fill(distance, ARRAY[cardinality(edge_ids)]);
    END LOOP;
    IF cardinality(met_ids) > most_nodes THEN
        RAISE program_limit_exceeded USING CONSTRAINT = 'graph_things';
    END IF;
    RETURN QUERY
    WITH node AS MATERIALIZED (
        SELECT m.kind, m.id, m.depth,
            CASE m.kind WHEN 'g' THEN row_number() OVER ()::integer
                WHEN 'e' THEN (SELECT e.number FROM provenance.entity e
                    WHERE e.id = m.id AND (NOT provenance.may_see(e.access_groups)
                        OR e.restricted AND NOT provenance.sees_marked('entity', e.id)))
                WHEN 'a' THEN (SELECT -a.number FROM provenance.activity a
                    WHERE a.id = m.id AND NOT provenance.may_see(a.access_groups)) END AS hidden
        FROM provenance.met(met_kinds, met_ids, met_depths) m
    ),
    tie AS (
        SELECT DISTINCT s.relation,
            CASE WHEN s.forward THEN n.kind ELSE s.next_kind END AS subject_kind,
            CASE WHEN s.forward THEN n.id ELSE s.next_id END AS subject,
            CASE WHEN s.forward THEN s.next_kind ELSE n.kind END AS object_kind,
            CASE WHEN s.forward THEN s.next_id ELSE n.id END AS object
        FROM node n CROSS JOIN LATERAL provenance.steps(n.kind, n.id, back, forth, agents, members) s
        WHERE n.depth < most_depth AND (n.kind <> 'g' OR n.id = ANY (ids))
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
REVOKE ALL ON FUNCTION provenance.graph_within(text[], boolean, boolean, boolean, boolean, integer, integer)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION provenance.graph_within(text[], boolean, boolean, boolean, boolean, integer, integer)
    TO ${queryRole};
