-- The views. Their base address and the words for product types are constants in them, so that they stay flat and cost
-- nothing; access.publish writes them anew when the service starts with other settings.
CREATE TABLE access.publication (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    base_url text NOT NULL,
    product_types text NOT NULL CHECK (product_types IN ('core11', 'hea'))
);
GRANT SELECT ON access.publication TO ${queryRole}, ${ingestRole}, ${serviceRole};

CREATE FUNCTION access.publish(base text, types text) RETURNS void
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
            coalesce(p.access_url, %1$L || p.obs_publisher_did) AS access_url, p.access_format,
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
            coalesce(p.access_url, %1$L || p.obs_publisher_did) AS access_url, p.access_format,
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
            coalesce(p.access_url, %1$L || p.obs_publisher_did) AS access_url, p.access_format,
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
            coalesce(p.access_url, %1$L || p.obs_publisher_did) AS access_url, p.access_format,
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
REVOKE ALL ON FUNCTION access.publish(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.publish(text, text) TO ${serviceRole};

SELECT access.publish('http://localhost:8080/cta', 'core11');
GRANT SELECT ON ivoa.obscore, ivoa.obscore_hea, cta.vo_obscore TO ${queryRole}, ${ingestRole};

-- The plan and what became of it (ObsLocTAP 1.0): a row for each run, else for each observation block, else for each
-- scheduling block.
CREATE VIEW ivoa.obsplan WITH (security_invoker = true) AS
SELECT
    s.t_planning, s.target_name, coalesce(a.run_id::text, 'ob-' || b.ob_id, 'sb-' || s.sb_id) AS obs_id,
    a.obs_collection, o.s_ra, o.s_dec, c.field_of_view AS s_fov,
    CASE WHEN o.s_ra IS NOT NULL AND o.s_dec IS NOT NULL AND c.field_of_view IS NOT NULL
        THEN ARRAY[o.s_ra, o.s_dec, c.field_of_view / 2] END AS s_region,
    NULL::float8 AS s_resolution, o.t_min, o.t_max,
    coalesce(a.livetime, CASE WHEN b.status IN ('Scheduled', 'Performed') THEN (o.t_max - o.t_min) * 86400 END)
        AS t_exptime,
    NULL::float8 AS t_resolution,
    1.239841984332e-6 / c.energy_max AS em_min, 1.239841984332e-6 / c.energy_min AS em_max,
    NULL::float8 AS em_res_power, NULL::text AS o_ucd, NULL::text AS pol_states, NULL::bigint AS pol_xel,
    i.facility AS facility_name, i.instrument_name, b.planned_duration AS t_plan_exptime, s.category, s.priority,
    coalesce(b.status, CASE WHEN s.status IN ('Scheduled', 'Performed') THEN 'Planned' ELSE s.status END)
        AS execution_status,
    CASE c.tracking_mode
        WHEN 'fixed-az-el-transit' THEN 'Fixed-az-el-transit'
        WHEN 'solar-system-object-tracking' THEN 'Solar-system-object-tracking'
        ELSE 'Sidereal' END AS tracking_type,
    s.proposal_id, s.sb_id, b.ob_id
FROM cta.scheduling_block AS s
JOIN cta.site AS i ON i.name = s.site_name
LEFT JOIN cta.target AS t ON t.name = s.target_name
LEFT JOIN cta.observation_block AS b ON b.sb_id = s.sb_id
LEFT JOIN cta.obs_config AS c ON c.obs_config_id = b.obs_config_id
LEFT JOIN cta.acquisition AS a ON a.ob_id = b.ob_id
CROSS JOIN LATERAL (
    SELECT
        coalesce(c.pointing_ra, t.ra) AS s_ra, coalesce(c.pointing_dec, t.dec) AS s_dec,
        coalesce(a.t_start, b.actual_start, b.planned_start) AS t_min,
        coalesce(a.t_stop, b.actual_stop, b.planned_start + b.planned_duration / 86400) AS t_max
) AS o;
GRANT SELECT ON ivoa.obsplan TO ${queryRole}, ${ingestRole};
