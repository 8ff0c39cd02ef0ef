-- What secret things alone have to do with would betray them: their agents, their descriptions, what only they used. It
-- is seen by who sees something that has to do with it. As with relations, a mark means that this must be asked at all.
ALTER TABLE provenance.entity ADD COLUMN restricted boolean NOT NULL DEFAULT false;
ALTER TABLE provenance.agent ADD COLUMN restricted boolean NOT NULL DEFAULT false;
ALTER TABLE provenance.activitydescription ADD COLUMN restricted boolean NOT NULL DEFAULT false;
ALTER TABLE provenance.entitydescription ADD COLUMN restricted boolean NOT NULL DEFAULT false;

-- Marks a thing. What has access groups of its own needs no mark.
CREATE FUNCTION provenance.mark_thing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('UPDATE provenance.%I SET restricted = true WHERE id = ($1).%I AND NOT restricted',
        TG_ARGV[0], TG_ARGV[1]) USING NEW;
    RETURN NULL;
END $$;

DO $$
DECLARE
    relation text;
    end_column text;
    thing text;
BEGIN
    FOR relation, thing, end_column IN VALUES
        ('used', 'entity', 'entity_id'), ('wasderivedfrom', 'entity', 'usedentity_id'),
        ('hadmember', 'entity', 'collection_id'),
        ('wasassociatedwith', 'agent', 'agent_id'), ('wasattributedto', 'agent', 'agent_id')
    LOOP
        EXECUTE format('CREATE TRIGGER mark_thing AFTER INSERT OR UPDATE OF restricted ON provenance.%I'
            || ' FOR EACH ROW WHEN (NEW.restricted) EXECUTE FUNCTION provenance.mark_thing(%L, %L)',
            relation, thing, end_column);
        EXECUTE format('UPDATE provenance.%I t SET restricted = true FROM provenance.%I r'
            || ' WHERE r.restricted AND r.%I = t.id', thing, relation, end_column);
    END LOOP;
END $$;
CREATE TRIGGER mark_description AFTER INSERT OR UPDATE OF access_groups, activitydescription_id ON provenance.activity
    FOR EACH ROW WHEN (NEW.access_groups IS NOT NULL AND NEW.activitydescription_id IS NOT NULL)
    EXECUTE FUNCTION provenance.mark_thing('activitydescription', 'activitydescription_id');
CREATE TRIGGER mark_description AFTER INSERT OR UPDATE OF access_groups, restricted, entitydescription_id
    ON provenance.entity
    FOR EACH ROW WHEN ((NEW.access_groups IS NOT NULL OR NEW.restricted) AND NEW.entitydescription_id IS NOT NULL)
    EXECUTE FUNCTION provenance.mark_thing('entitydescription', 'entitydescription_id');
UPDATE provenance.activitydescription d SET restricted = true FROM provenance.activity a
WHERE a.access_groups IS NOT NULL AND a.activitydescription_id = d.id;
UPDATE provenance.entitydescription d SET restricted = true FROM provenance.entity e
WHERE (e.access_groups IS NOT NULL OR e.restricted) AND e.entitydescription_id = d.id;

