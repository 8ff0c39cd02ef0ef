-- Ten products of each run from ${first} to before ${last}, into ${table}. A scheduling block in a hundred is secure.
INSERT INTO cta.${table} (obs_publisher_did, dataproduct_type, hea_product_type, calib_level, obs_collection, obs_id,
    access_estsize, s_ra, s_dec, s_fov, s_region, s_resolution, s_ucd, s_unit, t_min, t_max, t_exptime, em_min, em_max,
    em_res_power, em_ucd, em_unit, o_ucd, facility_name, instrument_name, dataproduct_subtype, obs_creation_date,
    obs_title, publisher_id, data_rights, obs_release_date, ev_xel, energy_min, energy_max, obs_mode, tracking_mode,
    scan_mode, pointing_mode, messenger_name, data_level, level_scheme, obs_type, run_id, zen_pnt, data_quality,
    pipeline_name, pipeline_version, calib_version, reco_version, reco_method, applied_cuts, access_groups, target_name,
    target_class, proposal_id, site, sub_array_name, sb_id, ob_id)
WITH run AS MATERIALIZED (
    SELECT a.run_id, a.obs_collection, a.t_start, a.t_stop, a.livetime, a.zenith, a.quality, b.ob_id, s.sb_id,
        s.proposal_id, s.target_name, t.target_class, c.obs_mode, c.tracking_mode, c.scan_mode, c.pointing_mode,
        c.obs_type, c.sub_array_name, c.field_of_view, r.site_name,
        -- The sub-array says how far energies reach.
        CASE WHEN c.sub_array_name LIKE '%SST' THEN 80 WHEN c.sub_array_name LIKE '%LST' THEN 3 ELSE 20 END
            * 1e12 * (1 + 3 * pg_temp.u(a.run_id, 20) ^ 4) AS energy_max,
        CASE WHEN c.sub_array_name LIKE '%SST' THEN 1e12 WHEN c.sub_array_name LIKE '%LST' THEN 2e10 ELSE 1e11 END
            * (1 + pg_temp.u(a.run_id, 21)) AS energy_min,
        CASE WHEN t.ra IS NOT NULL THEN ARRAY[t.ra, t.dec]
            WHEN t.name LIKE 'Gal%' THEN sphere.transform(
                ARRAY[360 * pg_temp.u(a.run_id, 22), 6 * (pg_temp.u(a.run_id, 23) - 0.5)], 'GALACTIC', 'ICRS')
            ELSE ARRAY[360 * pg_temp.u(a.run_id, 22), asind(1.99 * pg_temp.u(a.run_id, 23) - 0.995)] END AS centre,
        CASE WHEN c.obs_mode = 'wobble' THEN 0.7 ELSE 0 END AS wobble
    FROM cta.acquisition AS a
    JOIN cta.observation_block AS b USING (ob_id)
    JOIN cta.scheduling_block AS s USING (sb_id)
    JOIN cta.obs_config AS c ON c.obs_config_id = b.obs_config_id
    JOIN cta.sub_array AS r ON r.name = c.sub_array_name
    JOIN cta.target AS t ON t.name = s.target_name
    WHERE a.run_id >= ${first} AND a.run_id < ${last} AND (pg_temp.u(s.sb_id, 30) < 0.01) = ${secure}
), pointed AS MATERIALIZED (
    -- Wobble goes round in four steps.
    SELECT *, centre[2] + CASE run_id % 4 WHEN 1 THEN wobble WHEN 3 THEN -wobble ELSE 0 END AS dec,
        centre[1] + CASE run_id % 4 WHEN 0 THEN wobble WHEN 2 THEN -wobble ELSE 0 END / cosd(centre[2]) AS east
    FROM run
)
SELECT 'ivo://bench.ctao/archive?' || r.run_id || '-' || k.number, k.type, k.hea_type, k.calib, r.obs_collection,
    r.run_id::text, (k.size * (0.5 + pg_temp.u(r.run_id, k.number)))::int, p.ra, r.dec, r.field_of_view,
    CASE k.type
        WHEN 'image' THEN ARRAY[p.ra - p.w, r.dec - 2, p.ra + p.w, r.dec - 2, p.ra + p.w, r.dec + 2, p.ra - p.w, r.dec + 2]
        ELSE ARRAY[p.ra, r.dec, r.field_of_view / 2] END,
    0.1, 'pos.eq', 'deg', r.t_start, r.t_stop, r.livetime, 1.239841984332e-6 / r.energy_max,
    1.239841984332e-6 / r.energy_min, 5, 'em.wl', 'm', 'phys.count', 'CTAO', r.obs_collection, k.subtype,
    timestamp '1858-11-17' + (r.t_stop + 20) * interval '1 day', r.target_name || ', run ' || r.run_id,
    'ivo://bench.ctao', q.rights, q.release, CASE k.type WHEN 'event' THEN (1e4 * k.size)::bigint END, r.energy_min,
    r.energy_max, r.obs_mode, r.tracking_mode, r.scan_mode, r.pointing_mode, 'photon', k.level, 'CTAO', r.obs_type,
    r.run_id, r.zenith, r.quality, 'ctapipe', v.version, 'c' || v.version, 'r' || v.version, k.reco, k.cuts,
    CASE q.rights WHEN 'secure' THEN ARRAY[r.proposal_id, 'calibration'] ELSE '{}' END, r.target_name, r.target_class,
    r.proposal_id, r.site_name, r.sub_array_name, r.sb_id, r.ob_id
FROM pointed AS r
CROSS JOIN LATERAL (SELECT r.east - 360 * floor(r.east / 360), 2 / cosd(r.dec)) AS p (ra, w)
CROSS JOIN (VALUES
    (0, 0, 'event', NULL, 0, 'DL0', NULL, NULL, 9e6), (1, 1, 'event', NULL, 1, 'DL1', NULL, NULL, 9e5),
    (2, 2, 'event', NULL, 1, 'DL2', 'Hillas', NULL, 5e5), (3, 3, 'event', 'event-list', 2, 'DL3', 'Hillas', 'std', 3e3),
    (4, 3, 'event', 'event-list', 2, 'DL3', 'Hillas', 'loose', 9e3),
    (5, 3, 'event', 'event-list', 2, 'DL3', 'ImPACT', 'std', 3e3),
    (6, 3, 'event', 'event-list', 2, 'DL3', 'ImPACT', 'hard', 1e3),
    (7, 4, 'image', 'skymap', 3, 'DL4', 'ImPACT', 'std', 2e3),
    (8, 5, 'spectrum', 'spectrum', 4, 'DL5', 'FreePACT', 'std', 1e1),
    (9, 5, 'timeseries', 'lightcurve', 4, 'DL5', 'ImPACT', 'std', 1e1)
) AS k (number, level, type, hea_type, calib, subtype, reco, cuts, size)
-- Runs are processed in the year that they were taken, DL3 and above once more later.
CROSS JOIN LATERAL (SELECT CASE WHEN k.number <= 4 THEN 'v' || floor((r.t_start - 58849) / 365.25)::int || '.0'
    WHEN pg_temp.u(r.run_id, 31) < 0.9 THEN 'v20.0' ELSE 'v20.1' END) AS v (version)
CROSS JOIN LATERAL (SELECT
    CASE WHEN ${secure} THEN 'secure' WHEN k.level < 3 OR r.t_start > 65789 THEN 'proprietary' ELSE 'public' END,
    CASE WHEN k.level >= 3 THEN timestamp '1858-11-17' + (r.t_stop + 365) * interval '1 day' END
) AS q (rights, release);
