-- Documents for groups add nothing to what anyone sees: agents, descriptions and configuration that they tell of first
-- are marked even where nothing secret refers to them yet.

CREATE FUNCTION provenance.mark_things(kind text, ids text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF kind NOT IN ('agent', 'activitydescription', 'entitydescription', 'parameter', 'configfile') THEN
        RAISE invalid_parameter_value USING MESSAGE = 'Things of this kind are not marked.';
    END IF;
    EXECUTE format('UPDATE provenance.%I SET restricted = true WHERE id = ANY ($1) AND NOT restricted', kind)
        USING ids;
END $$;
REVOKE ALL ON FUNCTION provenance.mark_things(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION provenance.mark_things(text, text[]), provenance.sees_marked(text, text),
    provenance.sees_entity_description(text) TO ${ingestRole};
