-- Addresses of links carry identifiers as a query may: what is more than letters, digits and . _ ~ : / ? - is quoted.
-- The identifiers that ingest makes have no more, and keep the addresses that they had.
CREATE FUNCTION access.quoted(id text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    SELECT string_agg(
        CASE WHEN get_byte(b.bytes, n) < 128 AND chr(get_byte(b.bytes, n)) ~ '[A-Za-z0-9._~:/?-]'
            THEN chr(get_byte(b.bytes, n)) ELSE '%' || upper(encode(substr(b.bytes, n + 1, 1), 'hex')) END,
        '' ORDER BY n)
    FROM (SELECT convert_to(id, 'UTF8')) AS b (bytes) CROSS JOIN LATERAL generate_series(0, length(b.bytes) - 1) AS n);
COMMENT ON FUNCTION access.quoted(text) IS 'text as it may stand in the query of an address (RFC 3986)';
REVOKE ALL ON FUNCTION access.quoted(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.quoted(text) TO ${queryRole}, ${ingestRole}, ${serviceRole};

CREATE OR REPLACE FUNCTION access.publish(base text, types text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $publish$
DECLARE
    links text := base || '/datalink/links?ID=';
    product_type text := CASE types WHEN 'core11' THEN 'dataproduct_type' WHEN 'hea' THEN 'hea_product_type' END;
BEGIN
    IF base !~ '^https?://[^[:space:]]*[^/[:space:]]$' THEN
        RAISE invalid_parameter_value USING MESSAGE = 'not the base address of a service: ' || base;
    END IF;
    IF product_type IS NULL THEN
        RAISE invalid_parameter_value USING MESSAGE = 'product types are core11 or hea, not ' || types;
    END IF;
    -- Nodes that start at once take turns; all but the first find nothing to do.
    PERFORM pg_advisory_xact_lock(hashtext('access.publish'));
    IF EXISTS (SELECT FROM access.publication AS p WHERE p.base_url = base AND p.product_types = types) THEN
        RETURN;
    END IF;
    EXECUTE format($view$
        CREATE OR REPLACE VIEW ivoa.obscore WITH (security_invoker = true) AS
        SELECT
            p.%2$I AS dataproduct_type, p.calib_level, p.obs_collection, p.obs_id, p.obs_publisher_did,
            coalesce(p.access_url, %1$L || CASE WHEN p.obs_publisher_did ~ '[^A-Za-z0-9._~:/?-]'
                THEN access.quoted(p.obs_publisher_did) ELSE p.obs_publisher_did END) AS access_url, p.access_format,
            p.access_estsize, p.target_name, p.s_ra, p.s_dec, p.s_fov, p.s_region, p.s_resolution, p.s_xel1,
            p.s_xel2, p.t_min, p.t_max, p.t_exptime, p.t_resolution, p.t_xel, p.em_min, p.em_max,
            p.em_res_power, p.em_xel, p.o_ucd, p.pol_states, p.pol_xel, p.facility_name, p.instrument_name,
            p.dataproduct_subtype, p.target_class, p.obs_creation_date, p.obs_creator_name,
            p.obs_creator_did, p.obs_title, p.publisher_id, p.bib_reference, p.data_rights,
            p.obs_release_date, p.s_ucd, p.s_unit, p.s_resolution_min, p.s_resolution_max, p.s_pixel_scale,
            p.s_calib_status, p.s_stat_error, p.t_calib_status, p.t_stat_error, p.em_ucd, p.em_unit,
            p.em_calib_status, p.em_res_power_min, p.em_res_power_max, p.em_resolution, p.em_stat_error,
            p.o_unit, p.o_calib_status, p.o_stat_error, p.proposal_id
        FROM cta.data_product AS p
        UNION ALL
        SELECT
            p.%2$I AS dataproduct_type, p.calib_level, p.obs_collection, p.obs_id, p.obs_publisher_did,
            coalesce(p.access_url, %1$L || CASE WHEN p.obs_publisher_did ~ '[^A-Za-z0-9._~:/?-]'
                THEN access.quoted(p.obs_publisher_did) ELSE p.obs_publisher_did END) AS access_url, p.access_format,
            p.access_estsize, p.target_name, p.s_ra, p.s_dec, p.s_fov, p.s_region, p.s_resolution, p.s_xel1,
            p.s_xel2, p.t_min, p.t_max, p.t_exptime, p.t_resolution, p.t_xel, p.em_min, p.em_max,
            p.em_res_power, p.em_xel, p.o_ucd, p.pol_states, p.pol_xel, p.facility_name, p.instrument_name,
            p.dataproduct_subtype, p.target_class, p.obs_creation_date, p.obs_creator_name,
            p.obs_creator_did, p.obs_title, p.publisher_id, p.bib_reference, p.data_rights,
            p.obs_release_date, p.s_ucd, p.s_unit, p.s_resolution_min, p.s_resolution_max, p.s_pixel_scale,
            p.s_calib_status, p.s_stat_error, p.t_calib_status, p.t_stat_error, p.em_ucd, p.em_unit,
            p.em_calib_status, p.em_res_power_min, p.em_res_power_max, p.em_resolution, p.em_stat_error,
            p.o_unit, p.o_calib_status, p.o_stat_error, p.proposal_id
        FROM cta.data_product_secure AS p
    $view$, links, product_type);
    EXECUTE format($view$
        CREATE OR REPLACE VIEW ivoa.obscore_hea WITH (security_invoker = true) AS
        SELECT
            p.obs_publisher_did, p.ev_xel, p.s_ref_energy, p.em_ref_energy, p.s_ref_oaa, p.em_ref_oaa,
            p.t_intervals, p.energy_min, p.energy_max, p.obs_mode, p.tracking_mode, p.scan_mode,
            p.pointing_mode, p.analysis_mode, p.event_type, p.messenger_name, p.messenger_pdgid
        FROM cta.data_product AS p
        UNION ALL
        SELECT
            p.obs_publisher_did, p.ev_xel, p.s_ref_energy, p.em_ref_energy, p.s_ref_oaa, p.em_ref_oaa,
            p.t_intervals, p.energy_min, p.energy_max, p.obs_mode, p.tracking_mode, p.scan_mode,
            p.pointing_mode, p.analysis_mode, p.event_type, p.messenger_name, p.messenger_pdgid
        FROM cta.data_product_secure AS p
    $view$, links, product_type);
    EXECUTE format($view$
        CREATE OR REPLACE VIEW cta.vo_obscore WITH (security_invoker = true) AS
        SELECT
            p.obs_publisher_did, p.%2$I AS dataproduct_type, p.calib_level, p.obs_collection, p.obs_id,
            coalesce(p.access_url, %1$L || CASE WHEN p.obs_publisher_did ~ '[^A-Za-z0-9._~:/?-]'
                THEN access.quoted(p.obs_publisher_did) ELSE p.obs_publisher_did END) AS access_url, p.access_format,
            p.access_estsize, p.s_ra, p.s_dec, p.s_fov, p.s_region, p.s_resolution, p.s_xel1, p.s_xel2,
            p.s_ucd, p.s_unit, p.s_resolution_min, p.s_resolution_max, p.s_pixel_scale, p.s_calib_status,
            p.s_stat_error, p.t_min, p.t_max, p.t_exptime, p.t_resolution, p.t_xel, p.t_calib_status,
            p.t_stat_error, p.em_min, p.em_max, p.em_res_power, p.em_xel, p.em_ucd, p.em_unit,
            p.em_calib_status, p.em_res_power_min, p.em_res_power_max, p.em_resolution, p.em_stat_error,
            p.o_ucd, p.o_unit, p.o_calib_status, p.o_stat_error, p.pol_states, p.pol_xel, p.facility_name,
            p.instrument_name, p.dataproduct_subtype, p.obs_creation_date, p.obs_creator_name,
            p.obs_creator_did, p.obs_title, p.publisher_id, p.bib_reference, p.data_rights,
            p.obs_release_date, p.ev_xel, p.s_ref_energy, p.em_ref_energy, p.s_ref_oaa, p.em_ref_oaa,
            p.t_intervals, p.energy_min, p.energy_max, p.obs_mode, p.tracking_mode, p.scan_mode,
            p.pointing_mode, p.analysis_mode, p.event_type, p.messenger_name, p.messenger_pdgid,
            p.data_level, p.level_scheme, p.obs_type, p.run_id, p.zen_pnt, p.data_quality, p.fits_obs_mode,
            p.pipeline_name, p.pipeline_version, p.calib_version, p.reco_version, p.reco_method,
            p.applied_cuts, p.spectral_model, p.target_name, p.target_class, p.proposal_id, p.site,
            p.sub_array_name, p.sb_id, p.ob_id
        FROM cta.data_product AS p
        UNION ALL
        SELECT
            p.obs_publisher_did, p.%2$I AS dataproduct_type, p.calib_level, p.obs_collection, p.obs_id,
            coalesce(p.access_url, %1$L || CASE WHEN p.obs_publisher_did ~ '[^A-Za-z0-9._~:/?-]'
                THEN access.quoted(p.obs_publisher_did) ELSE p.obs_publisher_did END) AS access_url, p.access_format,
            p.access_estsize, p.s_ra, p.s_dec, p.s_fov, p.s_region, p.s_resolution, p.s_xel1, p.s_xel2,
            p.s_ucd, p.s_unit, p.s_resolution_min, p.s_resolution_max, p.s_pixel_scale, p.s_calib_status,
            p.s_stat_error, p.t_min, p.t_max, p.t_exptime, p.t_resolution, p.t_xel, p.t_calib_status,
            p.t_stat_error, p.em_min, p.em_max, p.em_res_power, p.em_xel, p.em_ucd, p.em_unit,
            p.em_calib_status, p.em_res_power_min, p.em_res_power_max, p.em_resolution, p.em_stat_error,
            p.o_ucd, p.o_unit, p.o_calib_status, p.o_stat_error, p.pol_states, p.pol_xel, p.facility_name,
            p.instrument_name, p.dataproduct_subtype, p.obs_creation_date, p.obs_creator_name,
            p.obs_creator_did, p.obs_title, p.publisher_id, p.bib_reference, p.data_rights,
            p.obs_release_date, p.ev_xel, p.s_ref_energy, p.em_ref_energy, p.s_ref_oaa, p.em_ref_oaa,
            p.t_intervals, p.energy_min, p.energy_max, p.obs_mode, p.tracking_mode, p.scan_mode,
            p.pointing_mode, p.analysis_mode, p.event_type, p.messenger_name, p.messenger_pdgid,
            p.data_level, p.level_scheme, p.obs_type, p.run_id, p.zen_pnt, p.data_quality, p.fits_obs_mode,
            p.pipeline_name, p.pipeline_version, p.calib_version, p.reco_version, p.reco_method,
            p.applied_cuts, p.spectral_model, p.target_name, p.target_class, p.proposal_id, p.site,
            p.sub_array_name, p.sb_id, p.ob_id
        FROM cta.data_product_secure AS p
    $view$, links, product_type);

    INSERT INTO access.publication (base_url, product_types) VALUES (base, types)
    ON CONFLICT (only_row) DO UPDATE SET base_url = excluded.base_url, product_types = excluded.product_types;
END $publish$;

-- The views as they are published, written anew.
DO $$
DECLARE
    now access.publication;
BEGIN
    DELETE FROM access.publication RETURNING * INTO now;
    PERFORM access.publish(now.base_url, now.product_types);
END $$;
