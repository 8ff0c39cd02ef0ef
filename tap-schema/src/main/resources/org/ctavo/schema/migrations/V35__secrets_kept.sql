-- How what is kept of secrets keeps step: each change of a product, or of a row that ties one to another, is looked at
-- when its transaction ends, by one transaction at a time, so that each sees all that went before.

-- Writes what should be said of keys; gives those of which something else was said.
CREATE FUNCTION access.settle(keys access.key[]) RETURNS access.key[]
LANGUAGE plpgsql SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    changes access.key[];
BEGIN
    WITH fresh AS MATERIALIZED (
        SELECT k.kind, k.name, k.number, access.groups_now(k.kind, k.name, k.number) AS groups
        FROM (SELECT DISTINCT u.kind, u.name, u.number FROM unnest(keys) AS u) AS k
    ), gone AS (
        DELETE FROM access.secret AS s USING fresh AS f
        WHERE s.kind = f.kind AND s.name = f.name AND s.number = f.number AND f.groups IS NULL
        RETURNING s.kind, s.name, s.number
    ), come AS (
        INSERT INTO access.secret AS s (kind, name, number, groups)
        SELECT f.kind, f.name, f.number, f.groups FROM fresh AS f WHERE f.groups IS NOT NULL
        ON CONFLICT (kind, name, number) DO UPDATE SET groups = excluded.groups WHERE s.groups <> excluded.groups
        RETURNING s.kind, s.name, s.number
    )
    SELECT array_agg(ROW(c.kind, c.name, c.number)::access.key) INTO changes
    FROM (SELECT * FROM gone UNION ALL SELECT * FROM come) AS c;
    RETURN changes;
END $$;

-- The same for rows; gives those that changed, and the configurations that they have or had.
CREATE FUNCTION access.settle_rows(keys access.key[]) RETURNS access.key[]
LANGUAGE plpgsql SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    changes access.key[];
BEGIN
    WITH fresh AS MATERIALIZED (
        SELECT k.kind, k.name, k.number, n.obs_config_id, n.needs
        FROM (SELECT DISTINCT u.kind, u.name, u.number FROM unnest(keys) AS u) AS k
        LEFT JOIN LATERAL access.needs_now(k.kind, k.name, k.number) AS n ON true
    ), old AS MATERIALIZED (
        SELECT r.kind, r.name, r.number, r.obs_config_id
        FROM fresh AS f
        JOIN access.secret_row AS r ON r.kind = f.kind AND r.name = f.name AND r.number = f.number
        WHERE r.needs IS DISTINCT FROM f.needs OR r.obs_config_id IS DISTINCT FROM f.obs_config_id
    ), gone AS (
        DELETE FROM access.secret_row AS r USING fresh AS f
        WHERE r.kind = f.kind AND r.name = f.name AND r.number = f.number AND f.needs IS NULL
    ), come AS (
        INSERT INTO access.secret_row AS r (kind, name, number, obs_config_id, needs)
        SELECT f.kind, f.name, f.number, f.obs_config_id, f.needs FROM fresh AS f WHERE f.needs IS NOT NULL
        ON CONFLICT (kind, name, number) DO UPDATE SET obs_config_id = excluded.obs_config_id, needs = excluded.needs
        WHERE r.needs <> excluded.needs OR r.obs_config_id IS DISTINCT FROM excluded.obs_config_id
        RETURNING r.kind, r.name, r.number, r.obs_config_id
    ), changed AS MATERIALIZED (SELECT * FROM old UNION SELECT * FROM come)
    SELECT array_agg(ROW(c.kind, c.name, c.number)::access.key) INTO changes
    FROM (
        SELECT c.kind, c.name, c.number FROM changed AS c
        UNION
        SELECT 'configuration', c.obs_config_id, 0 FROM changed AS c WHERE c.obs_config_id IS NOT NULL
    ) AS c;
    RETURN changes;
END $$;

