-- Who descends from whom, kept current with every statement that tells of generations, uses, derivations and
-- communications. An entity comes (1) from what the activity that generated it used, (2) from what activities used
-- that informed that activity, one step more a communication, (3) from what it was derived from.

-- Pairs of entity numbers, not identifiers: 10 bytes a pair, of which an archive has ten for each relation.
CREATE TABLE provenance.ancestor (
    entity integer NOT NULL,
    ancestor integer NOT NULL,
    depth smallint NOT NULL,
    PRIMARY KEY (entity, ancestor),
    CONSTRAINT ancestor_not_itself CHECK (entity <> ancestor),
    -- The number of pairs grows with the square of the longest chain: a bound keeps a bad document small.
    CONSTRAINT ancestor_depth CHECK (depth BETWEEN 1 AND 1000)
);
CREATE INDEX ancestor_ancestor ON provenance.ancestor (ancestor, entity);
COMMENT ON TABLE provenance.ancestor IS 'All pairs of an entity and a progenitor, by number, with the shortest way.';

CREATE VIEW provenance.progenitor WITH (security_invoker = true) AS
    SELECT e.id AS entity_id, p.id AS progenitor_id, a.depth
    FROM provenance.ancestor a
    JOIN provenance.entity e ON e.number = a.entity
    JOIN provenance.entity p ON p.number = a.ancestor;
COMMENT ON VIEW provenance.progenitor IS
    'All that an entity comes from, through any number of generations, uses, derivations and communications.';

-- One writer of lineage at a time: two that cannot see each other would miss the pairs between their rows.
CREATE FUNCTION provenance.lock_lineage() RETURNS void LANGUAGE sql AS
$$ SELECT pg_catalog.pg_advisory_xact_lock(5067290118) $$;

