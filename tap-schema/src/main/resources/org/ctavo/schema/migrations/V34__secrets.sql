-- Which keys only secure products are tied to, and who may know of them, is kept instead of found anew for each query:
-- the tables say it, the functions tell what they should say. Nobody but the owner reads them; they would betray all.

-- Functions that are called for each change are in plpgsql and keep their plans, made for few keys that are found by
-- the indexes: to plan them anew would take longer than what they do.

-- What products and the model's tables know one another by. Kinds of products' own words: collection, run (its
-- collection and its number), observation_block, scheduling_block, proposed (a proposal), named (a target or alias).
-- Kinds that follow from these: proposal, target. Kinds of rows: acquisition, block (of observations), configuration.
CREATE TYPE access.key AS (kind text, name text, number bigint);

-- Keys that something secure is tied to and nothing that all may see; members of any of the groups know of them.
CREATE TABLE access.secret (
    kind text NOT NULL,
    name text NOT NULL DEFAULT '',
    number bigint NOT NULL DEFAULT 0,
    groups text[] NOT NULL,
    PRIMARY KEY (kind, name, number)
);

-- Runs and observation blocks that hang on several keys: each of the needs is a list of groups, as text, and the caller
-- has to be in a group of each.
CREATE TABLE access.secret_row (
    kind text NOT NULL CHECK (kind IN ('acquisition', 'block')),
    name text NOT NULL DEFAULT '',
    number bigint NOT NULL,
    obs_config_id text,
    needs text[] NOT NULL,
    PRIMARY KEY (kind, name, number)
);
CREATE INDEX secret_row_obs_config_id ON access.secret_row (obs_config_id);

-- Configurations that nobody knows but by rows above: one whose needs are met is enough.
CREATE TABLE access.secret_configuration (
    obs_config_id text NOT NULL,
    needs text[] NOT NULL
);
CREATE INDEX secret_configuration_obs_config_id ON access.secret_configuration (obs_config_id);

-- The lists of groups among a key's secure products are found one after the other, however many products there are. By
-- a hash of them, for a list may be longer than an index takes.
DO $$
DECLARE
    tie record;
BEGIN
    FOR tie IN SELECT * FROM (VALUES
        ('collection', 'p.obs_collection = name', 'obs_collection', 'data_product_secure_obs_collection_idx'),
        ('run', 'p.run_id = number AND p.obs_collection = name', 'run_id, obs_collection',
            'data_product_secure_run_id_idx'),
        ('observation_block', 'p.ob_id = number', 'ob_id', 'data_product_secure_ob_id_idx'),
        ('scheduling_block', 'p.sb_id = number', 'sb_id', 'data_product_secure_sb_id_idx'),
        ('proposed', 'p.proposal_id = name', 'proposal_id', 'data_product_secure_proposal_id_idx'),
        ('named', 'p.target_name = name', 'target_name', NULL)) AS t (kind, condition, columns, replaced)
    LOOP
        EXECUTE format('CREATE INDEX %I ON cta.data_product_secure (%s, hash_array_extended(access_groups, 0))',
            'data_product_secure_' || tie.kind || '_groups_idx', tie.columns);
        IF tie.replaced IS NOT NULL THEN
            EXECUTE format('DROP INDEX cta.%I', tie.replaced);
        END IF;
        EXECUTE format($function$
            CREATE FUNCTION access.%I(name text, number bigint) RETURNS boolean
            LANGUAGE plpgsql STABLE SET search_path = pg_catalog
            SET plan_cache_mode = force_generic_plan AS $body$
            BEGIN
                RETURN EXISTS (SELECT FROM cta.data_product AS p WHERE %s);
            END $body$
        $function$, 'open_' || tie.kind, tie.condition);
        EXECUTE format($function$
            CREATE FUNCTION access.%1$I(name text, number bigint) RETURNS text[]
            LANGUAGE plpgsql STABLE SET search_path = pg_catalog
            SET plan_cache_mode = force_generic_plan AS $body$
            BEGIN
                RETURN (
                    WITH RECURSIVE found (mark, groups) AS (
                        (SELECT hash_array_extended(p.access_groups, 0), p.access_groups
                        FROM cta.data_product_secure AS p WHERE %2$s
                        ORDER BY hash_array_extended(p.access_groups, 0) LIMIT 1)
                        UNION ALL
                        SELECT n.mark, n.groups
                        FROM found AS f CROSS JOIN LATERAL (
                            SELECT hash_array_extended(p.access_groups, 0), p.access_groups
                            FROM cta.data_product_secure AS p
                            WHERE %2$s AND hash_array_extended(p.access_groups, 0) > f.mark
                            ORDER BY hash_array_extended(p.access_groups, 0) LIMIT 1) AS n (mark, groups)
                    )
                    SELECT CASE WHEN count(f.mark) > 0 THEN coalesce(
                        array_agg(DISTINCT g ORDER BY g) FILTER (WHERE g IS NOT NULL), '{}') END
                    FROM found AS f LEFT JOIN LATERAL unnest(f.groups) AS g ON true);
            END $body$
        $function$, 'groups_' || tie.kind, tie.condition);
    END LOOP;