CREATE FUNCTION access.settle_configurations(configurations text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    DELETE FROM access.secret_configuration AS s WHERE s.obs_config_id = ANY (configurations);
    INSERT INTO access.secret_configuration (obs_config_id, needs)
    SELECT DISTINCT c, w.needs FROM unnest(configurations) AS c CROSS JOIN LATERAL access.ways_now(c) AS w;
END $$;

-- Settles keys, and whatever hangs on those of which something else is said from now on.
CREATE FUNCTION access.follow(touched access.key[]) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    words access.key[];
    proposals access.key[];
    targets access.key[];
    blocks access.key[];
    runs access.key[];
    rows access.key[];
BEGIN
    words := access.settle(ARRAY(
        SELECT k FROM unnest(touched) AS k
        WHERE k.kind IN ('collection', 'run', 'observation_block', 'scheduling_block', 'proposed', 'named')));
    proposals := access.settle(ARRAY(SELECT k FROM unnest(touched) AS k WHERE k.kind = 'proposal'));
    -- The blocks that are known by another than before, by their own products or by their proposal's.
    blocks := ARRAY(
        SELECT k FROM unnest(words) AS k WHERE k.kind = 'scheduling_block'
        UNION
        SELECT ('scheduling_block', '', s.sb_id)::access.key
        FROM unnest(proposals) AS k JOIN cta.scheduling_block AS s ON s.proposal_id = k.name);
    targets := access.settle(ARRAY(
        SELECT k FROM unnest(touched) AS k WHERE k.kind = 'target'
        UNION
        SELECT ('target', t.target_name, 0)::access.key
        FROM unnest(proposals) AS k JOIN cta.proposal_target AS t ON t.proposal_id = k.name
        UNION
        SELECT ('target', s.target_name, 0)::access.key
        FROM unnest(blocks) AS k JOIN cta.scheduling_block AS s ON s.sb_id = k.number
        WHERE s.target_name IS NOT NULL));
    rows := access.settle_rows(ARRAY(
        SELECT k FROM unnest(touched) AS k WHERE k.kind = 'block'
        UNION
        SELECT ('block', '', k.number)::access.key FROM unnest(words) AS k WHERE k.kind = 'observation_block'
        UNION
        SELECT ('block', '', b.ob_id)::access.key
        FROM unnest(blocks) AS k JOIN cta.observation_block AS b ON b.sb_id = k.number));
    runs := access.settle_rows(ARRAY(
        SELECT k FROM unnest(touched) AS k WHERE k.kind = 'acquisition'
        UNION
        SELECT ('acquisition', k.name, k.number)::access.key FROM unnest(words) AS k WHERE k.kind = 'run'
        UNION
        SELECT ('acquisition', a.obs_collection, a.run_id)::access.key
        FROM unnest(words) AS k JOIN cta.acquisition AS a ON a.obs_collection = k.name
        WHERE k.kind = 'collection'
        UNION
        SELECT ('acquisition', a.obs_collection, a.run_id)::access.key
        FROM unnest(proposals) AS k JOIN cta.acquisition AS a ON a.proposal_id = k.name
        UNION
        SELECT ('acquisition', a.obs_collection, a.run_id)::access.key
        FROM unnest(targets) AS k JOIN cta.acquisition AS a ON a.target_name = k.name
        UNION
        SELECT ('acquisition', a.obs_collection, a.run_id)::access.key
        FROM unnest(rows) AS k JOIN cta.acquisition AS a ON a.ob_id = k.number
        WHERE k.kind = 'block'));
    -- A way of a configuration also tells of its runs' products, and a collection has one itself.
    PERFORM access.settle_configurations(ARRAY(
        SELECT k.name FROM unnest(touched || rows || runs) AS k WHERE k.kind = 'configuration'
        UNION
        SELECT a.obs_config_id
        FROM unnest(words) AS k JOIN cta.acquisition AS a ON a.obs_collection = k.name AND a.run_id = k.number
        WHERE k.kind = 'run' AND a.obs_config_id IS NOT NULL
        UNION
        SELECT c.obs_config_id FROM unnest(words) AS k JOIN cta.collection AS c ON c.name = k.name
        WHERE k.kind = 'collection' AND c.obs_config_id IS NOT NULL));
END $$;

-- Finds everything anew: for an archive that was filled while triggers were off.
CREATE FUNCTION access.find_secrets() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    words access.key[];
BEGIN
    PERFORM access.one_at_a_time();
    DELETE FROM access.secret;
    DELETE FROM access.secret_row;
    DELETE FROM access.secret_configuration;
    words := ARRAY(
        SELECT DISTINCT w FROM cta.data_product_secure AS p CROSS JOIN LATERAL unnest(access.words(
            p.obs_collection, p.run_id, p.ob_id, p.sb_id, p.proposal_id, p.target_name)) AS w);
    PERFORM access.follow(words || ARRAY(SELECT t FROM access.tied(words) AS t));
END $$;

-- The lock that what is kept is written under, until the transaction has ended. It is the last that a transaction
-- takes, and under it only what is kept is written: nobody who has it waits for one who waits for it.
CREATE FUNCTION access.one_at_a_time() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE invalid_transaction_state USING MESSAGE = 'products and what ties them are written in transactions of'
            || ' isolation read committed, which see each other''s changes when they end';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('access.secret'));
