-- What stands behind ${runs} runs of twenty years at two sites: 16 schedules run side by side, a scheduling block is 50
-- runs, an observation block 5, each run 25 minutes or so.
INSERT INTO cta.site (name, facility, instrument_name, latitude, longitude, elevation) VALUES
    ('North', 'CTAO', 'CTAO-N', 28.76216, -17.89201, 2147), ('South', 'CTAO', 'CTAO-S', -24.68343, -70.31634, 2150);

INSERT INTO cta.telescope (telescope_id, telescope_type, site_name)
SELECT s.site || '-' || t.size || '-' || n, t.size, s.site
FROM (VALUES ('North', 'LST', 4), ('North', 'MST', 9), ('South', 'LST', 2), ('South', 'MST', 14), ('South', 'SST', 37))
    AS t (site, size, count)
JOIN (VALUES ('North'), ('South')) AS s (site) USING (site)
CROSS JOIN LATERAL generate_series(1, t.count) AS n;

INSERT INTO cta.sub_array (name, site_name) VALUES
    ('N-full', 'North'), ('N-LST', 'North'), ('N-MST', 'North'), ('S-MST-SST', 'South'), ('S-MST', 'South'),
    ('S-SST', 'South'), ('S-LST', 'South');
INSERT INTO cta.sub_array_telescope (sub_array_name, telescope_id)
SELECT s.name, t.telescope_id
FROM cta.sub_array AS s JOIN cta.telescope AS t USING (site_name)
WHERE s.name = 'N-full' OR strpos(s.name, t.telescope_type) > 0;

INSERT INTO cta.obs_config (obs_config_id, obs_type, obs_mode, pointing_mode, tracking_mode, scan_mode, field_of_view,
    sub_array_name)
SELECT s.name || ' ' || m.id, 'science', m.obs_mode, m.pointing, 'sidereal', m.scan,
    CASE WHEN s.name LIKE '%LST' THEN 4.5 WHEN s.name LIKE '%SST' THEN 8.8 ELSE 7.6 END, s.name
FROM cta.sub_array AS s CROSS JOIN (VALUES
    ('wobble', 'wobble', 'parallel', 'on-the-fly-cross-map'), ('on', 'on', 'parallel', 'on-source'),
    ('spread', 'wobble', 'divergent-5d', 'on-the-fly-cross-map'), ('scan', 'scan', 'parallel', 'raster-map'),
    ('spread-scan', 'scan', 'divergent-3d', 'raster-map')) AS m (id, obs_mode, pointing, scan);

INSERT INTO cta.target_class (name, broader)
SELECT * FROM (VALUES ('AGN', NULL), ('Blazar', 'AGN'), ('BL Lac', 'Blazar'), ('FSRQ', 'Blazar'),
    ('Radio galaxy', 'AGN'), ('SNR', NULL), ('PWN', 'SNR'), ('GRB', NULL), ('X-ray binary', NULL),
    ('Galactic centre', NULL), ('Survey field', NULL)) AS c (name, broader);

-- A thousand places: those with low numbers are observed most, those with even ones lie along the galactic plane.
INSERT INTO cta.target (name, ra, dec, target_class) VALUES
    ('Target 0', 83.6331, 22.0145, 'PWN'), ('Target 1', 329.7169, -30.2256, 'BL Lac'),
    ('Target 2', 258.3875, -39.7622, 'SNR'), ('Target 3', 166.1138, 38.2088, 'BL Lac'),
    ('Target 4', 266.4168, -29.0078, 'Galactic centre'), ('Target 5', 187.7059, 12.3911, 'Radio galaxy');
INSERT INTO cta.target (name, ra, dec, target_class)
SELECT 'Target ' || n, p.position[1], p.position[2], CASE
    WHEN n % 2 = 0 THEN pg_temp.one('{PWN,SNR,SNR,X-ray binary}', pg_temp.u(n, 3))
    ELSE pg_temp.one('{BL Lac,BL Lac,BL Lac,FSRQ,Blazar,Radio galaxy,GRB,AGN}', pg_temp.u(n, 3)) END
FROM generate_series(6, 999) AS n
CROSS JOIN LATERAL (SELECT CASE
    WHEN n % 2 = 0 THEN sphere.transform(
        ARRAY[360 * pg_temp.u(n, 1), 2 * (pg_temp.u(n, 2) - 0.5)], 'GALACTIC', 'ICRS')
    ELSE ARRAY[360 * pg_temp.u(n, 1), asind(1.99 * pg_temp.u(n, 2) - 0.995)] END) AS p (position);