END $$;

-- Whether a product that all may see has this key.
CREATE FUNCTION access.open(kind text, name text, number bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN CASE kind
        WHEN 'run' THEN access.open_run(name, number)
        WHEN 'observation_block' THEN access.open_observation_block(name, number)
        WHEN 'scheduling_block' THEN access.open_scheduling_block(name, number)
        WHEN 'collection' THEN access.open_collection(name, number)
        WHEN 'proposed' THEN access.open_proposed(name, number)
        WHEN 'named' THEN access.open_named(name, number)
    END;
END $$;

-- What a proposal or a target is known by.
CREATE FUNCTION access.ties(kind text, name text) RETURNS SETOF access.key LANGUAGE sql STABLE BEGIN ATOMIC
    SELECT 'proposed', ties.name, 0::bigint WHERE ties.kind = 'proposal'
    UNION ALL
    SELECT 'collection', k.name, 0 FROM cta.collection AS k
    WHERE ties.kind = 'proposal' AND k.proposal_id = ties.name
    UNION ALL
    SELECT 'scheduling_block', '', s.sb_id FROM cta.scheduling_block AS s
    WHERE ties.kind = 'proposal' AND s.proposal_id = ties.name
    UNION ALL
    SELECT 'run', a.obs_collection, a.run_id FROM cta.acquisition AS a
    WHERE ties.kind = 'proposal' AND a.proposal_id = ties.name
    UNION ALL
    SELECT 'named', ties.name, 0 WHERE ties.kind = 'target'
    UNION ALL
    SELECT 'named', l.alias, 0 FROM cta.target_alias AS l
    WHERE ties.kind = 'target' AND l.target_name = ties.name
    UNION ALL
    SELECT 'scheduling_block', '', s.sb_id FROM cta.scheduling_block AS s
    WHERE ties.kind = 'target' AND s.target_name = ties.name
    UNION ALL
    SELECT 'run', a.obs_collection, a.run_id FROM cta.acquisition AS a
    WHERE ties.kind = 'target' AND a.target_name = ties.name;
END;

-- The proposals and targets that are known by these keys.
CREATE FUNCTION access.tied(keys access.key[]) RETURNS SETOF access.key
LANGUAGE plpgsql STABLE ROWS 4 SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN QUERY
    SELECT 'proposal', k.name, 0::bigint FROM unnest(keys) AS k WHERE k.kind = 'proposed'
    UNION
    SELECT 'target', k.name, 0 FROM unnest(keys) AS k WHERE k.kind = 'named'
    UNION
    SELECT 'target', l.target_name, 0 FROM unnest(keys) AS k JOIN cta.target_alias AS l ON l.alias = k.name
    WHERE k.kind = 'named'
    UNION
    SELECT 'proposal', c.proposal_id, 0 FROM unnest(keys) AS k JOIN cta.collection AS c ON c.name = k.name
    WHERE k.kind = 'collection' AND c.proposal_id IS NOT NULL
    UNION
    SELECT t.kind, t.name, 0
    FROM unnest(keys) AS k JOIN cta.scheduling_block AS s ON s.sb_id = k.number
    CROSS JOIN LATERAL (VALUES ('proposal', s.proposal_id), ('target', s.target_name)) AS t (kind, name)
    WHERE k.kind = 'scheduling_block' AND t.name IS NOT NULL
    UNION
    SELECT t.kind, t.name, 0
    FROM unnest(keys) AS k JOIN cta.acquisition AS a ON a.obs_collection = k.name AND a.run_id = k.number
    CROSS JOIN LATERAL (VALUES ('proposal', a.proposal_id), ('target', a.target_name)) AS t (kind, name)
    WHERE k.kind = 'run' AND t.name IS NOT NULL;
END $$;

-- A scheduling block is known by its products, and if there are none by its proposal: the block's products are the
-- proposal's too, so that those who know of one of them know of the proposal.
CREATE VIEW access.secret_block AS
SELECT s.sb_id, s.target_name, coalesce(b.groups, p.groups) AS groups
FROM cta.scheduling_block AS s
LEFT JOIN access.secret AS b ON b.kind = 'scheduling_block' AND b.name = '' AND b.number = s.sb_id
LEFT JOIN access.secret AS p ON p.kind = 'proposal' AND p.name = s.proposal_id AND p.number = 0;

-- Who may know of a key: NULL for everyone. Proposals are asked for when the keys of products are settled, targets when
-- proposals are.
CREATE FUNCTION access.groups_now(kind text, name text, number bigint) RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    found text[];
BEGIN
    IF kind NOT IN ('proposal', 'target') THEN
        RETURN CASE WHEN access.open(kind, name, number) THEN NULL
            WHEN kind = 'run' THEN access.groups_run(name, number)
            WHEN kind = 'observation_block' THEN access.groups_observation_block(name, number)
            WHEN kind = 'scheduling_block' THEN access.groups_scheduling_block(name, number)
            WHEN kind = 'collection' THEN access.groups_collection(name, number)
            WHEN kind = 'proposed' THEN access.groups_proposed(name, number)
            WHEN kind = 'named' THEN access.groups_named(name, number) END;
    END IF;
    -- A target that a proposal or a block lists which all may see is known to all.
    IF kind = 'target' AND (
        EXISTS (
            SELECT FROM cta.proposal_target AS t WHERE t.target_name = groups_now.name AND NOT EXISTS (
                SELECT FROM access.secret AS s WHERE s.kind = 'proposal' AND s.name = t.proposal_id))
        OR EXISTS (
            SELECT FROM access.secret_block AS b WHERE b.target_name = groups_now.name AND b.groups IS NULL)) THEN
        RETURN NULL;
    END IF;
    IF EXISTS (
        SELECT FROM access.ties(groups_now.kind, groups_now.name) AS t
        WHERE NOT EXISTS (
                SELECT FROM access.secret AS s
                WHERE s.kind = t.kind AND s.name = t.name AND s.number = t.number)
            AND access.open(t.kind, t.name, t.number)) THEN
        RETURN NULL;
    END IF;
    SELECT CASE WHEN count(k.groups) > 0 THEN coalesce(
        array_agg(DISTINCT g ORDER BY g) FILTER (WHERE g IS NOT NULL), '{}') END
    INTO found
    FROM (
        SELECT s.groups
        FROM access.ties(groups_now.kind, groups_now.name) AS t
        JOIN access.secret AS s ON s.kind = t.kind AND s.name = t.name AND s.number = t.number
        UNION
        SELECT s.groups
        FROM cta.proposal_target AS t JOIN access.secret AS s ON s.kind = 'proposal' AND s.name = t.proposal_id
        WHERE groups_now.kind = 'target' AND t.target_name = groups_now.name
        UNION
        SELECT b.groups FROM access.secret_block AS b
        WHERE groups_now.kind = 'target' AND b.target_name = groups_now.name
    ) AS k
    LEFT JOIN LATERAL unnest(k.groups) AS g ON true;
    RETURN found;
END $$;

-- Lists of groups of which each has to be met, in one form.
CREATE FUNCTION access.needs(lists text[]) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN ARRAY(SELECT DISTINCT n FROM unnest(lists) AS n WHERE n IS NOT NULL ORDER BY n);
END $$;

-- What a caller needs to know of a row, and the configuration that it has; no row for one that all know of. One at a
-- time, so that it is found by the indexes whatever is thought of the tables' sizes.
CREATE FUNCTION access.needs_now(kind text, name text, number bigint)
RETURNS TABLE (obs_config_id text, needs text[]) LANGUAGE plpgsql STABLE ROWS 1 SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    IF kind = 'block' THEN
        SELECT b.obs_config_id, access.needs(ARRAY[o.groups::text, s.groups::text])
        INTO needs_now.obs_config_id, needs_now.needs
        FROM cta.observation_block AS b
        JOIN access.secret_block AS s ON s.sb_id = b.sb_id
        LEFT JOIN access.secret AS o ON o.kind = 'observation_block' AND o.name = '' AND o.number = b.ob_id
        WHERE b.ob_id = needs_now.number;
    ELSE
        SELECT a.obs_config_id,
            access.needs(ARRAY[r.groups::text, c.groups::text, p.groups::text, t.groups::text] || b.needs)
        INTO needs_now.obs_config_id, needs_now.needs
        FROM cta.acquisition AS a
        LEFT JOIN access.secret AS r ON r.kind = 'run' AND r.name = a.obs_collection AND r.number = a.run_id
        LEFT JOIN access.secret AS c ON c.kind = 'collection' AND c.name = a.obs_collection AND c.number = 0
        LEFT JOIN access.secret AS p ON p.kind = 'proposal' AND p.name = a.proposal_id AND p.number = 0
        LEFT JOIN access.secret AS t ON t.kind = 'target' AND t.name = a.target_name AND t.number = 0
        LEFT JOIN access.secret_row AS b ON b.kind = 'block' AND b.name = '' AND b.number = a.ob_id
        WHERE a.obs_collection = needs_now.name AND a.run_id = needs_now.number;
    END IF;
    IF needs_now.needs <> '{}' THEN
        RETURN NEXT;
    END IF;
END $$;

-- The ways to know of a configuration; none if all know of it. It is known by a row that it has; and by its runs, if it
-- has nothing else, when none of them is secret to the caller, be there another reason why they do not see its row.
CREATE FUNCTION access.ways_now(configuration text) RETURNS TABLE (needs text[])
LANGUAGE plpgsql STABLE ROWS 1 SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    runs text[];
BEGIN
    IF EXISTS (
            SELECT FROM cta.acquisition AS a WHERE a.obs_config_id = configuration AND NOT EXISTS (
                SELECT FROM access.secret_row AS r
                WHERE r.kind = 'acquisition' AND r.name = a.obs_collection AND r.number = a.run_id))
        OR EXISTS (
            SELECT FROM cta.observation_block AS b WHERE b.obs_config_id = configuration AND NOT EXISTS (
                SELECT FROM access.secret_row AS r WHERE r.kind = 'block' AND r.name = '' AND r.number = b.ob_id))
        OR EXISTS (
            SELECT FROM cta.collection AS k WHERE k.obs_config_id = configuration AND NOT EXISTS (
                SELECT FROM access.secret AS s WHERE s.kind = 'collection' AND s.name = k.name)) THEN
        RETURN;
    END IF;
    IF NOT EXISTS (SELECT FROM cta.observation_block AS b WHERE b.obs_config_id = configuration)
        AND NOT EXISTS (SELECT FROM cta.collection AS k WHERE k.obs_config_id = configuration) THEN
        SELECT array_agg(DISTINCT s.groups::text) INTO runs
        FROM cta.acquisition AS a
        JOIN access.secret AS s ON s.kind = 'run' AND s.name = a.obs_collection AND s.number = a.run_id
        WHERE a.obs_config_id = configuration;
        IF runs IS NULL THEN
            RETURN;
        END IF;
        RETURN QUERY SELECT access.needs(runs);
    END IF;
    RETURN QUERY
        SELECT r.needs FROM access.secret_row AS r WHERE r.obs_config_id = configuration
        UNION
        SELECT ARRAY[s.groups::text]
        FROM cta.collection AS k JOIN access.secret AS s ON s.kind = 'collection' AND s.name = k.name
        WHERE k.obs_config_id = configuration;
END $$;
