-- The policies ask what is kept. They hide what they hid before: what V20 found for each query.

CREATE OR REPLACE FUNCTION access.hidden(sort text) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
BEGIN ATOMIC
    SELECT s.name FROM access.secret AS s
    WHERE s.kind = sort AND (s.groups && (SELECT access.groups())) IS NOT TRUE;
END;

-- Whether a caller of these groups lacks one that is needed.
CREATE FUNCTION access.lacks(needs text[], groups text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN EXISTS (SELECT FROM unnest(needs) AS n WHERE (n::text[] && groups) IS NOT TRUE);

-- Rows whose needs the caller does not meet. There are few different needs, however many rows; of an anonymous caller
-- none has to be asked.
CREATE FUNCTION access.hidden_rows(sort text) RETURNS TABLE (name text, number bigint)
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
BEGIN ATOMIC
    SELECT r.name, r.number FROM access.secret_row AS r
    WHERE r.kind = sort AND ((SELECT access.groups()) IS NULL OR r.needs IN (
        SELECT n.needs FROM (SELECT DISTINCT w.needs FROM access.secret_row AS w WHERE w.kind = sort OFFSET 0) AS n
        WHERE access.lacks(n.needs, (SELECT access.groups()))));
END;

CREATE FUNCTION access.hidden_configurations() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
BEGIN ATOMIC
    SELECT s.obs_config_id FROM access.secret_configuration AS s
    GROUP BY s.obs_config_id
    HAVING bool_and(access.lacks(s.needs, (SELECT access.groups())));
END;

CREATE OR REPLACE FUNCTION access.hidden_scheduling_blocks() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
BEGIN ATOMIC
    SELECT b.number FROM access.secret AS b
    WHERE b.kind = 'scheduling_block' AND (b.groups && (SELECT access.groups())) IS NOT TRUE
    UNION
    SELECT s.sb_id FROM access.secret AS p JOIN cta.scheduling_block AS s ON s.proposal_id = p.name
    WHERE p.kind = 'proposal' AND (p.groups && (SELECT access.groups())) IS NOT TRUE;
END;

-- All of a processing's collections are hidden.
CREATE FUNCTION access.hidden_processings() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
BEGIN ATOMIC
    SELECT k.processing_id FROM cta.collection AS k JOIN access.hidden('collection') AS h ON h = k.name
    WHERE k.processing_id IS NOT NULL
    EXCEPT
    SELECT k.processing_id FROM cta.collection AS k
    WHERE k.name NOT IN (SELECT h FROM access.hidden('collection') AS h);
END;

-- A block of a hidden target is hidden itself: whoever sees a block of a target sees the target.
ALTER POLICY unhidden ON cta.scheduling_block
    USING (sb_id NOT IN (SELECT h FROM access.hidden_scheduling_blocks() AS h));
ALTER POLICY unhidden ON cta.target USING (name NOT IN (SELECT h FROM access.hidden('target') AS h));
ALTER POLICY unhidden ON cta.observation_block
    USING (ob_id NOT IN (SELECT h.number FROM access.hidden_rows('block') AS h));
ALTER POLICY unhidden ON cta.acquisition USING (
    (obs_collection, run_id) NOT IN (SELECT h.name, h.number FROM access.hidden_rows('acquisition') AS h));
ALTER POLICY unhidden ON cta.obs_config
    USING (obs_config_id NOT IN (SELECT h FROM access.hidden_configurations() AS h));
ALTER POLICY unhidden ON cta.processing
    USING (processing_id NOT IN (SELECT h FROM access.hidden_processings() AS h));
ALTER POLICY unhidden ON cta.target_alias USING (target_name NOT IN (SELECT h FROM access.hidden('target') AS h));
ALTER POLICY unhidden ON cta.proposal_target USING (
    proposal_id NOT IN (SELECT h FROM access.hidden('proposal') AS h)
        AND target_name NOT IN (SELECT h FROM access.hidden('target') AS h));
DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['proposal_member', 'proposal_requirement', 'observing_constraint'] LOOP
        EXECUTE format('ALTER POLICY unhidden ON cta.%I
            USING (proposal_id NOT IN (SELECT h FROM access.hidden(''proposal'') AS h))', part);
    END LOOP;
    FOREACH part IN ARRAY ARRAY['time_interval', 'ambient_conditions'] LOOP
        EXECUTE format('ALTER POLICY unhidden ON cta.%I
            USING (ob_id NOT IN (SELECT h.number FROM access.hidden_rows(''block'') AS h))', part);
    END LOOP;
END $$;

DROP FUNCTION access.suspect_configurations(), access.suspect_processings(), access.hidden_targets(),
    access.hidden_observation_blocks(), access.hidden_runs();
DROP VIEW access.clue, access.product;
DROP FUNCTION access.hides(text[]);
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA access FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.hidden_rows(text), access.hidden_configurations(), access.hidden_processings()
    TO ${queryRole}, ${ingestRole};