INSERT INTO cta.target (name, target_class) VALUES
    ('Galactic plane survey', 'Survey field'), ('Extragalactic survey', 'Survey field');
INSERT INTO cta.target_alias (target_name, seq, alias)
SELECT 'Target ' || n, 1, 'Alias ' || n FROM generate_series(0, 999, 3) AS n;

INSERT INTO cta.proposal (proposal_id, cycle, title, proposal_type, status, submitted)
SELECT 'P' || n, 'C' || n / 100, 'Proposal ' || n,
    pg_temp.one('{open-time,open-time,key-science,target-of-opportunity}', pg_temp.u(n, 4)), 'completed',
    timestamp '2019-09-01' + n / 100 * interval '1 year'
FROM generate_series(0, 1999) AS n;
INSERT INTO cta.proposal_member (proposal_id, member_id, name, role)
SELECT 'P' || n, 'm' || n % 300, 'Member ' || n % 300, 'PI' FROM generate_series(0, 1999) AS n;

INSERT INTO cta.collection (name, description) VALUES
    ('CTAO-N', 'Generated runs of the northern array'), ('CTAO-S', 'Generated runs of the southern array');

-- 800 runs are 16 scheduling blocks: run number n serves block n / 800 * 16 + n % 16. Few targets have much of the time.
INSERT INTO cta.scheduling_block (sb_id, priority, status, category, t_planning, proposal_id, target_name, site_name)
SELECT n, n % 3, 'Performed', 'Other', 58800 + 7305.0 * (n / 16) / (${runs} / 800 + 1),
    'P' || 100 * (20 * (n / 16) / (${runs} / 800 + 1)) + floor(100 * pg_temp.u(n, 5))::int,
    CASE WHEN pg_temp.u(n, 6) < 0.05 THEN 'Galactic plane survey'
        WHEN pg_temp.u(n, 6) < 0.15 THEN 'Extragalactic survey'
        ELSE 'Target ' || floor(1000 * pg_temp.u(n, 7) ^ 1.5)::int END,
    CASE WHEN n % 16 < 6 THEN 'North' ELSE 'South' END
FROM generate_series(0, (${runs} + 799) / 800 * 16 - 1) AS n;
INSERT INTO cta.proposal_target (proposal_id, target_name)
SELECT DISTINCT proposal_id, target_name FROM cta.scheduling_block;

INSERT INTO cta.observation_block (ob_id, sb_id, sequence, status, planned_start, planned_duration, obs_config_id)
SELECT s.sb_id * 10 + n, s.sb_id, n, 'Performed', s.t_planning + 50 + n / 2, 9000,
    (ARRAY['N-full', 'N-full', 'N-LST', 'N-MST', 'N-MST', 'N-full', 'S-MST-SST', 'S-MST-SST', 'S-MST-SST', 'S-MST-SST',
        'S-MST', 'S-MST', 'S-SST', 'S-SST', 'S-SST', 'S-LST'])[1 + s.sb_id % 16] || ' ' || CASE
        WHEN s.target_name LIKE '%survey' THEN CASE WHEN pg_temp.u(s.sb_id, 8) < 0.3 THEN 'spread-scan' ELSE 'scan' END
        WHEN pg_temp.u(s.sb_id * 10 + n, 8) < 0.85 THEN 'wobble'
        WHEN pg_temp.u(s.sb_id * 10 + n, 8) < 0.95 THEN 'on' ELSE 'spread' END
FROM cta.scheduling_block AS s CROSS JOIN generate_series(0, 9) AS n;

INSERT INTO cta.acquisition (obs_collection, run_id, t_start, t_stop, ontime, livetime, zenith, quality, ob_id)
SELECT CASE WHEN n % 16 < 6 THEN 'CTAO-N' ELSE 'CTAO-S' END, n, t.start, t.start + t.ontime / 86400, t.ontime,
    t.ontime * 0.94, 5 + 50 * pg_temp.u(n, 9), (4 * pg_temp.u(n, 10) ^ 3)::int % 3,
    (n / 800 * 16 + n % 16) * 10 + n % 800 / 16 / 5
FROM generate_series(0::bigint, ${runs} - 1) AS n
CROSS JOIN LATERAL (SELECT 58849 + 7305.0::float8 * (n - n % 16) / ${runs} + pg_temp.u(n, 11) / 100,
    1200 + 480 * pg_temp.u(n, 12)) AS t (start, ontime);