END $$;

-- The keys that a product has.
CREATE FUNCTION access.words(collection text, run bigint, ob bigint, sb bigint, proposal text, target text)
RETURNS access.key[] LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN ARRAY(
        SELECT (k.kind, k.name, k.number)::access.key
        FROM (VALUES ('collection', collection, 0::bigint), ('run', collection, run), ('observation_block', '', ob),
            ('scheduling_block', '', sb), ('proposed', proposal, 0), ('named', target, 0)) AS k (kind, name, number)
        WHERE k.name IS NOT NULL AND k.number IS NOT NULL);
END $$;

-- Nothing is secret, and nothing is there that could become so.
CREATE FUNCTION access.nothing_secret() RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN NOT EXISTS (SELECT FROM access.secret) AND NOT EXISTS (SELECT FROM cta.data_product_secure);
END $$;

-- For both tables of products; the argument tells whether it is the secure one.
CREATE FUNCTION access.product_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    before access.key[] := '{}';
    after access.key[] := '{}';
    came access.key[];
    gone access.key[];
    known_to text[];
BEGIN
    PERFORM access.one_at_a_time();
    IF access.nothing_secret() THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        before := access.words(
            OLD.obs_collection, OLD.run_id, OLD.ob_id, OLD.sb_id, OLD.proposal_id, OLD.target_name);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        after := access.words(
            NEW.obs_collection, NEW.run_id, NEW.ob_id, NEW.sb_id, NEW.proposal_id, NEW.target_name);
        known_to := CASE WHEN TG_ARGV[0]::boolean THEN NEW.access_groups END;
    END IF;
    IF TG_OP = 'UPDATE' AND (known_to IS NULL OR known_to = OLD.access_groups) THEN
        gone := ARRAY(SELECT k FROM unnest(before) AS k WHERE NOT k = ANY (after));
        came := ARRAY(SELECT k FROM unnest(after) AS k WHERE NOT k = ANY (before));
    ELSE
        gone := before;
        came := after;
    END IF;
    gone := gone || ARRAY(SELECT t FROM access.tied(gone) AS t);
    -- What came changes nothing where all know already, or where these groups do.
    came := ARRAY(
        SELECT k FROM (SELECT unnest(came) UNION SELECT access.tied(came)) AS u (k)
        WHERE (known_to IS NOT NULL) <> EXISTS (
            SELECT FROM access.secret AS s
            WHERE s.kind = (k).kind AND s.name = (k).name AND s.number = (k).number
                AND (known_to IS NULL OR s.groups @> known_to)));
    IF cardinality(gone || came) > 0 THEN
        PERFORM access.follow(gone || came);
    END IF;
    RETURN NULL;
