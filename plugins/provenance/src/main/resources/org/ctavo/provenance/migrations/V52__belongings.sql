-- With a product that becomes secure goes all that led to it and to nothing that anyone sees: not only what wrote it, but
-- the data it was made of, and the observation of these, which tells when and where.

-- The product, and the activities and entities from which every way forward leads to it or to hidden things. Other
-- products have rights of their own.
CREATE OR REPLACE FUNCTION provenance.belongings(product text) RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    entities text[] := ARRAY[product];
    activities text[] := '{}';
    more_activities text[];
    more_entities text[];
BEGIN
    LOOP
        SELECT coalesce(array_agg(c.id), '{}') INTO more_activities
        FROM (
            SELECT g.activity_id AS id FROM provenance.wasgeneratedby g WHERE g.entity_id = ANY (entities)
            UNION
            SELECT i.informant_id FROM provenance.wasinformedby i WHERE i.informed_id = ANY (activities)) c
        WHERE c.id <> ALL (activities)
            AND NOT EXISTS (
                SELECT FROM provenance.wasgeneratedby g JOIN provenance.entity e ON e.id = g.entity_id
                WHERE g.activity_id = c.id AND g.entity_id <> ALL (entities) AND e.access_groups IS NULL)
            AND NOT EXISTS (
                SELECT FROM provenance.wasinformedby i JOIN provenance.activity a ON a.id = i.informed_id
                WHERE i.informant_id = c.id AND i.informed_id <> ALL (activities) AND a.access_groups IS NULL);
        activities := activities || more_activities;
        SELECT coalesce(array_agg(c.id), '{}') INTO more_entities
        FROM (
            SELECT u.entity_id AS id FROM provenance.used u WHERE u.activity_id = ANY (activities)
            UNION
            SELECT d.usedentity_id FROM provenance.wasderivedfrom d WHERE d.generatedentity_id = ANY (entities)) c
        WHERE c.id <> ALL (entities)
            AND NOT EXISTS (
                SELECT FROM provenance.used u JOIN provenance.activity a ON a.id = u.activity_id
                WHERE u.entity_id = c.id AND u.activity_id <> ALL (activities) AND a.access_groups IS NULL)
            AND NOT EXISTS (
                SELECT FROM provenance.wasderivedfrom d JOIN provenance.entity e ON e.id = d.generatedentity_id
                WHERE d.usedentity_id = c.id AND d.generatedentity_id <> ALL (entities) AND e.access_groups IS NULL);
        -- Provenance may also stand alone, without an archive of products.
        IF cardinality(more_entities) > 0 AND to_regclass('cta.data_product_secure') IS NOT NULL THEN
            SELECT coalesce(array_agg(m.id), '{}') INTO more_entities FROM unnest(more_entities) AS m (id)
            WHERE NOT EXISTS (SELECT FROM cta.data_product p WHERE p.obs_publisher_did = m.id)
                AND NOT EXISTS (SELECT FROM cta.data_product_secure p WHERE p.obs_publisher_did = m.id);
        END IF;
        entities := entities || more_entities;
        EXIT WHEN cardinality(more_activities) = 0 AND cardinality(more_entities) = 0;
    END LOOP;
    RETURN entities || activities;
END $$;

-- What belongs to a product has its rights, unless it was given others.
CREATE FUNCTION provenance.follow_rights(product text, before text[], after text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    mine text[] := provenance.belongings(product);
BEGIN
    PERFORM provenance.restrict_access(array_agg(t.id), after)
    FROM (
        SELECT e.id, e.access_groups FROM provenance.entity e WHERE e.id = ANY (mine)
        UNION ALL
        SELECT a.id, a.access_groups FROM provenance.activity a WHERE a.id = ANY (mine)) t
    WHERE t.access_groups IS NOT DISTINCT FROM before;
END $$;

CREATE OR REPLACE FUNCTION provenance.product_secured() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM provenance.follow_rights(n.obs_publisher_did, e.access_groups, n.access_groups)
    FROM fresh n JOIN provenance.entity e ON e.id = n.obs_publisher_did
    WHERE e.access_groups IS DISTINCT FROM n.access_groups;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION provenance.product_opened() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM provenance.follow_rights(n.obs_publisher_did, e.access_groups, NULL)
    FROM fresh n JOIN provenance.entity e ON e.id = n.obs_publisher_did
    WHERE e.access_groups IS NOT NULL;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION provenance.belongings(text), provenance.follow_rights(text, text[], text[]),
    provenance.product_secured(), provenance.product_opened() FROM PUBLIC;
