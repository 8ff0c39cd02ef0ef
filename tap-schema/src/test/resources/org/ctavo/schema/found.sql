-- What is hidden, as it is defined: found anew for each query from the products themselves. Put in place of what is
-- kept, it shows what a caller has to see.
CREATE SCHEMA found;
GRANT USAGE ON SCHEMA found TO ctavo_query;

-- Whether the caller is in none of the groups; an anonymous one is in none.
CREATE FUNCTION found.hides(groups text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN (groups && access.groups()) IS NOT TRUE;

-- Products as the functions below look at them; no groups: open to all. For the owner of the functions alone.
CREATE VIEW found.product AS
SELECT NULL::text[] AS groups, p.obs_collection, p.run_id, p.sb_id, p.ob_id, p.proposal_id, p.target_name
FROM cta.data_product AS p
UNION ALL
SELECT p.access_groups, p.obs_collection, p.run_id, p.sb_id, p.ob_id, p.proposal_id, p.target_name
FROM cta.data_product_secure AS p;

-- The names that products are tied to.
CREATE VIEW found.clue AS
SELECT 'collection' AS kind, p.obs_collection AS name, p.groups FROM found.product AS p
UNION ALL
SELECT 'proposal', p.proposal_id, p.groups FROM found.product AS p
UNION ALL
SELECT 'proposal', a.proposal_id, p.groups
FROM cta.acquisition AS a
JOIN found.product AS p ON p.run_id = a.run_id AND p.obs_collection = a.obs_collection
UNION ALL
SELECT 'proposal', s.proposal_id, p.groups
FROM cta.scheduling_block AS s JOIN found.product AS p ON p.sb_id = s.sb_id
UNION ALL
SELECT 'proposal', k.proposal_id, p.groups
FROM cta.collection AS k JOIN found.product AS p ON p.obs_collection = k.name
UNION ALL
SELECT 'target', p.target_name, p.groups FROM found.product AS p
UNION ALL
SELECT 'target', l.target_name, p.groups
FROM cta.target_alias AS l JOIN found.product AS p ON p.target_name = l.alias
UNION ALL
SELECT 'target', a.target_name, p.groups
FROM cta.acquisition AS a
JOIN found.product AS p ON p.run_id = a.run_id AND p.obs_collection = a.obs_collection
UNION ALL
SELECT 'target', s.target_name, p.groups
FROM cta.scheduling_block AS s JOIN found.product AS p ON p.sb_id = s.sb_id;

-- Names that only products the caller may not see are tied to. Asked for one name at a time, so that the open products,
-- which may be many, are found by their indexes.
CREATE FUNCTION found.hidden(sort text) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
SET search_path = pg_catalog AS $$
    SELECT h.name
    FROM (
        SELECT DISTINCT c.name FROM found.clue AS c
        WHERE c.kind = sort AND c.name IS NOT NULL AND c.groups IS NOT NULL AND found.hides(c.groups)
        OFFSET 0) AS h
    WHERE (
        SELECT true FROM found.clue AS o
        WHERE o.kind = sort AND o.name = h.name AND (o.groups IS NULL OR NOT found.hides(o.groups)) LIMIT 1) IS NULL;
$$;

CREATE FUNCTION found.hidden_runs() RETURNS TABLE (obs_collection text, run_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
SET search_path = pg_catalog AS $$
    SELECT h.obs_collection, h.run_id
    FROM (
        SELECT DISTINCT p.obs_collection, p.run_id FROM cta.data_product_secure AS p
        WHERE p.run_id IS NOT NULL AND found.hides(p.access_groups)
        OFFSET 0) AS h
    WHERE (
        SELECT true FROM found.product AS o
        WHERE o.run_id = h.run_id AND o.obs_collection = h.obs_collection
            AND (o.groups IS NULL OR NOT found.hides(o.groups)) LIMIT 1) IS NULL;
$$;

CREATE FUNCTION found.hidden_observation_blocks() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
SET search_path = pg_catalog AS $$
    SELECT h.ob_id
    FROM (
        SELECT DISTINCT p.ob_id FROM cta.data_product_secure AS p
        WHERE p.ob_id IS NOT NULL AND found.hides(p.access_groups)
        OFFSET 0) AS h
    WHERE (
        SELECT true FROM found.product AS o
        WHERE o.ob_id = h.ob_id AND (o.groups IS NULL OR NOT found.hides(o.groups)) LIMIT 1) IS NULL;
$$;

-- The blocks of hidden proposals are hidden, be there products of them or not.
CREATE FUNCTION found.hidden_scheduling_blocks() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
SET search_path = pg_catalog AS $$
    SELECT h.sb_id
    FROM (
        SELECT DISTINCT p.sb_id FROM cta.data_product_secure AS p
        WHERE p.sb_id IS NOT NULL AND found.hides(p.access_groups)
        OFFSET 0) AS h
    WHERE (
        SELECT true FROM found.product AS o
        WHERE o.sb_id = h.sb_id AND (o.groups IS NULL OR NOT found.hides(o.groups)) LIMIT 1) IS NULL
    UNION
    SELECT s.sb_id FROM cta.scheduling_block AS s
    WHERE s.proposal_id IN (SELECT p FROM found.hidden('proposal') AS p);
$$;

-- Targets that hidden products, proposals or blocks are about. One that a proposal or block lists which is not hidden is
-- known anyway: to hide it would tell more.
CREATE FUNCTION found.hidden_targets() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
SET search_path = pg_catalog AS $$
    SELECT h.name
    FROM (
        SELECT n AS name FROM found.hidden('target') AS n
        UNION
        SELECT t.target_name FROM cta.proposal_target AS t
        WHERE t.proposal_id IN (SELECT p FROM found.hidden('proposal') AS p)
        UNION
        SELECT s.target_name FROM cta.scheduling_block AS s
        WHERE s.sb_id IN (SELECT b FROM found.hidden_scheduling_blocks() AS b) AND s.target_name IS NOT NULL
        OFFSET 0) AS h
    WHERE NOT EXISTS (
            SELECT FROM cta.proposal_target AS t
            WHERE t.target_name = h.name AND t.proposal_id NOT IN (SELECT p FROM found.hidden('proposal') AS p))
        AND NOT EXISTS (
            SELECT FROM cta.scheduling_block AS s
            WHERE s.target_name = h.name AND s.sb_id NOT IN (SELECT b FROM found.hidden_scheduling_blocks() AS b))
        AND (
            SELECT true FROM found.clue AS o
            WHERE o.kind = 'target' AND o.name = h.name AND (o.groups IS NULL OR NOT found.hides(o.groups))
            LIMIT 1) IS NULL;
$$;

-- Configurations and processings that belong to something hidden; whether to something else too, the policies ask.
CREATE FUNCTION found.suspect_configurations() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
SET search_path = pg_catalog AS $$
    SELECT a.obs_config_id
    FROM found.hidden_runs() AS r
    JOIN cta.acquisition AS a ON a.run_id = r.run_id AND a.obs_collection = r.obs_collection
    UNION
    SELECT b.obs_config_id
    FROM found.hidden_observation_blocks() AS h JOIN cta.observation_block AS b ON b.ob_id = h
    UNION
    SELECT b.obs_config_id
    FROM found.hidden_scheduling_blocks() AS h JOIN cta.observation_block AS b ON b.sb_id = h
    UNION
    SELECT k.obs_config_id FROM found.hidden('collection') AS h JOIN cta.collection AS k ON k.name = h;
$$;

CREATE FUNCTION found.suspect_processings() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
SET search_path = pg_catalog AS $$
    SELECT k.processing_id FROM found.hidden('collection') AS h JOIN cta.collection AS k ON k.name = h;
$$;

ALTER POLICY unhidden ON cta.proposal USING (proposal_id NOT IN (SELECT h FROM found.hidden('proposal') AS h));
ALTER POLICY unhidden ON cta.collection USING (name NOT IN (SELECT h FROM found.hidden('collection') AS h));
ALTER POLICY unhidden ON cta.target USING (name NOT IN (SELECT h FROM found.hidden_targets() AS h));
ALTER POLICY unhidden ON cta.scheduling_block USING (
    sb_id NOT IN (SELECT h FROM found.hidden_scheduling_blocks() AS h)
        AND (target_name IS NULL OR target_name NOT IN (SELECT h FROM found.hidden_targets() AS h)));
ALTER POLICY unhidden ON cta.observation_block USING (
    ob_id NOT IN (SELECT h FROM found.hidden_observation_blocks() AS h)
        AND EXISTS (SELECT FROM cta.scheduling_block AS s WHERE s.sb_id = observation_block.sb_id));
ALTER POLICY unhidden ON cta.acquisition USING (
    (obs_collection, run_id) NOT IN (SELECT h.obs_collection, h.run_id FROM found.hidden_runs() AS h)
        AND obs_collection NOT IN (SELECT h FROM found.hidden('collection') AS h)
        AND (proposal_id IS NULL OR proposal_id NOT IN (SELECT h FROM found.hidden('proposal') AS h))
        AND (target_name IS NULL OR target_name NOT IN (SELECT h FROM found.hidden_targets() AS h))
        AND (ob_id IS NULL
            OR EXISTS (SELECT FROM cta.observation_block AS b WHERE b.ob_id = acquisition.ob_id)));
ALTER POLICY unhidden ON cta.obs_config USING (
    obs_config_id NOT IN (SELECT h FROM found.suspect_configurations() AS h WHERE h IS NOT NULL)
        OR EXISTS (SELECT FROM cta.acquisition AS a WHERE a.obs_config_id = obs_config.obs_config_id)
        OR EXISTS (SELECT FROM cta.observation_block AS b WHERE b.obs_config_id = obs_config.obs_config_id)
        OR EXISTS (SELECT FROM cta.collection AS k WHERE k.obs_config_id = obs_config.obs_config_id));
ALTER POLICY unhidden ON cta.processing USING (
    processing_id NOT IN (SELECT h FROM found.suspect_processings() AS h WHERE h IS NOT NULL)
        OR EXISTS (SELECT FROM cta.collection AS k WHERE k.processing_id = processing.processing_id));
ALTER POLICY unhidden ON cta.target_alias
    USING (EXISTS (SELECT FROM cta.target AS t WHERE t.name = target_alias.target_name));
ALTER POLICY unhidden ON cta.proposal_target USING (
    EXISTS (SELECT FROM cta.proposal AS p WHERE p.proposal_id = proposal_target.proposal_id)
        AND EXISTS (SELECT FROM cta.target AS t WHERE t.name = proposal_target.target_name));
ALTER POLICY unhidden ON cta.proposal_member
    USING (EXISTS (SELECT FROM cta.proposal AS p WHERE p.proposal_id = proposal_member.proposal_id));
ALTER POLICY unhidden ON cta.time_interval
    USING (EXISTS (SELECT FROM cta.observation_block AS b WHERE b.ob_id = time_interval.ob_id));