END $$;

-- Whether a tie that came to a proposal or a target says something else of it: one by which all know matters where
-- something secret is said, one by which groups know where these are not said already.
CREATE FUNCTION access.says_more(kind text, name text, groups text[], known boolean) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    said text[] := (
        SELECT s.groups FROM access.secret AS s
        WHERE s.kind = says_more.kind AND s.name = says_more.name AND s.number = 0);
BEGIN
    RETURN name IS NOT NULL AND CASE
        WHEN says_more.groups IS NULL THEN said IS NOT NULL AND known
        ELSE said IS NULL OR NOT said @> says_more.groups END;
END $$;

CREATE FUNCTION access.said(kind text, name text, number bigint) RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN (
        SELECT s.groups FROM access.secret AS s
        WHERE s.kind = said.kind AND s.name = said.name AND s.number = said.number);
END $$;

-- What is to be looked at when a row that ties keys came; when one went, or changed, all that it has to do with.
CREATE FUNCTION access.keys_of(a cta.acquisition, came boolean) RETURNS access.key[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    known_to text[] := access.said('run', a.obs_collection, a.run_id);
    known boolean := known_to IS NULL AND access.open_run(a.obs_collection, a.run_id);
    keys access.key[] := ARRAY[('acquisition', a.obs_collection, a.run_id)]::access.key[];
BEGIN
    IF NOT came OR access.says_more('proposal', a.proposal_id, known_to, known) THEN
        keys := keys || ('proposal', a.proposal_id, 0)::access.key;
    END IF;
    IF NOT came OR access.says_more('target', a.target_name, known_to, known) THEN
        keys := keys || ('target', a.target_name, 0)::access.key;
    END IF;
    RETURN keys || ('configuration', a.obs_config_id, 0)::access.key;
END $$;

CREATE FUNCTION access.keys_of(b cta.observation_block, came boolean) RETURNS access.key[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN ARRAY[('block', '', b.ob_id), ('configuration', b.obs_config_id, 0)]::access.key[]
        || ARRAY(
            SELECT ('acquisition', a.obs_collection, a.run_id)::access.key
            FROM cta.acquisition AS a WHERE a.ob_id = b.ob_id);
END $$;

CREATE FUNCTION access.keys_of(s cta.scheduling_block, came boolean) RETURNS access.key[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    known_to text[] := access.said('scheduling_block', '', s.sb_id);
    keys access.key[] := ARRAY(
        SELECT ('block', '', b.ob_id)::access.key FROM cta.observation_block AS b WHERE b.sb_id = s.sb_id);
BEGIN
    IF NOT came OR access.says_more('proposal', s.proposal_id, known_to,
            known_to IS NULL AND access.open_scheduling_block('', s.sb_id)) THEN
        keys := keys || ('proposal', s.proposal_id, 0)::access.key;
    END IF;
    IF NOT came OR access.says_more(
            'target', s.target_name, coalesce(known_to, access.said('proposal', s.proposal_id, 0)), true) THEN
        keys := keys || ('target', s.target_name, 0)::access.key;
    END IF;
    RETURN keys;
END $$;

CREATE FUNCTION access.keys_of(k cta.collection, came boolean) RETURNS access.key[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    known_to text[] := access.said('collection', k.name, 0);
    keys access.key[] := ARRAY[('configuration', k.obs_config_id, 0)]::access.key[];
BEGIN
    IF NOT came OR access.says_more('proposal', k.proposal_id, known_to,
            known_to IS NULL AND access.open_collection(k.name, 0)) THEN
        keys := keys || ('proposal', k.proposal_id, 0)::access.key;
    END IF;
    RETURN keys;
END $$;

CREATE FUNCTION access.keys_of(l cta.target_alias, came boolean) RETURNS access.key[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    known_to text[] := access.said('named', l.alias, 0);
BEGIN
    RETURN CASE WHEN NOT came OR access.says_more('target', l.target_name, known_to,
            known_to IS NULL AND access.open_named(l.alias, 0))
        THEN ARRAY[('target', l.target_name, 0)]::access.key[] ELSE '{}' END;
END $$;

CREATE FUNCTION access.keys_of(t cta.proposal_target, came boolean) RETURNS access.key[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN CASE WHEN NOT came
            OR access.says_more('target', t.target_name, access.said('proposal', t.proposal_id, 0), true)
        THEN ARRAY[('target', t.target_name, 0)]::access.key[] ELSE '{}' END;
END $$;

-- Each change is looked at when its transaction ends.
DO $$
DECLARE
    part record;
    same text;
BEGIN
    FOR part IN SELECT * FROM (VALUES ('data_product', 'false'), ('data_product_secure', 'true')) AS t (name, secure)
    LOOP
        EXECUTE format('CREATE CONSTRAINT TRIGGER secrets AFTER INSERT OR DELETE ON cta.%I DEFERRABLE INITIALLY
            DEFERRED FOR EACH ROW EXECUTE FUNCTION access.product_changed(%L)', part.name, part.secure);
        EXECUTE format('CREATE CONSTRAINT TRIGGER secrets_update AFTER UPDATE ON cta.%I DEFERRABLE INITIALLY
            DEFERRED FOR EACH ROW
            WHEN ((OLD.obs_collection, OLD.run_id, OLD.ob_id, OLD.sb_id, OLD.proposal_id, OLD.target_name,
                    OLD.access_groups) IS DISTINCT FROM
                (NEW.obs_collection, NEW.run_id, NEW.ob_id, NEW.sb_id, NEW.proposal_id, NEW.target_name,
                    NEW.access_groups))
            EXECUTE FUNCTION access.product_changed(%L)', part.name, part.secure);
    END LOOP;
    FOR part IN SELECT * FROM (VALUES
        ('acquisition', 'obs_collection, run_id, ob_id, proposal_id, target_name, obs_config_id'),
        ('observation_block', 'ob_id, sb_id, obs_config_id'), ('scheduling_block', 'sb_id, proposal_id, target_name'),
        ('collection', 'name, proposal_id, obs_config_id'), ('target_alias', 'target_name, alias'),
        ('proposal_target', 'proposal_id, target_name')) AS t (name, columns)
    LOOP
        EXECUTE format($function$
            CREATE FUNCTION access.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
            SET search_path = pg_catalog
            SET plan_cache_mode = force_generic_plan AS $body$
            DECLARE
                keys access.key[] := '{}';
            BEGIN
                PERFORM access.one_at_a_time();
                IF access.nothing_secret() THEN
                    RETURN NULL;
                END IF;
                IF TG_OP <> 'INSERT' THEN
                    keys := access.keys_of(OLD, false);
                END IF;
                IF TG_OP <> 'DELETE' THEN
                    keys := keys || access.keys_of(NEW, TG_OP = 'INSERT');
                END IF;
                PERFORM access.follow(ARRAY(SELECT k FROM unnest(keys) AS k WHERE k.name IS NOT NULL));
                RETURN NULL;
            END $body$
        $function$, part.name || '_changed');
        EXECUTE format('CREATE CONSTRAINT TRIGGER secrets AFTER INSERT OR DELETE ON cta.%I DEFERRABLE INITIALLY
            DEFERRED FOR EACH ROW EXECUTE FUNCTION access.%I()', part.name, part.name || '_changed');
        SELECT string_agg(format('OLD.%1$I IS DISTINCT FROM NEW.%1$I', c), ' OR ') INTO same
        FROM unnest(string_to_array(part.columns, ', ')) AS c;
        EXECUTE format('CREATE CONSTRAINT TRIGGER secrets_update AFTER UPDATE ON cta.%I DEFERRABLE INITIALLY
            DEFERRED FOR EACH ROW WHEN (%s) EXECUTE FUNCTION access.%I()', part.name, same, part.name || '_changed');
    END LOOP;
END $$;

SELECT access.find_secrets();