-- Adds edges and all pairs they make. An edge meets the pairs that are there: descendants of its child times
-- ancestors of its parent. Edges of one round do not touch each other; the next round sees the pairs of the last.
CREATE FUNCTION provenance.extend_lineage(children integer[], parents integer[], steps integer[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    todo_c integer[] := children;
    todo_p integer[] := parents;
    todo_s integer[] := steps;
    ready boolean[];
    culprit integer;
BEGIN
    WHILE cardinality(todo_c) > 0 LOOP
        -- An edge is ready when nothing above its parent, itself included, waits for an edge of its own.
        WITH edge AS (SELECT * FROM unnest(todo_c, todo_p, todo_s) WITH ORDINALITY AS t (c, p, s, n)),
        waiting AS (SELECT DISTINCT c FROM edge),
        blocked AS (
            SELECT c AS p FROM waiting
            UNION
            SELECT a.entity FROM waiting w JOIN provenance.ancestor a ON a.ancestor = w.c)
        SELECT array_agg(b.p IS NULL ORDER BY e.n) INTO ready FROM edge e LEFT JOIN blocked b ON b.p = e.p;
        IF NOT (true = ANY (ready)) THEN
            -- Every parent waits for something above it: whoever goes up for long enough goes round.
            culprit := todo_p[1];
            FOR step IN 1 .. least(cardinality(todo_c), 1000) LOOP
                SELECT t.p INTO culprit FROM unnest(todo_c, todo_p) AS t (c, p)
                WHERE t.c = culprit OR EXISTS (
                    SELECT FROM provenance.ancestor a WHERE a.entity = culprit AND a.ancestor = t.c)
                LIMIT 1;
            END LOOP;
            RAISE check_violation USING CONSTRAINT = 'ancestor_not_itself',
                DETAIL = (SELECT e.id FROM provenance.entity e WHERE e.number = culprit);
        END IF;
        INSERT INTO provenance.ancestor AS old (entity, ancestor, depth)
        SELECT d.entity, u.ancestor, min(d.depth + t.s + u.depth)
        FROM unnest(todo_c, todo_p, todo_s, ready) AS t (c, p, s, r)
        CROSS JOIN LATERAL (
            SELECT t.c AS entity, 0 AS depth
            UNION ALL SELECT a.entity, a.depth FROM provenance.ancestor a WHERE a.ancestor = t.c) d
        CROSS JOIN LATERAL (
            SELECT t.p AS ancestor, 0 AS depth
            UNION ALL SELECT a.ancestor, a.depth FROM provenance.ancestor a WHERE a.entity = t.p) u
        WHERE t.r
        GROUP BY d.entity, u.ancestor
        ON CONFLICT (entity, ancestor) DO UPDATE SET depth = EXCLUDED.depth WHERE EXCLUDED.depth < old.depth;
        SELECT coalesce(array_agg(c), '{}'), coalesce(array_agg(p), '{}'), coalesce(array_agg(s), '{}')
        INTO todo_c, todo_p, todo_s
        FROM unnest(todo_c, todo_p, todo_s, ready) AS t (c, p, s, r) WHERE NOT t.r;
    END LOOP;
END $$;

-- Which activities an activity has its information from, itself included, and in how many communications.
CREATE FUNCTION provenance.informants(activities text[]) RETURNS TABLE (informed text, informant text, steps integer)
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE chain AS (
        SELECT DISTINCT a AS informed, a AS informant, 0 AS steps FROM pg_catalog.unnest(activities) a
        UNION
        SELECT c.informed, w.informant_id, c.steps + 1
        FROM chain c JOIN provenance.wasinformedby w ON w.informed_id = c.informant
        WHERE c.steps < 100)
    SELECT informed, informant, pg_catalog.min(steps) FROM chain GROUP BY informed, informant
$$;

CREATE FUNCTION provenance.informed(activities text[]) RETURNS TABLE (informed text, informant text, steps integer)
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE chain AS (
        SELECT DISTINCT a AS informed, a AS informant, 0 AS steps FROM pg_catalog.unnest(activities) a
        UNION
        SELECT w.informed_id, c.informant, c.steps + 1
        FROM chain c JOIN provenance.wasinformedby w ON w.informant_id = c.informed
        WHERE c.steps < 100)
    SELECT informed, informant, pg_catalog.min(steps) FROM chain GROUP BY informed, informant
$$;

-- The edges that new rows of a relation make. What an activity generated and used itself is no progenitor of itself.
CREATE FUNCTION provenance.on_relation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    most CONSTANT integer := 2000000;
    children integer[];
    parents integer[];
    steps integer[];
BEGIN
    PERFORM provenance.lock_lineage();
    IF TG_TABLE_NAME = 'wasderivedfrom' THEN
        SELECT array_agg(c.number), array_agg(p.number), array_agg(1) INTO children, parents, steps
        FROM fresh f
        JOIN provenance.entity c ON c.id = f.generatedentity_id
        JOIN provenance.entity p ON p.id = f.usedentity_id;
    ELSIF TG_TABLE_NAME = 'wasgeneratedby' THEN
        WITH edge AS MATERIALIZED (
            SELECT c.number AS c, p.number AS p, min(1 + i.steps) AS s
            FROM provenance.informants((SELECT array_agg(DISTINCT f.activity_id) FROM fresh f)) i
            JOIN fresh g ON g.activity_id = i.informed
            JOIN provenance.used u ON u.activity_id = i.informant
            JOIN provenance.entity c ON c.id = g.entity_id
            JOIN provenance.entity p ON p.id = u.entity_id
            WHERE c.number <> p.number GROUP BY c.number, p.number LIMIT most + 1)
        SELECT array_agg(c), array_agg(p), array_agg(s) INTO children, parents, steps FROM edge;
    ELSIF TG_TABLE_NAME = 'used' THEN
        WITH edge AS MATERIALIZED (
            SELECT c.number AS c, p.number AS p, min(1 + i.steps) AS s
            FROM provenance.informed((SELECT array_agg(DISTINCT f.activity_id) FROM fresh f)) i
            JOIN provenance.wasgeneratedby g ON g.activity_id = i.informed
            JOIN fresh u ON u.activity_id = i.informant
            JOIN provenance.entity c ON c.id = g.entity_id
            JOIN provenance.entity p ON p.id = u.entity_id
            WHERE c.number <> p.number GROUP BY c.number, p.number LIMIT most + 1)
        SELECT array_agg(c), array_agg(p), array_agg(s) INTO children, parents, steps FROM edge;
    ELSE
        IF EXISTS (
            SELECT FROM fresh f JOIN provenance.informants((SELECT array_agg(informant_id) FROM fresh)) i
                ON i.informed = f.informant_id AND i.informant = f.informed_id)
        THEN
            RAISE check_violation USING CONSTRAINT = 'wasinformedby_not_itself';
        END IF;
        WITH edge AS MATERIALIZED (
            SELECT c.number AS c, p.number AS p, min(1 + d.steps + 1 + i.steps) AS s
            FROM fresh f
            JOIN provenance.informed((SELECT array_agg(informed_id) FROM fresh)) d ON d.informant = f.informed_id
            JOIN provenance.informants((SELECT array_agg(informant_id) FROM fresh)) i ON i.informed = f.informant_id
            JOIN provenance.wasgeneratedby g ON g.activity_id = d.informed
            JOIN provenance.used u ON u.activity_id = i.informant
            JOIN provenance.entity c ON c.id = g.entity_id
            JOIN provenance.entity p ON p.id = u.entity_id
            WHERE c.number <> p.number GROUP BY c.number, p.number LIMIT most + 1)
        SELECT array_agg(c), array_agg(p), array_agg(s) INTO children, parents, steps FROM edge;
    END IF;
    IF cardinality(children) > most THEN
        RAISE program_limit_exceeded USING CONSTRAINT = 'lineage_size';
    END IF;
    PERFORM provenance.extend_lineage(coalesce(children, '{}'), coalesce(parents, '{}'), coalesce(steps, '{}'));
    RETURN NULL;
END $$;

CREATE TRIGGER lineage AFTER INSERT ON provenance.wasderivedfrom
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION provenance.on_relation();
CREATE TRIGGER lineage AFTER INSERT ON provenance.wasgeneratedby
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION provenance.on_relation();
CREATE TRIGGER lineage AFTER INSERT ON provenance.used
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION provenance.on_relation();
CREATE TRIGGER lineage AFTER INSERT ON provenance.wasinformedby
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION provenance.on_relation();

-- The steps that lead directly from entities to what they come from; all steps where no entities are given.
CREATE FUNCTION provenance.direct_steps(entities integer[]) RETURNS TABLE (child integer, parent integer, steps integer)
LANGUAGE sql STABLE AS $$
    WITH own AS MATERIALIZED (
        SELECT e.id, e.number FROM provenance.entity e WHERE entities IS NULL OR e.number = ANY (entities)),
    made AS MATERIALIZED (
        SELECT own.number, g.activity_id FROM own JOIN provenance.wasgeneratedby g ON g.entity_id = own.id),
    edge AS (
        SELECT own.number AS child, p.number AS parent, 1 AS steps
        FROM own
        JOIN provenance.wasderivedfrom d ON d.generatedentity_id = own.id
        JOIN provenance.entity p ON p.id = d.usedentity_id
        UNION ALL
        SELECT made.number, p.number, 1
        FROM made
        JOIN provenance.used u ON u.activity_id = made.activity_id
        JOIN provenance.entity p ON p.id = u.entity_id
        UNION ALL
        SELECT made.number, p.number, 1 + i.steps
        FROM provenance.informants((SELECT pg_catalog.array_agg(DISTINCT w.informed_id) FROM provenance.wasinformedby w
            WHERE entities IS NULL OR w.informed_id IN (SELECT activity_id FROM made))) i
        JOIN made ON made.activity_id = i.informed
        JOIN provenance.used u ON u.activity_id = i.informant
        JOIN provenance.entity p ON p.id = u.entity_id)
    SELECT child, parent, pg_catalog.min(steps)::integer FROM edge WHERE child <> parent GROUP BY child, parent
$$;

-- Computes the lineage of some entities and their descendants anew.
CREATE FUNCTION provenance.recompute_lineage(entities integer[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    affected integer[];
    children integer[];
    parents integer[];
    steps integer[];
BEGIN
    PERFORM provenance.lock_lineage();
    SELECT array_agg(e) INTO affected FROM (
        SELECT unnest(entities) AS e
        UNION SELECT a.entity FROM provenance.ancestor a WHERE a.ancestor = ANY (entities)) own;
    DELETE FROM provenance.ancestor WHERE entity = ANY (affected);
    SELECT array_agg(d.child), array_agg(d.parent), array_agg(d.steps) INTO children, parents, steps
    FROM provenance.direct_steps(coalesce(affected, '{}')) d;
    PERFORM provenance.extend_lineage(coalesce(children, '{}'), coalesce(parents, '{}'), coalesce(steps, '{}'));
END $$;

-- Computes all lineage anew, after a bulk load without triggers.
CREATE FUNCTION provenance.rebuild_lineage() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    children integer[];
    parents integer[];
    steps integer[];
BEGIN
    PERFORM provenance.lock_lineage();
    DELETE FROM provenance.ancestor;
    SELECT array_agg(d.child), array_agg(d.parent), array_agg(d.steps) INTO children, parents, steps
    FROM provenance.direct_steps(NULL) d;
    PERFORM provenance.extend_lineage(coalesce(children, '{}'), coalesce(parents, '{}'), coalesce(steps, '{}'));
END $$;

-- Relations that are removed take lineage away from what their subjects generated, and from what came of that.
CREATE FUNCTION provenance.on_removal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    entities integer[];
    activities text[];
BEGIN
    IF TG_TABLE_NAME = 'wasderivedfrom' THEN
        SELECT array_agg(e.number) INTO entities
        FROM gone JOIN provenance.entity e ON e.id = gone.generatedentity_id;
    ELSIF TG_TABLE_NAME = 'wasgeneratedby' THEN
        SELECT array_agg(e.number) INTO entities FROM gone JOIN provenance.entity e ON e.id = gone.entity_id;
    ELSE
        IF TG_TABLE_NAME = 'used' THEN
            SELECT array_agg(gone.activity_id) INTO activities FROM gone;
        ELSE
            SELECT array_agg(gone.informed_id) INTO activities FROM gone;
        END IF;
        SELECT array_agg(e.number) INTO entities
        FROM provenance.informed(activities) i
        JOIN provenance.wasgeneratedby g ON g.activity_id = i.informed
        JOIN provenance.entity e ON e.id = g.entity_id;
    END IF;
    IF entities IS NOT NULL THEN
        PERFORM provenance.recompute_lineage(entities);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER lineage_removal AFTER DELETE ON provenance.wasderivedfrom
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION provenance.on_removal();
CREATE TRIGGER lineage_removal AFTER DELETE ON provenance.wasgeneratedby
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION provenance.on_removal();
CREATE TRIGGER lineage_removal AFTER DELETE ON provenance.used
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION provenance.on_removal();
CREATE TRIGGER lineage_removal AFTER DELETE ON provenance.wasinformedby
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION provenance.on_removal();

-- Forgets how entities came to be, so that it can be told anew: their generations, derivations and attributions, their
-- properties, and the activities that generated and informed nothing else. What came of them, and from them, stays.
CREATE FUNCTION provenance.withdraw(ids text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    makers text[];
    informants text[];
BEGIN
    PERFORM provenance.lock_lineage();
    SELECT array_agg(DISTINCT activity_id) INTO makers FROM provenance.wasgeneratedby WHERE entity_id = ANY (ids);
    SELECT array_agg(DISTINCT informant_id) INTO informants
        FROM provenance.wasinformedby WHERE informed_id = ANY (makers);
    DELETE FROM provenance.wasgeneratedby WHERE entity_id = ANY (ids);
    DELETE FROM provenance.wasderivedfrom WHERE generatedentity_id = ANY (ids);
    DELETE FROM provenance.wasattributedto WHERE entity_id = ANY (ids);
    DELETE FROM provenance.activity a WHERE a.id = ANY (makers)
        AND NOT EXISTS (SELECT FROM provenance.wasgeneratedby g WHERE g.activity_id = a.id)
        AND NOT EXISTS (SELECT FROM provenance.wasinformedby w WHERE w.informant_id = a.id);
    DELETE FROM provenance.activity a WHERE a.id = ANY (informants)
        AND NOT EXISTS (SELECT FROM provenance.wasgeneratedby g WHERE g.activity_id = a.id)
        AND NOT EXISTS (SELECT FROM provenance.wasinformedby w WHERE w.informant_id = a.id);
    UPDATE provenance.entity SET classtype = 'entity', name = NULL, location = NULL, generatedattime = NULL,
        invalidatedattime = NULL, comment = NULL, entity_value = NULL, entitydescription_id = NULL
        WHERE id = ANY (ids);
END $$;

-- Relations are told of once and stay; what was wrong is removed and told of anew.
CREATE FUNCTION provenance.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE check_violation USING MESSAGE = 'The ends of a relation do not change.';
END $$;
CREATE TRIGGER ends_stay BEFORE UPDATE OF generatedentity_id, usedentity_id ON provenance.wasderivedfrom
    FOR EACH STATEMENT EXECUTE FUNCTION provenance.refuse_change();
CREATE TRIGGER ends_stay BEFORE UPDATE OF entity_id, activity_id ON provenance.wasgeneratedby
    FOR EACH STATEMENT EXECUTE FUNCTION provenance.refuse_change();
CREATE TRIGGER ends_stay BEFORE UPDATE OF entity_id, activity_id ON provenance.used
    FOR EACH STATEMENT EXECUTE FUNCTION provenance.refuse_change();
CREATE TRIGGER ends_stay BEFORE UPDATE OF informed_id, informant_id ON provenance.wasinformedby
    FOR EACH STATEMENT EXECUTE FUNCTION provenance.refuse_change();
