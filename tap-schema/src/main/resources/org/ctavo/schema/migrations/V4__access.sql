-- Who may read what. Secure products are known to their groups alone: not by their own row, and not by the rows of
-- files, runs, blocks, proposals, targets and collections that would betray them.

-- The caller's groups, as the connection carries them; none for an anonymous caller.
CREATE FUNCTION access.groups() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN string_to_array(nullif(current_setting('access.groups', true), ''), ',');
COMMENT ON FUNCTION access.groups() IS 'groups of the caller; NULL for an anonymous one';

-- Whether nothing hides something of this name: no product has it that is secure, or the caller may see one of them, or
-- one is open to all. Run as the owner, for whom there are no policies.
CREATE FUNCTION access.sees_run(collection text, run bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
RETURN NOT EXISTS (
        SELECT FROM cta.data_product_secure AS p WHERE p.run_id = run AND p.obs_collection = collection)
    OR EXISTS (
        SELECT FROM cta.data_product_secure AS p
        WHERE p.run_id = run AND p.obs_collection = collection AND p.access_groups && access.groups())
    OR EXISTS (SELECT FROM cta.data_product AS p WHERE p.run_id = run AND p.obs_collection = collection);

CREATE FUNCTION access.sees_observation_block(block bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
RETURN NOT EXISTS (SELECT FROM cta.data_product_secure AS p WHERE p.ob_id = block)
    OR EXISTS (SELECT FROM cta.data_product_secure AS p WHERE p.ob_id = block AND p.access_groups && access.groups())
    OR EXISTS (SELECT FROM cta.data_product AS p WHERE p.ob_id = block);

CREATE FUNCTION access.sees_scheduling_block(block bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
RETURN NOT EXISTS (SELECT FROM cta.data_product_secure AS p WHERE p.sb_id = block)
    OR EXISTS (SELECT FROM cta.data_product_secure AS p WHERE p.sb_id = block AND p.access_groups && access.groups())
    OR EXISTS (SELECT FROM cta.data_product AS p WHERE p.sb_id = block);

CREATE FUNCTION access.sees_proposal(proposal text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
RETURN NOT EXISTS (SELECT FROM cta.data_product_secure AS p WHERE p.proposal_id = proposal)
    OR EXISTS (
        SELECT FROM cta.data_product_secure AS p
        WHERE p.proposal_id = proposal AND p.access_groups && access.groups())
    OR EXISTS (SELECT FROM cta.data_product AS p WHERE p.proposal_id = proposal);

CREATE FUNCTION access.sees_collection(collection text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
RETURN NOT EXISTS (SELECT FROM cta.data_product_secure AS p WHERE p.obs_collection = collection)
    OR EXISTS (
        SELECT FROM cta.data_product_secure AS p
        WHERE p.obs_collection = collection AND p.access_groups && access.groups())
    OR EXISTS (SELECT FROM cta.data_product AS p WHERE p.obs_collection = collection);

-- A target is hidden by the name a file has for it, too.
CREATE FUNCTION access.sees_target(target text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
RETURN NOT EXISTS (
        SELECT FROM cta.data_product_secure AS p
        WHERE p.target_name = target
            OR p.target_name IN (SELECT l.alias FROM cta.target_alias AS l WHERE l.target_name = target))
    OR EXISTS (
        SELECT FROM cta.data_product_secure AS p
        WHERE p.access_groups && access.groups()
            AND (p.target_name = target
                OR p.target_name IN (SELECT l.alias FROM cta.target_alias AS l WHERE l.target_name = target)))
    OR EXISTS (SELECT FROM cta.data_product AS p WHERE p.target_name = target)
    OR EXISTS (
        SELECT FROM cta.data_product AS p JOIN cta.target_alias AS l ON l.alias = p.target_name
        WHERE l.target_name = target);

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA access FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA access TO ${queryRole}, ${ingestRole};

CREATE INDEX data_product_secure_access_groups_idx ON cta.data_product_secure USING gin (access_groups);
CREATE POLICY members ON cta.data_product_secure FOR SELECT TO ${queryRole}
    USING (access_groups && (SELECT access.groups()));
CREATE POLICY members ON cta.data_file FOR SELECT TO ${queryRole} USING (
    -- The products are under a policy themselves: the query finds what the caller may see.
    NOT secure
        OR EXISTS (SELECT FROM cta.data_product_secure AS p WHERE p.obs_publisher_did = data_file.obs_publisher_did));

CREATE POLICY unhidden ON cta.proposal FOR SELECT TO ${queryRole} USING (access.sees_proposal(proposal_id));
CREATE POLICY unhidden ON cta.collection FOR SELECT TO ${queryRole} USING (access.sees_collection(name));
CREATE POLICY unhidden ON cta.target FOR SELECT TO ${queryRole} USING (access.sees_target(name));
CREATE POLICY unhidden ON cta.scheduling_block FOR SELECT TO ${queryRole} USING (
    access.sees_scheduling_block(sb_id) AND access.sees_proposal(proposal_id)
        AND (target_name IS NULL OR access.sees_target(target_name)));
CREATE POLICY unhidden ON cta.observation_block FOR SELECT TO ${queryRole} USING (
    access.sees_observation_block(ob_id)
        AND EXISTS (SELECT FROM cta.scheduling_block AS s WHERE s.sb_id = observation_block.sb_id));
CREATE POLICY unhidden ON cta.acquisition FOR SELECT TO ${queryRole} USING (
    access.sees_run(obs_collection, run_id)
        AND (proposal_id IS NULL OR access.sees_proposal(proposal_id))
        AND (target_name IS NULL OR access.sees_target(target_name))
        AND (ob_id IS NULL
            OR EXISTS (SELECT FROM cta.observation_block AS b WHERE b.ob_id = acquisition.ob_id)));
CREATE POLICY unhidden ON cta.target_alias FOR SELECT TO ${queryRole}
    USING (EXISTS (SELECT FROM cta.target AS t WHERE t.name = target_alias.target_name));
CREATE POLICY unhidden ON cta.proposal_target FOR SELECT TO ${queryRole} USING (
    EXISTS (SELECT FROM cta.proposal AS p WHERE p.proposal_id = proposal_target.proposal_id)
        AND EXISTS (SELECT FROM cta.target AS t WHERE t.name = proposal_target.target_name));
DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['proposal_member', 'proposal_requirement', 'observing_constraint'] LOOP
        EXECUTE format('CREATE POLICY unhidden ON cta.%1$I FOR SELECT TO ${queryRole}
            USING (EXISTS (SELECT FROM cta.proposal AS p WHERE p.proposal_id = %1$I.proposal_id))', part);
    END LOOP;
    FOREACH part IN ARRAY ARRAY['time_interval', 'ambient_conditions'] LOOP
        EXECUTE format('CREATE POLICY unhidden ON cta.%1$I FOR SELECT TO ${queryRole}
            USING (EXISTS (SELECT FROM cta.observation_block AS b WHERE b.ob_id = %1$I.ob_id))', part);
    END LOOP;
    FOREACH part IN ARRAY ARRAY[
        'data_product_secure', 'data_file', 'proposal', 'proposal_member', 'proposal_requirement',
        'observing_constraint', 'proposal_target', 'target', 'target_alias', 'scheduling_block', 'observation_block',
        'time_interval', 'ambient_conditions', 'acquisition', 'collection'] LOOP
        EXECUTE format('ALTER TABLE cta.%I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format('CREATE POLICY ingest ON cta.%I FOR ALL TO ${ingestRole} USING (true) WITH CHECK (true)', part);
    END LOOP;
END $$;

GRANT SELECT ON ALL TABLES IN SCHEMA cta TO ${queryRole};
-- These would betray secure products.
REVOKE ALL ON cta.product_key, cta.ingested_file, cta.staging FROM ${queryRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA cta TO ${ingestRole};
GRANT USAGE ON ALL SEQUENCES IN SCHEMA cta TO ${ingestRole};
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA cta FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA cta TO ${ingestRole};
