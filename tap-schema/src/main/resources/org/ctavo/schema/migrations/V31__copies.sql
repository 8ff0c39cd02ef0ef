-- Products take their copies of metadata on the way in, not by an update afterwards: that wrote every row, and all of its
-- many index entries, twice.
DROP TRIGGER propagate_insert ON cta.data_product;
DROP TRIGGER propagate_update ON cta.data_product;
DROP TRIGGER propagate_insert ON cta.data_product_secure;
DROP TRIGGER propagate_update ON cta.data_product_secure;
DROP FUNCTION cta.propagate_new();

-- For one row what cta.propagation does for many; they go together.
CREATE FUNCTION cta.copy_metadata() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    SELECT
        coalesce(a.ob_id, NEW.ob_id), coalesce(b.sb_id, NEW.sb_id),
        coalesce(a.proposal_id, s.proposal_id, k.proposal_id, NEW.proposal_id),
        coalesce(t.target_class, NEW.target_class), coalesce(r.site_name, s.site_name, NEW.site),
        coalesce(r.name, NEW.sub_array_name), coalesce(c.obs_type, NEW.obs_type), coalesce(c.obs_mode, NEW.obs_mode),
        coalesce(c.pointing_mode, NEW.pointing_mode), coalesce(c.tracking_mode, NEW.tracking_mode),
        coalesce(c.scan_mode, NEW.scan_mode), coalesce(a.quality, NEW.data_quality), coalesce(a.zenith, NEW.zen_pnt),
        coalesce(x.pipeline_name, NEW.pipeline_name), coalesce(x.pipeline_version, NEW.pipeline_version),
        coalesce(x.calib_version, NEW.calib_version), coalesce(x.reco_version, NEW.reco_version),
        coalesce(x.reco_method, NEW.reco_method), coalesce(x.applied_cuts, NEW.applied_cuts),
        coalesce(x.spectral_model, NEW.spectral_model)
    INTO
        NEW.ob_id, NEW.sb_id, NEW.proposal_id, NEW.target_class, NEW.site, NEW.sub_array_name, NEW.obs_type,
        NEW.obs_mode, NEW.pointing_mode, NEW.tracking_mode, NEW.scan_mode, NEW.data_quality, NEW.zen_pnt,
        NEW.pipeline_name, NEW.pipeline_version, NEW.calib_version, NEW.reco_version, NEW.reco_method,
        NEW.applied_cuts, NEW.spectral_model
    FROM (SELECT) AS product
    LEFT JOIN cta.collection AS k ON k.name = NEW.obs_collection
    LEFT JOIN cta.acquisition AS a ON a.obs_collection = NEW.obs_collection AND a.run_id = NEW.run_id
    LEFT JOIN cta.observation_block AS b ON b.ob_id = coalesce(a.ob_id, NEW.ob_id)
    LEFT JOIN cta.scheduling_block AS s ON s.sb_id = coalesce(b.sb_id, NEW.sb_id)
    LEFT JOIN cta.obs_config AS c ON c.obs_config_id = coalesce(a.obs_config_id, b.obs_config_id, k.obs_config_id)
    LEFT JOIN cta.sub_array AS r ON r.name = coalesce(c.sub_array_name, NEW.sub_array_name)
    LEFT JOIN cta.target AS t ON t.name = coalesce(
        a.target_name, s.target_name, (SELECT n.name FROM cta.target AS n WHERE n.name = NEW.target_name),
        (SELECT min(l.target_name) FROM cta.target_alias AS l WHERE l.alias = NEW.target_name))
    LEFT JOIN cta.processing AS x ON x.processing_id = k.processing_id;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION cta.copy_metadata() FROM PUBLIC;

CREATE TRIGGER copy_metadata BEFORE INSERT OR UPDATE ON cta.data_product
    FOR EACH ROW EXECUTE FUNCTION cta.copy_metadata();
CREATE TRIGGER copy_metadata BEFORE INSERT OR UPDATE ON cta.data_product_secure
    FOR EACH ROW EXECUTE FUNCTION cta.copy_metadata();
