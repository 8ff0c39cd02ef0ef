-- Who sees what. An entity or activity with access groups is seen by members of one of them; a relation, parameter or
-- configuration file is seen by those who see what it is about.

CREATE FUNCTION provenance.may_see(groups text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT groups IS NULL
        OR groups && pg_catalog.string_to_array(pg_catalog.current_setting('access.groups', true), ',')
$$;

-- The ends of relations: which column of which table names which thing.
CREATE FUNCTION provenance.ends() RETURNS TABLE (relation text, end_column text, thing text)
LANGUAGE sql IMMUTABLE AS $$
    VALUES ('used', 'activity_id', 'activity'), ('used', 'entity_id', 'entity'),
        ('wasgeneratedby', 'entity_id', 'entity'), ('wasgeneratedby', 'activity_id', 'activity'),
        ('wasderivedfrom', 'generatedentity_id', 'entity'), ('wasderivedfrom', 'usedentity_id', 'entity'),
        ('wasinformedby', 'informed_id', 'activity'), ('wasinformedby', 'informant_id', 'activity'),
        ('wasassociatedwith', 'activity_id', 'activity'), ('wasattributedto', 'entity_id', 'entity'),
        ('hadmember', 'collection_id', 'entity'), ('hadmember', 'entity_id', 'entity'),
        ('wasconfiguredby', 'activity_id', 'activity')
$$;

-- Marks configuration of marked activities.
CREATE FUNCTION provenance.restrict_configuration(activities text[]) RETURNS void LANGUAGE sql AS $$
    UPDATE provenance.parameter p SET restricted = true
    FROM provenance.wasconfiguredby w
    WHERE w.activity_id = ANY (activities) AND w.restricted AND w.parameter_id = p.id AND NOT p.restricted;
    UPDATE provenance.configfile c SET restricted = true
    FROM provenance.wasconfiguredby w
    WHERE w.activity_id = ANY (activities) AND w.restricted AND w.configfile_id = c.id AND NOT c.restricted;
$$;

-- New relations of restricted things are marked, so that only those few rows need a look at what they are about.
CREATE FUNCTION provenance.mark_restricted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT * FROM provenance.ends() WHERE relation = TG_TABLE_NAME LOOP
        EXECUTE format(
            'UPDATE provenance.%1$I r SET restricted = true FROM fresh f, provenance.%3$I t'
            || ' WHERE t.access_groups IS NOT NULL AND f.%2$I = t.id AND r.%2$I = t.id AND NOT r.restricted',
            one.relation, one.end_column, one.thing);
    END LOOP;
    IF TG_TABLE_NAME = 'wasconfiguredby' THEN
        PERFORM provenance.restrict_configuration(
            (SELECT array_agg(activity_id) FROM fresh
             JOIN provenance.activity a ON a.id = activity_id AND a.access_groups IS NOT NULL));
    END IF;
    RETURN NULL;
END $$;

-- A parameter that names a restricted entity is marked too.
CREATE FUNCTION provenance.mark_parameter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.restricted := NEW.restricted OR EXISTS (
        SELECT FROM provenance.entity e WHERE e.id = NEW.valueentity_id AND e.access_groups IS NOT NULL);
    RETURN NEW;
END $$;
CREATE TRIGGER mark_restricted BEFORE INSERT OR UPDATE OF valueentity_id ON provenance.parameter
    FOR EACH ROW WHEN (NEW.valueentity_id IS NOT NULL) EXECUTE FUNCTION provenance.mark_parameter();

-- Lets only members of the groups see these entities and activities and what relates to them; null: anyone.
CREATE FUNCTION provenance.restrict_access(ids text[], groups text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    one record;
BEGIN
    UPDATE provenance.entity SET access_groups = groups
        WHERE id = ANY (ids) AND access_groups IS DISTINCT FROM groups;
    UPDATE provenance.activity SET access_groups = groups
        WHERE id = ANY (ids) AND access_groups IS DISTINCT FROM groups;
    -- A mark means "ask": one that is no longer needed does no harm.
    IF groups IS NOT NULL THEN
        FOR one IN SELECT * FROM provenance.ends() LOOP
            EXECUTE format('UPDATE provenance.%I SET restricted = true WHERE %I = ANY ($1) AND NOT restricted',
                one.relation, one.end_column) USING ids;
        END LOOP;
        PERFORM provenance.restrict_configuration(ids);
        UPDATE provenance.parameter SET restricted = true WHERE valueentity_id = ANY (ids) AND NOT restricted;
    END IF;
END $$;

DO $$
DECLARE
    name text;
    seen text;
BEGIN
    FOREACH name IN ARRAY ARRAY['entity', 'activity'] LOOP
        EXECUTE format('ALTER TABLE provenance.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY seen ON provenance.%I FOR SELECT TO ${queryRole}'
            || ' USING (provenance.may_see(access_groups))', name);
        EXECUTE format('CREATE POLICY written ON provenance.%I TO ${ingestRole} USING (true) WITH CHECK (true)', name);
    END LOOP;
    FOR name, seen IN
        SELECT relation, string_agg(
            format('EXISTS (SELECT FROM provenance.%I thing WHERE thing.id = %I)', thing, end_column), ' AND ')
        FROM provenance.ends() GROUP BY relation
        UNION ALL VALUES
            ('parameter', 'EXISTS (SELECT FROM provenance.wasconfiguredby w WHERE w.parameter_id = parameter.id)'
                || ' AND (valueentity_id IS NULL OR EXISTS (SELECT FROM provenance.entity thing'
                || ' WHERE thing.id = valueentity_id))'),
            ('configfile', 'EXISTS (SELECT FROM provenance.wasconfiguredby w WHERE w.configfile_id = configfile.id)')
    LOOP
        EXECUTE format('ALTER TABLE provenance.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY seen ON provenance.%I FOR SELECT TO ${queryRole} USING (NOT restricted OR (%s))',
            name, seen);
        EXECUTE format('CREATE POLICY written ON provenance.%I TO ${ingestRole} USING (true) WITH CHECK (true)', name);
    END LOOP;
    FOR name IN SELECT DISTINCT relation FROM provenance.ends() LOOP
        EXECUTE format('CREATE TRIGGER mark_restricted AFTER INSERT ON provenance.%I REFERENCING NEW TABLE AS fresh'
            || ' FOR EACH STATEMENT EXECUTE FUNCTION provenance.mark_restricted()', name);
    END LOOP;
END $$;

-- What is told stays: the ingest role adds and completes, and removes nothing.
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA provenance TO ${ingestRole};
REVOKE INSERT ON provenance.ancestor, provenance.progenitor FROM ${ingestRole};
GRANT SELECT ON ALL TABLES IN SCHEMA provenance TO ${queryRole};
DO $$
DECLARE
    name text;
    columns text;
BEGIN
    FOR name, columns IN
        SELECT table_name, string_agg(quote_ident(column_name), ', ')
        FROM information_schema.columns
        WHERE table_schema = 'provenance' AND table_name NOT IN ('ancestor', 'progenitor')
            AND column_name NOT IN ('id', 'number', 'access_groups', 'restricted')
            AND column_name NOT IN (SELECT end_column FROM provenance.ends())
        GROUP BY table_name
    LOOP
        EXECUTE format('GRANT UPDATE (%s) ON provenance.%I TO ${ingestRole}', columns, name);
    END LOOP;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA provenance FROM PUBLIC;
GRANT EXECUTE ON FUNCTION provenance.may_see(text[]) TO ${queryRole};
GRANT EXECUTE ON FUNCTION provenance.restrict_access(text[], text[]), provenance.lock_lineage(),
    provenance.withdraw(text[]) TO ${ingestRole};
