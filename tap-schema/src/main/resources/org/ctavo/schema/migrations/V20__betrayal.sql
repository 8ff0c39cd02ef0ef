-- What would betray secure products, by whichever way it is tied to them: a proposal or target by the run or the block
-- it was taken in, a configuration with the position of a secret target, the processing of a secret collection. What is
-- hidden is found once a query, from the few secure products, rather than once a row of the tables.

-- Whether the caller is in none of the groups; an anonymous one is in none.
CREATE FUNCTION access.hides(groups text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN (groups && access.groups()) IS NOT TRUE;

-- Products as the functions below look at them; no groups: open to all. For the owner of the functions alone.
CREATE VIEW access.product AS
SELECT NULL::text[] AS groups, p.obs_collection, p.run_id, p.sb_id, p.ob_id, p.proposal_id, p.target_name
FROM cta.data_product AS p
UNION ALL
SELECT p.access_groups, p.obs_collection, p.run_id, p.sb_id, p.ob_id, p.proposal_id, p.target_name
FROM cta.data_product_secure AS p;

-- The names that products are tied to.
CREATE VIEW access.clue AS
SELECT 'collection' AS kind, p.obs_collection AS name, p.groups FROM access.product AS p
UNION ALL
SELECT 'proposal', p.proposal_id, p.groups FROM access.product AS p
UNION ALL
SELECT 'proposal', a.proposal_id, p.groups
FROM cta.acquisition AS a
JOIN access.product AS p ON p.run_id = a.run_id AND p.obs_collection = a.obs_collection
UNION ALL
SELECT 'proposal', s.proposal_id, p.groups
FROM cta.scheduling_block AS s JOIN access.product AS p ON p.sb_id = s.sb_id
UNION ALL
SELECT 'proposal', k.proposal_id, p.groups
FROM cta.collection AS k JOIN access.product AS p ON p.obs_collection = k.name
UNION ALL
SELECT 'target', p.target_name, p.groups FROM access.product AS p
UNION ALL
SELECT 'target', l.target_name, p.groups
FROM cta.target_alias AS l JOIN access.product AS p ON p.target_name = l.alias
UNION ALL
SELECT 'target', a.target_name, p.groups
FROM cta.acquisition AS a
JOIN access.product AS p ON p.run_id = a.run_id AND p.obs_collection = a.obs_collection
UNION ALL
SELECT 'target', s.target_name, p.groups
FROM cta.scheduling_block AS s JOIN access.product AS p ON p.sb_id = s.sb_id;

-- Names that only products the caller may not see are tied to. Asked for one name at a time, so that the open products,
-- which may be many, are found by their indexes.
CREATE FUNCTION access.hidden(sort text) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
BEGIN ATOMIC
    SELECT h.name
    FROM (
        SELECT DISTINCT c.name FROM access.clue AS c
        WHERE c.kind = sort AND c.name IS NOT NULL AND c.groups IS NOT NULL AND access.hides(c.groups)
        OFFSET 0) AS h
    WHERE (
        SELECT true FROM access.clue AS o
        WHERE o.kind = sort AND o.name = h.name AND (o.groups IS NULL OR NOT access.hides(o.groups)) LIMIT 1) IS NULL;
END;

CREATE FUNCTION access.hidden_runs() RETURNS TABLE (obs_collection text, run_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
BEGIN ATOMIC
    SELECT h.obs_collection, h.run_id
    FROM (
        SELECT DISTINCT p.obs_collection, p.run_id FROM cta.data_product_secure AS p
        WHERE p.run_id IS NOT NULL AND access.hides(p.access_groups)
        OFFSET 0) AS h
    WHERE (
        SELECT true FROM access.product AS o
        WHERE o.run_id = h.run_id AND o.obs_collection = h.obs_collection
            AND (o.groups IS NULL OR NOT access.hides(o.groups)) LIMIT 1) IS NULL;
END;

CREATE FUNCTION access.hidden_observation_blocks() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
BEGIN ATOMIC
    SELECT h.ob_id
    FROM (
        SELECT DISTINCT p.ob_id FROM cta.data_product_secure AS p
        WHERE p.ob_id IS NOT NULL AND access.hides(p.access_groups)
        OFFSET 0) AS h
    WHERE (
        SELECT true FROM access.product AS o
        WHERE o.ob_id = h.ob_id AND (o.groups IS NULL OR NOT access.hides(o.groups)) LIMIT 1) IS NULL;
END;

-- The blocks of hidden proposals are hidden, be there products of them or not.
CREATE FUNCTION access.hidden_scheduling_blocks() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
BEGIN ATOMIC
    SELECT h.sb_id
    FROM (
        SELECT DISTINCT p.sb_id FROM cta.data_product_secure AS p
        WHERE p.sb_id IS NOT NULL AND access.hides(p.access_groups)
        OFFSET 0) AS h
    WHERE (
        SELECT true FROM access.product AS o
        WHERE o.sb_id = h.sb_id AND (o.groups IS NULL OR NOT access.hides(o.groups)) LIMIT 1) IS NULL
    UNION
    SELECT s.sb_id FROM cta.scheduling_block AS s
    WHERE s.proposal_id IN (SELECT p FROM access.hidden('proposal') AS p);
END;

-- Targets that hidden products, proposals or blocks are about. One that a proposal or block lists which is not hidden is
-- known anyway: to hide it would tell more.
CREATE FUNCTION access.hidden_targets() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
BEGIN ATOMIC
    SELECT h.name
    FROM (
        SELECT n AS name FROM access.hidden('target') AS n
        UNION
        SELECT t.target_name FROM cta.proposal_target AS t
        WHERE t.proposal_id IN (SELECT p FROM access.hidden('proposal') AS p)
        UNION
        SELECT s.target_name FROM cta.scheduling_block AS s
        WHERE s.sb_id IN (SELECT b FROM access.hidden_scheduling_blocks() AS b) AND s.target_name IS NOT NULL
        OFFSET 0) AS h
    WHERE NOT EXISTS (
            SELECT FROM cta.proposal_target AS t
            WHERE t.target_name = h.name AND t.proposal_id NOT IN (SELECT p FROM access.hidden('proposal') AS p))
        AND NOT EXISTS (
            SELECT FROM cta.scheduling_block AS s
            WHERE s.target_name = h.name AND s.sb_id NOT IN (SELECT b FROM access.hidden_scheduling_blocks() AS b))
        AND (
            SELECT true FROM access.clue AS o
            WHERE o.kind = 'target' AND o.name = h.name AND (o.groups IS NULL OR NOT access.hides(o.groups))
            LIMIT 1) IS NULL;
END;

-- Configurations and processings that belong to something hidden; whether to something else too, the policies ask.
CREATE FUNCTION access.suspect_configurations() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
BEGIN ATOMIC
    SELECT a.obs_config_id
    FROM access.hidden_runs() AS r
    JOIN cta.acquisition AS a ON a.run_id = r.run_id AND a.obs_collection = r.obs_collection
    UNION
    SELECT b.obs_config_id
    FROM access.hidden_observation_blocks() AS h JOIN cta.observation_block AS b ON b.ob_id = h
    UNION
    SELECT b.obs_config_id
    FROM access.hidden_scheduling_blocks() AS h JOIN cta.observation_block AS b ON b.sb_id = h
    UNION
    SELECT k.obs_config_id FROM access.hidden('collection') AS h JOIN cta.collection AS k ON k.name = h;
END;

CREATE FUNCTION access.suspect_processings() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
BEGIN ATOMIC
    SELECT k.processing_id FROM access.hidden('collection') AS h JOIN cta.collection AS k ON k.name = h;
END;

ALTER POLICY unhidden ON cta.proposal USING (proposal_id NOT IN (SELECT h FROM access.hidden('proposal') AS h));
ALTER POLICY unhidden ON cta.collection USING (name NOT IN (SELECT h FROM access.hidden('collection') AS h));
ALTER POLICY unhidden ON cta.target USING (name NOT IN (SELECT h FROM access.hidden_targets() AS h));
ALTER POLICY unhidden ON cta.scheduling_block USING (
    sb_id NOT IN (SELECT h FROM access.hidden_scheduling_blocks() AS h)
        AND (target_name IS NULL OR target_name NOT IN (SELECT h FROM access.hidden_targets() AS h)));
ALTER POLICY unhidden ON cta.observation_block USING (
    ob_id NOT IN (SELECT h FROM access.hidden_observation_blocks() AS h)
        AND EXISTS (SELECT FROM cta.scheduling_block AS s WHERE s.sb_id = observation_block.sb_id));
ALTER POLICY unhidden ON cta.acquisition USING (
    (obs_collection, run_id) NOT IN (SELECT h.obs_collection, h.run_id FROM access.hidden_runs() AS h)
        AND obs_collection NOT IN (SELECT h FROM access.hidden('collection') AS h)
        AND (proposal_id IS NULL OR proposal_id NOT IN (SELECT h FROM access.hidden('proposal') AS h))
        AND (target_name IS NULL OR target_name NOT IN (SELECT h FROM access.hidden_targets() AS h))
        AND (ob_id IS NULL
            OR EXISTS (SELECT FROM cta.observation_block AS b WHERE b.ob_id = acquisition.ob_id)));
CREATE POLICY unhidden ON cta.obs_config FOR SELECT TO ${queryRole} USING (
    obs_config_id NOT IN (SELECT h FROM access.suspect_configurations() AS h WHERE h IS NOT NULL)
        OR EXISTS (SELECT FROM cta.acquisition AS a WHERE a.obs_config_id = obs_config.obs_config_id)
        OR EXISTS (SELECT FROM cta.observation_block AS b WHERE b.obs_config_id = obs_config.obs_config_id)
        OR EXISTS (SELECT FROM cta.collection AS k WHERE k.obs_config_id = obs_config.obs_config_id));
CREATE POLICY unhidden ON cta.processing FOR SELECT TO ${queryRole} USING (
    processing_id NOT IN (SELECT h FROM access.suspect_processings() AS h WHERE h IS NOT NULL)
        OR EXISTS (SELECT FROM cta.collection AS k WHERE k.processing_id = processing.processing_id));
DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['obs_config', 'processing'] LOOP
        EXECUTE format('ALTER TABLE cta.%I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format('CREATE POLICY ingest ON cta.%I FOR ALL TO ${ingestRole} USING (true) WITH CHECK (true)', part);
    END LOOP;
END $$;

DROP FUNCTION access.sees_run(text, bigint), access.sees_observation_block(bigint),
    access.sees_scheduling_block(bigint), access.sees_proposal(text), access.sees_collection(text),
    access.sees_target(text);
REVOKE ALL ON FUNCTION access.hides(text[]), access.hidden(text), access.hidden_runs(),
    access.hidden_observation_blocks(), access.hidden_scheduling_blocks(), access.hidden_targets(),
    access.suspect_configurations(), access.suspect_processings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.hidden(text), access.hidden_runs(), access.hidden_observation_blocks(),
    access.hidden_scheduling_blocks(), access.hidden_targets(), access.suspect_configurations(),
    access.suspect_processings() TO ${queryRole}, ${ingestRole};
