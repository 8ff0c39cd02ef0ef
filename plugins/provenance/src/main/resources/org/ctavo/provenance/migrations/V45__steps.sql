-- Which step made a thing, told beside the thing: all that a version of a step has made is then one piece of an index,
-- where it was a walk through the activities of that step. Not published; kept by triggers.
ALTER TABLE provenance.wasgeneratedby ADD COLUMN step_id text;
COMMENT ON COLUMN provenance.wasgeneratedby.step_id IS 'The description of the activity; NULL where it has none';

CREATE FUNCTION provenance.note_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.step_id := (SELECT a.activitydescription_id FROM provenance.activity a WHERE a.id = NEW.activity_id);
    RETURN NEW;
END $$;
CREATE TRIGGER note_step BEFORE INSERT ON provenance.wasgeneratedby
    FOR EACH ROW EXECUTE FUNCTION provenance.note_step();

CREATE FUNCTION provenance.change_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE provenance.wasgeneratedby SET step_id = NEW.activitydescription_id WHERE activity_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER change_step AFTER UPDATE OF activitydescription_id ON provenance.activity
    FOR EACH ROW WHEN (OLD.activitydescription_id IS DISTINCT FROM NEW.activitydescription_id)
    EXECUTE FUNCTION provenance.change_step();

-- After a bulk load without triggers.
CREATE FUNCTION provenance.rebuild_steps() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE provenance.wasgeneratedby g SET step_id = a.activitydescription_id
    FROM provenance.activity a
    WHERE a.id = g.activity_id AND g.step_id IS DISTINCT FROM a.activitydescription_id
$$;
SELECT provenance.rebuild_steps();
CREATE INDEX wasgeneratedby_step ON provenance.wasgeneratedby (step_id, entity_id) WHERE step_id IS NOT NULL;
-- As many of the most frequent steps as an archive has versions: what the planner expects of a step then is what it
-- finds, and a version that made three things is not taken for one that made a million.
ALTER TABLE provenance.wasgeneratedby ALTER COLUMN step_id SET STATISTICS 1000;
-- A sample of pairs says little of how many things the rarer ancestors have; ten is right for most.
ALTER TABLE provenance.ancestor ALTER COLUMN ancestor SET (n_distinct = -0.1);
ALTER TABLE provenance.ancestor ALTER COLUMN entity SET (n_distinct = -0.1);
ANALYZE provenance.wasgeneratedby, provenance.ancestor;

-- The steps of a name and version that the caller may see. It is stable and no subquery: the planner asks it, and knows
-- how many things these very steps have made.
CREATE FUNCTION provenance.steps_named(step text, release text) RETURNS text[]
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE COST 1000 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN ARRAY(
        SELECT d.id FROM provenance.activitydescription d WHERE d.name = step AND d.version = release);
END $$;

-- Equality that is dear to the planner: see the functions of ADQL.
CREATE FUNCTION provenance.is_same(one text, other text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN one = other;
END $$;

-- A list that fits into memory, or a fault in the words of whoever asked.
CREATE FUNCTION provenance.limited(ids text[]) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF cardinality(ids) > 1000000 THEN
        RAISE EXCEPTION USING ERRCODE = 'VO020', MESSAGE = 'beside OR, cta_derived_from and cta_made_by take up to'
            || ' a million things; ask for each part alone, or unite the parts with UNION';
    END IF;
    RETURN ids;
END $$;

REVOKE ALL ON FUNCTION provenance.note_step(), provenance.change_step(), provenance.rebuild_steps(),
    provenance.steps_named(text, text), provenance.is_same(text, text), provenance.limited(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION provenance.steps_named(text, text), provenance.is_same(text, text),
    provenance.limited(text[]) TO ${queryRole};
