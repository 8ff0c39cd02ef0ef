-- The graph around things, in one statement. Every relation points from its subject to its object, which is nearer to
-- the origin: BACK goes from subject to object, FORTH from object to subject.

-- The relations of one node. Kinds: e entity, a activity, g agent. Inlined where it is used.
CREATE FUNCTION provenance.steps(kind text, id text, back boolean, forth boolean, agents boolean, members boolean)
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
        WHERE $1 = 'g' AND r.agent_id = $2
    UNION ALL SELECT 'wasAssociatedWith', false, 'a', r.activity_id FROM provenance.wasassociatedwith r
        WHERE $1 = 'g' AND r.agent_id = $2
    UNION ALL SELECT 'hadMember', true, 'e', r.entity_id FROM provenance.hadmember r
        WHERE $1 = 'e' AND $6 AND $3 AND r.collection_id = $2
    UNION ALL SELECT 'hadMember', false, 'e', r.collection_id FROM provenance.hadmember r
        WHERE $1 = 'e' AND $6 AND $4 AND r.entity_id = $2
$$;

-- The graph around the things of the given identifiers that the caller may see.
-- most_depth: relations followed, null for all. most_nodes: the function gives one node more when there are more.
-- Agents are leaves, but for those asked for. First one row a node (relation null, object null), then the relations;
-- an end the caller may not see is a number, negative for activities, in place of the identifier.
CREATE FUNCTION provenance.graph(ids text[], back boolean, forth boolean, agents boolean, members boolean,
    most_depth integer, most_nodes integer)
RETURNS TABLE (relation text, subject_kind text, subject text, subject_hidden integer,
    object_kind text, object text, object_hidden integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
    JOIN node o ON o.kind = t.object_kind AND o.id = t.object
$$;
REVOKE ALL ON FUNCTION provenance.graph(text[], boolean, boolean, boolean, boolean, integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION provenance.steps(text, text, boolean, boolean, boolean, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION provenance.graph(text[], boolean, boolean, boolean, boolean, integer, integer)
    TO ${queryRole};
