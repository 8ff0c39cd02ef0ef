-- A product that becomes secure, or open again, takes its provenance with it, whoever changes its rights.

-- The product, the activities that made nothing else, and what informed them of nothing else.
CREATE FUNCTION provenance.belongings(product text) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH RECURSIVE made(id) AS (
        SELECT g.activity_id FROM provenance.wasgeneratedby g WHERE g.entity_id = product
            AND NOT EXISTS (
                SELECT FROM provenance.wasgeneratedby other
                WHERE other.activity_id = g.activity_id AND other.entity_id <> product)
        UNION
        SELECT i.informant_id FROM made m JOIN provenance.wasinformedby i ON i.informed_id = m.id
        WHERE NOT EXISTS (
                SELECT FROM provenance.wasinformedby other
                WHERE other.informant_id = i.informant_id AND other.informed_id <> m.id)
            AND NOT EXISTS (
                SELECT FROM provenance.wasgeneratedby g
                WHERE g.activity_id = i.informant_id AND g.entity_id <> product)
    )
    SELECT array_append(array_agg(m.id), product) FROM made m
$$;

CREATE FUNCTION provenance.product_secured() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM provenance.restrict_access(provenance.belongings(n.obs_publisher_did), n.access_groups)
    FROM fresh n JOIN provenance.entity e ON e.id = n.obs_publisher_did
    WHERE e.access_groups IS DISTINCT FROM n.access_groups;
    RETURN NULL;
END $$;

CREATE FUNCTION provenance.product_opened() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM provenance.restrict_access(provenance.belongings(n.obs_publisher_did), NULL)
    FROM fresh n JOIN provenance.entity e ON e.id = n.obs_publisher_did
    WHERE e.access_groups IS NOT NULL;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION provenance.belongings(text), provenance.product_secured(), provenance.product_opened()
    FROM PUBLIC;

DO $$
BEGIN
    -- Provenance may also stand alone, without an archive of products.
    IF to_regclass('cta.data_product_secure') IS NOT NULL THEN
        CREATE TRIGGER provenance_insert AFTER INSERT ON cta.data_product_secure REFERENCING NEW TABLE AS fresh
            FOR EACH STATEMENT EXECUTE FUNCTION provenance.product_secured();
        CREATE TRIGGER provenance_update AFTER UPDATE ON cta.data_product_secure REFERENCING NEW TABLE AS fresh
            FOR EACH STATEMENT EXECUTE FUNCTION provenance.product_secured();
        CREATE TRIGGER provenance_insert AFTER INSERT ON cta.data_product REFERENCING NEW TABLE AS fresh
            FOR EACH STATEMENT EXECUTE FUNCTION provenance.product_opened();
    END IF;
END $$;
