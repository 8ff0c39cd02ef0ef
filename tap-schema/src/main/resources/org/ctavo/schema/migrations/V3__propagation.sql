-- Data products carry copies of what the model's tables say of their run, their target and their processing, so that
-- searches need no joins. Copies are made whenever products are written, and when the tables have been loaded anew.
CREATE FUNCTION cta.propagation(product text, scope text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN format($sql$
    UPDATE cta.%1$I AS p SET
        ob_id = m.ob_id, sb_id = m.sb_id, proposal_id = m.proposal_id, target_class = m.target_class, site = m.site,
        sub_array_name = m.sub_array_name, obs_type = m.obs_type, obs_mode = m.obs_mode,
        pointing_mode = m.pointing_mode, tracking_mode = m.tracking_mode, scan_mode = m.scan_mode,
        data_quality = m.data_quality, zen_pnt = m.zen_pnt, pipeline_name = m.pipeline_name,
        pipeline_version = m.pipeline_version, calib_version = m.calib_version, reco_version = m.reco_version,
        reco_method = m.reco_method, applied_cuts = m.applied_cuts, spectral_model = m.spectral_model
    FROM (
        SELECT
            q.obs_publisher_did, coalesce(a.ob_id, q.ob_id) AS ob_id, coalesce(b.sb_id, q.sb_id) AS sb_id,
            coalesce(a.proposal_id, s.proposal_id, k.proposal_id, q.proposal_id) AS proposal_id,
            coalesce(t.target_class, q.target_class) AS target_class,
            coalesce(r.site_name, s.site_name, q.site) AS site,
            coalesce(r.name, q.sub_array_name) AS sub_array_name,
            coalesce(c.obs_type, q.obs_type) AS obs_type, coalesce(c.obs_mode, q.obs_mode) AS obs_mode,
            coalesce(c.pointing_mode, q.pointing_mode) AS pointing_mode,
            coalesce(c.tracking_mode, q.tracking_mode) AS tracking_mode,
            coalesce(c.scan_mode, q.scan_mode) AS scan_mode,
            coalesce(a.quality, q.data_quality) AS data_quality, coalesce(a.zenith, q.zen_pnt) AS zen_pnt,
            coalesce(x.pipeline_name, q.pipeline_name) AS pipeline_name,
            coalesce(x.pipeline_version, q.pipeline_version) AS pipeline_version,
            coalesce(x.calib_version, q.calib_version) AS calib_version,
            coalesce(x.reco_version, q.reco_version) AS reco_version,
            coalesce(x.reco_method, q.reco_method) AS reco_method,
            coalesce(x.applied_cuts, q.applied_cuts) AS applied_cuts,
            coalesce(x.spectral_model, q.spectral_model) AS spectral_model
        FROM cta.%1$I AS q
        LEFT JOIN cta.collection AS k ON k.name = q.obs_collection
        LEFT JOIN cta.acquisition AS a ON a.obs_collection = q.obs_collection AND a.run_id = q.run_id
        LEFT JOIN cta.observation_block AS b ON b.ob_id = coalesce(a.ob_id, q.ob_id)
        LEFT JOIN cta.scheduling_block AS s ON s.sb_id = coalesce(b.sb_id, q.sb_id)
        LEFT JOIN cta.obs_config AS c ON c.obs_config_id = coalesce(a.obs_config_id, b.obs_config_id, k.obs_config_id)
        LEFT JOIN cta.sub_array AS r ON r.name = coalesce(c.sub_array_name, q.sub_array_name)
        LEFT JOIN cta.target AS t ON t.name = coalesce(
            a.target_name, s.target_name, (SELECT n.name FROM cta.target AS n WHERE n.name = q.target_name),
            (SELECT min(l.target_name) FROM cta.target_alias AS l WHERE l.alias = q.target_name))
        LEFT JOIN cta.processing AS x ON x.processing_id = k.processing_id
        WHERE %2$s
    ) AS m
    WHERE p.obs_publisher_did = m.obs_publisher_did
        AND (p.ob_id, p.sb_id, p.proposal_id, p.target_class, p.site, p.sub_array_name, p.obs_type, p.obs_mode,
            p.pointing_mode, p.tracking_mode, p.scan_mode, p.data_quality, p.zen_pnt, p.pipeline_name,
            p.pipeline_version, p.calib_version, p.reco_version, p.reco_method, p.applied_cuts, p.spectral_model)
        IS DISTINCT FROM
            (m.ob_id, m.sb_id, m.proposal_id, m.target_class, m.site, m.sub_array_name, m.obs_type, m.obs_mode,
            m.pointing_mode, m.tracking_mode, m.scan_mode, m.data_quality, m.zen_pnt, m.pipeline_name,
            m.pipeline_version, m.calib_version, m.reco_version, m.reco_method, m.applied_cuts, m.spectral_model)
$sql$, product, scope);

-- Brings every product up to date; gives the number of products changed.
CREATE FUNCTION cta.propagate() RETURNS bigint LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    changed bigint;
    total bigint := 0;
    product text;
BEGIN
    FOREACH product IN ARRAY ARRAY['data_product', 'data_product_secure'] LOOP
        EXECUTE cta.propagation(product, 'true');
        GET DIAGNOSTICS changed = ROW_COUNT;
        total := total + changed;
    END LOOP;
    RETURN total;
END $$;

CREATE FUNCTION cta.propagate_new() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    -- The update below comes back here.
    IF pg_trigger_depth() = 1
        AND (EXISTS (SELECT FROM cta.acquisition) OR EXISTS (SELECT FROM cta.target)
            OR EXISTS (SELECT FROM cta.collection) OR EXISTS (SELECT FROM cta.sub_array)) THEN
        EXECUTE cta.propagation(
            TG_TABLE_NAME::text, 'q.obs_publisher_did IN (SELECT n.obs_publisher_did FROM new_rows AS n)');
    END IF;
    RETURN NULL;
END $$;
DO $$
DECLARE
    product text;
BEGIN
    FOREACH product IN ARRAY ARRAY['data_product', 'data_product_secure'] LOOP
        EXECUTE format('CREATE TRIGGER propagate_insert AFTER INSERT ON cta.%I REFERENCING NEW TABLE AS new_rows
            FOR EACH STATEMENT EXECUTE FUNCTION cta.propagate_new()', product);
        EXECUTE format('CREATE TRIGGER propagate_update AFTER UPDATE ON cta.%I REFERENCING NEW TABLE AS new_rows
            FOR EACH STATEMENT EXECUTE FUNCTION cta.propagate_new()', product);
    END LOOP;
END $$;