-- Whether the caller sees anything that has to do with a marked thing. Run as the owner: the policies would ask each
-- other for ever.
CREATE FUNCTION provenance.sees_marked(kind text, thing text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE kind
        WHEN 'entity' THEN EXISTS (
                SELECT FROM provenance.used r JOIN provenance.activity a ON a.id = r.activity_id
                WHERE r.entity_id = thing AND provenance.may_see(a.access_groups))
            OR EXISTS (
                SELECT FROM provenance.wasgeneratedby r JOIN provenance.activity a ON a.id = r.activity_id
                WHERE r.entity_id = thing AND provenance.may_see(a.access_groups))
            OR EXISTS (
                SELECT FROM provenance.wasderivedfrom r JOIN provenance.entity e ON e.id = r.generatedentity_id
                WHERE r.usedentity_id = thing AND provenance.may_see(e.access_groups))
            OR EXISTS (
                SELECT FROM provenance.wasderivedfrom r JOIN provenance.entity e ON e.id = r.usedentity_id
                WHERE r.generatedentity_id = thing AND provenance.may_see(e.access_groups))
            OR EXISTS (
                SELECT FROM provenance.hadmember r JOIN provenance.entity e ON e.id = r.entity_id
                WHERE r.collection_id = thing AND provenance.may_see(e.access_groups))
            OR EXISTS (
                SELECT FROM provenance.hadmember r JOIN provenance.entity e ON e.id = r.collection_id
                WHERE r.entity_id = thing AND provenance.may_see(e.access_groups))
            OR EXISTS (SELECT FROM provenance.wasattributedto r WHERE r.entity_id = thing)
            OR EXISTS (
                SELECT FROM provenance.entity o
                JOIN provenance.ancestor l ON l.ancestor = o.number
                JOIN provenance.entity e ON e.number = l.entity
                WHERE o.id = thing AND provenance.may_see(e.access_groups))
        WHEN 'agent' THEN EXISTS (
                SELECT FROM provenance.wasassociatedwith r JOIN provenance.activity a ON a.id = r.activity_id
                WHERE r.agent_id = thing AND provenance.may_see(a.access_groups))
            OR EXISTS (
                SELECT FROM provenance.wasattributedto r JOIN provenance.entity e ON e.id = r.entity_id
                WHERE r.agent_id = thing AND provenance.may_see(e.access_groups))
        WHEN 'activitydescription' THEN EXISTS (
                SELECT FROM provenance.activity a
                WHERE a.activitydescription_id = thing AND provenance.may_see(a.access_groups))
        END;
END;

-- A description of entities is seen with one of them, or with the description of an activity that names it.
CREATE FUNCTION provenance.sees_entity_description(thing text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
BEGIN ATOMIC
    SELECT EXISTS (
            SELECT FROM provenance.entity e
            WHERE e.entitydescription_id = thing AND provenance.may_see(e.access_groups)
                AND (NOT e.restricted OR provenance.sees_marked('entity', e.id)))
        OR EXISTS (
            SELECT FROM provenance.usagedescription_entitydescription u
            JOIN provenance.usagedescription d ON d.id = u.usagedescription_id
            JOIN provenance.activitydescription a ON a.id = d.activitydescription_id
            WHERE u.entitydescription_id = thing
                AND (NOT a.restricted OR provenance.sees_marked('activitydescription', a.id)))
        OR EXISTS (
            SELECT FROM provenance.generationdescription_entitydescription g
            JOIN provenance.generationdescription d ON d.id = g.generationdescription_id
            JOIN provenance.activitydescription a ON a.id = d.activitydescription_id
            WHERE g.entitydescription_id = thing
                AND (NOT a.restricted OR provenance.sees_marked('activitydescription', a.id)));
END;

ALTER POLICY seen ON provenance.entity
    USING (provenance.may_see(access_groups) AND (NOT restricted OR provenance.sees_marked('entity', id)));
DO $$
DECLARE
    part text;
    condition text;
BEGIN
    FOR part, condition IN VALUES
        ('agent', 'NOT restricted OR provenance.sees_marked(''agent'', id)'),
        ('activitydescription', 'NOT restricted OR provenance.sees_marked(''activitydescription'', id)'),
        ('entitydescription', 'NOT restricted OR provenance.sees_entity_description(id)'),
        ('usagedescription', 'EXISTS (SELECT FROM provenance.activitydescription d'
            || ' WHERE d.id = activitydescription_id)'),
        ('generationdescription', 'EXISTS (SELECT FROM provenance.activitydescription d'
            || ' WHERE d.id = activitydescription_id)'),
        ('parameterdescription', 'EXISTS (SELECT FROM provenance.activitydescription d'
            || ' WHERE d.id = activitydescription_id)'),
        ('configfiledescription', 'EXISTS (SELECT FROM provenance.activitydescription d'
            || ' WHERE d.id = activitydescription_id)'),
        ('usagedescription_entitydescription', 'EXISTS (SELECT FROM provenance.usagedescription d'
            || ' WHERE d.id = usagedescription_id)'),
        ('generationdescription_entitydescription', 'EXISTS (SELECT FROM provenance.generationdescription d'
            || ' WHERE d.id = generationdescription_id)')
    LOOP
        EXECUTE format('CREATE POLICY seen ON provenance.%I FOR SELECT TO ${queryRole} USING (%s)', part, condition);
        EXECUTE format('CREATE POLICY written ON provenance.%I TO ${ingestRole} USING (true) WITH CHECK (true)', part);
        EXECUTE format('ALTER TABLE provenance.%I ENABLE ROW LEVEL SECURITY', part);
    END LOOP;
END $$;

-- The graph tells of no agent that is not to be seen, and of an entity no more than that there is one.
ALTER FUNCTION provenance.graph(text[], boolean, boolean, boolean, boolean, integer, integer) RENAME TO whole_graph;
CREATE FUNCTION provenance.graph(ids text[], back boolean, forth boolean, agents boolean, members boolean,
    most_depth integer, most_nodes integer)
RETURNS TABLE (relation text, subject_kind text, subject text, subject_hidden integer,
    object_kind text, object text, object_hidden integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT g.relation, g.subject_kind, CASE WHEN s.number IS NULL THEN g.subject END,
        coalesce(g.subject_hidden, s.number), g.object_kind, CASE WHEN o.number IS NULL THEN g.object END,
        coalesce(g.object_hidden, o.number)
    FROM provenance.whole_graph($1, $2, $3, $4, $5, $6, $7) AS g
    LEFT JOIN LATERAL (
        SELECT e.number FROM provenance.entity e
        WHERE g.subject_kind = 'e' AND e.id = g.subject AND e.restricted
            AND NOT provenance.sees_marked('entity', e.id)) s ON true
    LEFT JOIN LATERAL (
        SELECT e.number FROM provenance.entity e
        WHERE g.object_kind = 'e' AND e.id = g.object AND e.restricted
            AND NOT provenance.sees_marked('entity', e.id)) o ON true
    WHERE NOT EXISTS (
        SELECT FROM provenance.agent a
        WHERE (g.subject_kind = 'g' AND a.id = g.subject OR g.object_kind = 'g' AND a.id = g.object)
            AND a.restricted AND NOT provenance.sees_marked('agent', a.id));
$$;

REVOKE ALL ON FUNCTION provenance.whole_graph(text[], boolean, boolean, boolean, boolean, integer, integer)
    FROM ${queryRole};
REVOKE ALL ON FUNCTION provenance.graph(text[], boolean, boolean, boolean, boolean, integer, integer),
    provenance.mark_thing(), provenance.sees_marked(text, text), provenance.sees_entity_description(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION provenance.graph(text[], boolean, boolean, boolean, boolean, integer, integer),
    provenance.sees_marked(text, text), provenance.sees_entity_description(text) TO ${queryRole};
