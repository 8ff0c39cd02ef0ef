CREATE SCHEMA cta;

CREATE TABLE cta.site (
    name text NOT NULL,
    facility text NOT NULL,
    instrument_name text,
    description text,
    latitude double precision,
    longitude double precision,
    elevation double precision,
    PRIMARY KEY (name),
    CONSTRAINT site_latitude_check CHECK (latitude BETWEEN -90 AND 90),
    CONSTRAINT site_longitude_check CHECK (longitude BETWEEN -180 AND 360)
);

CREATE TABLE cta.instrument_description (
    name text NOT NULL,
    description text,
    mirror_diameter double precision,
    field_of_view double precision,
    pixels integer,
    energy_min double precision,
    energy_max double precision,
    PRIMARY KEY (name),
    CONSTRAINT instrument_description_mirror_diameter_check CHECK (mirror_diameter > 0),
    CONSTRAINT instrument_description_field_of_view_check CHECK (field_of_view > 0),
    CONSTRAINT instrument_description_pixels_check CHECK (pixels > 0),
    CONSTRAINT instrument_description_energy_min_check CHECK (energy_min > 0),
    CONSTRAINT instrument_description_energy_max_check CHECK (energy_max > 0),
    CONSTRAINT instrument_description_row_check CHECK (energy_max >= energy_min)
);

CREATE TABLE cta.telescope (
    telescope_id text NOT NULL,
    name text,
    telescope_type text NOT NULL,
    camera text,
    x double precision,
    y double precision,
    z double precision,
    valid_from timestamp,
    valid_to timestamp,
    site_name text NOT NULL,
    instrument_name text,
    PRIMARY KEY (telescope_id),
    CONSTRAINT telescope_telescope_type_check CHECK (telescope_type IN ('LST', 'MST', 'SST', 'other'))
);

CREATE TABLE cta.sub_array (
    name text NOT NULL,
    description text,
    valid_from timestamp,
    valid_to timestamp,
    site_name text NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE cta.target_class (
    name text NOT NULL,
    description text,
    broader text,
    PRIMARY KEY (name)
);

CREATE TABLE cta.target (
    name text NOT NULL,
    ra double precision,
    dec double precision,
    extent double precision,
    is_moving boolean,
    spectral_model text,
    comment text,
    target_class text,
    PRIMARY KEY (name),
    CONSTRAINT target_ra_check CHECK (ra >= 0 AND ra < 360),
    CONSTRAINT target_dec_check CHECK (dec BETWEEN -90 AND 90),
    CONSTRAINT target_extent_check CHECK (extent >= 0)
);

CREATE TABLE cta.proposal (
    proposal_id text NOT NULL,
    cycle text,
    title text NOT NULL,
    abstract text,
    proposal_type text NOT NULL,
    status text NOT NULL,
    science_category text,
    submitted timestamp,
    proprietary_period double precision,
    granted_time double precision,
    PRIMARY KEY (proposal_id),
    CONSTRAINT proposal_proposal_type_check CHECK (proposal_type IN ('open-time', 'key-science', 'discretionary', 'target-of-opportunity', 'calibration', 'archive')),
    CONSTRAINT proposal_status_check CHECK (status IN ('submitted', 'accepted', 'rejected', 'completed')),
    CONSTRAINT proposal_proprietary_period_check CHECK (proprietary_period >= 0),
    CONSTRAINT proposal_granted_time_check CHECK (granted_time >= 0)
);

CREATE TABLE cta.proposal_member (
    proposal_id text NOT NULL,
    member_id text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    PRIMARY KEY (proposal_id, member_id),
    CONSTRAINT proposal_member_role_check CHECK (role IN ('PI', 'CoI'))
);

CREATE TABLE cta.proposal_requirement (
    proposal_id text NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    threshold double precision,
    unit text,
    description text,
    PRIMARY KEY (proposal_id, number)
);

CREATE TABLE cta.observing_constraint (
    proposal_id text NOT NULL,
    number integer NOT NULL,
    zenith_min double precision,
    zenith_max double precision,
    moon_condition text,
    nsb_max double precision,
    t_earliest double precision,
    t_latest double precision,
    PRIMARY KEY (proposal_id, number),
    CONSTRAINT observing_constraint_zenith_min_check CHECK (zenith_min BETWEEN 0 AND 90),
    CONSTRAINT observing_constraint_zenith_max_check CHECK (zenith_max BETWEEN 0 AND 90),
    CONSTRAINT observing_constraint_moon_condition_check CHECK (moon_condition IN ('dark', 'grey', 'bright')),
    CONSTRAINT observing_constraint_nsb_max_check CHECK (nsb_max >= 0),
    CONSTRAINT observing_constraint_row_check CHECK (zenith_max >= zenith_min),
    CONSTRAINT observing_constraint_row_check2 CHECK (t_latest >= t_earliest)
);

CREATE TABLE cta.scheduling_block (
    sb_id bigint NOT NULL,
    priority integer NOT NULL,
    status text NOT NULL,
    category text NOT NULL,
    t_planning double precision NOT NULL,
    t_earliest double precision,
    t_latest double precision,
    zenith_min double precision,
    zenith_max double precision,
    moon_condition text,
    nsb_max double precision,
    proposal_id text NOT NULL,
    target_name text,
    site_name text NOT NULL,
    PRIMARY KEY (sb_id),
    CONSTRAINT scheduling_block_priority_check CHECK (priority BETWEEN 0 AND 2),
    CONSTRAINT scheduling_block_status_check CHECK (status IN ('Planned', 'Scheduled', 'Unscheduled', 'Performed', 'Aborted')),
    CONSTRAINT scheduling_block_category_check CHECK (category IN ('Fixed', 'Coordinated', 'Window', 'Other')),
    CONSTRAINT scheduling_block_zenith_min_check CHECK (zenith_min BETWEEN 0 AND 90),
    CONSTRAINT scheduling_block_zenith_max_check CHECK (zenith_max BETWEEN 0 AND 90),
    CONSTRAINT scheduling_block_moon_condition_check CHECK (moon_condition IN ('dark', 'grey', 'bright')),
    CONSTRAINT scheduling_block_nsb_max_check CHECK (nsb_max >= 0),
    CONSTRAINT scheduling_block_row_check CHECK (zenith_max >= zenith_min),
    CONSTRAINT scheduling_block_row_check2 CHECK (t_latest >= t_earliest)
);

CREATE TABLE cta.observation_block (
    ob_id bigint NOT NULL,
    sb_id bigint NOT NULL,
    persistent_id text,
    sequence integer NOT NULL,
    status text NOT NULL,
    planned_start double precision,
    planned_duration double precision,
    actual_start double precision,
    actual_stop double precision,
    obs_config_id text NOT NULL,
    PRIMARY KEY (ob_id),
    CONSTRAINT observation_block_persistent_id_key UNIQUE (persistent_id),
    CONSTRAINT observation_block_sequence_check CHECK (sequence >= 0),
    CONSTRAINT observation_block_status_check CHECK (status IN ('Planned', 'Scheduled', 'Unscheduled', 'Performed', 'Aborted')),
    CONSTRAINT observation_block_planned_duration_check CHECK (planned_duration >= 0),
    CONSTRAINT observation_block_row_check CHECK (actual_stop >= actual_start),
    CONSTRAINT observation_block_row_check2 CHECK (status NOT IN ('Scheduled', 'Performed') OR coalesce(actual_start, planned_start) IS NOT NULL AND coalesce(actual_stop, planned_start + planned_duration / 86400) IS NOT NULL)
);

CREATE TABLE cta.obs_config (
    obs_config_id text NOT NULL,
    obs_type text NOT NULL,
    strategy text,
    pointing_ra double precision,
    pointing_dec double precision,
    field_of_view double precision,
    obs_mode text,
    pointing_mode text,
    divergence double precision,
    tracking_mode text,
    scan_mode text,
    wobble_offset double precision,
    wobble_angle double precision,
    trigger_mode text,
    camera_mode text,
    energy_min double precision,
    energy_max double precision,
    sub_array_name text NOT NULL,
    PRIMARY KEY (obs_config_id),
    CONSTRAINT obs_config_pointing_ra_check CHECK (pointing_ra >= 0 AND pointing_ra < 360),
    CONSTRAINT obs_config_pointing_dec_check CHECK (pointing_dec BETWEEN -90 AND 90),
    CONSTRAINT obs_config_field_of_view_check CHECK (field_of_view > 0),
    CONSTRAINT obs_config_obs_mode_check CHECK (obs_mode IN ('wobble', 'on', 'off', 'scan')),
    CONSTRAINT obs_config_pointing_mode_check CHECK (pointing_mode ~ '^(parallel|custom|(divergent|convergent)(-[0-9]+([.][0-9]+)?d)?)$'),
    CONSTRAINT obs_config_divergence_check CHECK (divergence >= 0),
    CONSTRAINT obs_config_tracking_mode_check CHECK (tracking_mode IN ('sidereal', 'fixed-az-el-transit', 'solar-system-object-tracking', 'none')),
    CONSTRAINT obs_config_scan_mode_check CHECK (scan_mode IN ('on-source', 'on-off', 'raster-map', 'on-the-fly-cross-scan', 'on-the-fly-cross-map', 'slew')),
    CONSTRAINT obs_config_wobble_offset_check CHECK (wobble_offset >= 0),
    CONSTRAINT obs_config_energy_min_check CHECK (energy_min > 0),
    CONSTRAINT obs_config_energy_max_check CHECK (energy_max > 0),
    CONSTRAINT obs_config_row_check CHECK (energy_max >= energy_min)
);

CREATE TABLE cta.time_interval (
    ob_id bigint NOT NULL,
    number integer NOT NULL,
    classtype text NOT NULL,
    t_start double precision NOT NULL,
    t_stop double precision NOT NULL,
    comment text,
    livetime double precision,
    slew_distance double precision,
    calibration_kind text,
    background_rate double precision,
    light_source text,
    cause text,
    cloud_cover double precision,
    subsystem text,
    PRIMARY KEY (ob_id, number),
    CONSTRAINT time_interval_classtype_check CHECK (classtype IN ('GoodTimeInterval', 'SlewingInterval', 'CalibrationInterval', 'HighBackgroundInterval', 'WeatherLossInterval', 'TechnicalLossInterval')),
    CONSTRAINT time_interval_livetime_check CHECK (livetime >= 0),
    CONSTRAINT time_interval_livetime_class_check CHECK (livetime IS NULL OR classtype IN ('GoodTimeInterval')),
    CONSTRAINT time_interval_slew_distance_check CHECK (slew_distance >= 0),
    CONSTRAINT time_interval_slew_distance_class_check CHECK (slew_distance IS NULL OR classtype IN ('SlewingInterval')),
    CONSTRAINT time_interval_calibration_kind_class_check CHECK ((classtype IN ('CalibrationInterval')) = (calibration_kind IS NOT NULL)),
    CONSTRAINT time_interval_background_rate_check CHECK (background_rate >= 0),
    CONSTRAINT time_interval_background_rate_class_check CHECK (background_rate IS NULL OR classtype IN ('HighBackgroundInterval')),
    CONSTRAINT time_interval_light_source_class_check CHECK (light_source IS NULL OR classtype IN ('HighBackgroundInterval')),
    CONSTRAINT time_interval_cause_class_check CHECK ((classtype IN ('WeatherLossInterval', 'TechnicalLossInterval')) = (cause IS NOT NULL)),
    CONSTRAINT time_interval_cloud_cover_check CHECK (cloud_cover BETWEEN 0 AND 1),
    CONSTRAINT time_interval_cloud_cover_class_check CHECK (cloud_cover IS NULL OR classtype IN ('WeatherLossInterval')),
    CONSTRAINT time_interval_subsystem_class_check CHECK (subsystem IS NULL OR classtype IN ('TechnicalLossInterval')),
    CONSTRAINT time_interval_row_check CHECK (t_stop >= t_start)
);

CREATE TABLE cta.ambient_conditions (
    ob_id bigint NOT NULL,
    number integer NOT NULL,
    t_start double precision NOT NULL,
    t_stop double precision NOT NULL,
    zenith double precision,
    azimuth double precision,
    nsb double precision,
    trigger_rate double precision,
    atmosphere text,
    transparency double precision,
    air_temperature double precision,
    air_pressure double precision,
    humidity double precision,
    wind_speed double precision,
    PRIMARY KEY (ob_id, number),
    CONSTRAINT ambient_conditions_zenith_check CHECK (zenith BETWEEN 0 AND 180),
    CONSTRAINT ambient_conditions_nsb_check CHECK (nsb >= 0),
    CONSTRAINT ambient_conditions_trigger_rate_check CHECK (trigger_rate >= 0),
    CONSTRAINT ambient_conditions_transparency_check CHECK (transparency >= 0),
    CONSTRAINT ambient_conditions_air_pressure_check CHECK (air_pressure > 0),
    CONSTRAINT ambient_conditions_humidity_check CHECK (humidity BETWEEN 0 AND 100),
    CONSTRAINT ambient_conditions_wind_speed_check CHECK (wind_speed >= 0),
    CONSTRAINT ambient_conditions_row_check CHECK (t_stop >= t_start)
);

CREATE TABLE cta.acquisition (
    obs_collection text NOT NULL,
    run_id bigint NOT NULL,
    t_start double precision,
    t_stop double precision,
    ontime double precision,
    livetime double precision,
    zenith double precision,
    quality smallint,
    telescope_list text,
    comment text,
    ob_id bigint,
    obs_config_id text,
    target_name text,
    proposal_id text,
    PRIMARY KEY (obs_collection, run_id),
    CONSTRAINT acquisition_ontime_check CHECK (ontime >= 0),
    CONSTRAINT acquisition_livetime_check CHECK (livetime >= 0),
    CONSTRAINT acquisition_zenith_check CHECK (zenith BETWEEN 0 AND 180),
    CONSTRAINT acquisition_quality_check CHECK (quality BETWEEN -1 AND 2),
    CONSTRAINT acquisition_row_check CHECK (t_stop >= t_start)
);

CREATE TABLE cta.processing (
    processing_id text NOT NULL,
    description text,
    pipeline_name text,
    pipeline_version text,
    calib_version text,
    reco_version text,
    reco_method text,
    applied_cuts text,
    spectral_model text,
    PRIMARY KEY (processing_id)
);

CREATE TABLE cta.collection (
    name text NOT NULL,
    description text,
    obs_config_id text,
    proposal_id text,
    processing_id text,
    PRIMARY KEY (name)
);

CREATE TABLE cta.data_product (
    obs_publisher_did text NOT NULL,
    dataproduct_type text,
    calib_level integer NOT NULL,
    obs_collection text NOT NULL,
    obs_id text NOT NULL,
    access_url text,
    access_format text DEFAULT 'application/x-votable+xml;content=datalink',
    access_estsize bigint,
    s_ra double precision,
    s_dec double precision,
    s_fov double precision,
    s_region double precision[],
    s_resolution double precision,
    s_xel1 bigint,
    s_xel2 bigint,
    s_ucd text,
    s_unit text,
    s_resolution_min double precision,
    s_resolution_max double precision,
    s_pixel_scale double precision,
    s_calib_status text,
    s_stat_error double precision,
    t_min double precision,
    t_max double precision,
    t_exptime double precision,
    t_resolution double precision,
    t_xel bigint,
    t_calib_status text,
    t_stat_error double precision,
    em_min double precision,
    em_max double precision,
    em_res_power double precision,
    em_xel bigint,
    em_ucd text,
    em_unit text,
    em_calib_status text,
    em_res_power_min double precision,
    em_res_power_max double precision,
    em_resolution double precision,
    em_stat_error double precision,
    o_ucd text,
    o_unit text,
    o_calib_status text,
    o_stat_error double precision,
    pol_states text,
    pol_xel bigint,
    facility_name text,
    instrument_name text,
    dataproduct_subtype text,
    obs_creation_date timestamp,
    obs_creator_name text,
    obs_creator_did text,
    obs_title text,
    publisher_id text,
    bib_reference text,
    data_rights text NOT NULL,
    obs_release_date timestamp,
    ev_xel bigint,
    s_ref_energy double precision,
    em_ref_energy double precision,
    s_ref_oaa double precision,
    em_ref_oaa double precision,
    t_intervals text,
    energy_min double precision,
    energy_max double precision,
    obs_mode text,
    tracking_mode text,
    scan_mode text,
    pointing_mode text,
    analysis_mode text,
    event_type text,
    messenger_name text,
    messenger_pdgid text,
    data_level smallint,
    level_scheme text,
    obs_type text,
    run_id bigint,
    zen_pnt double precision,
    data_quality smallint,
    fits_obs_mode text,
    pipeline_name text,
    pipeline_version text,
    calib_version text,
    reco_version text,
    reco_method text,
    applied_cuts text,
    spectral_model text,
    hea_product_type text,
    access_groups text[] DEFAULT '{}' NOT NULL,
    target_name text,
    target_class text,
    proposal_id text,
    site text,
    sub_array_name text,
    sb_id bigint,
    ob_id bigint,
    PRIMARY KEY (obs_publisher_did),
    CONSTRAINT data_product_dataproduct_type_check CHECK (dataproduct_type IN ('image', 'cube', 'spectrum', 'sed', 'timeseries', 'visibility', 'event', 'measurements')),
    CONSTRAINT data_product_calib_level_check CHECK (calib_level BETWEEN 0 AND 4),
    CONSTRAINT data_product_obs_publisher_did_check CHECK (obs_publisher_did ~ '^ivo://[^#&+%[:space:]]+$'),
    CONSTRAINT data_product_s_ra_check CHECK (s_ra >= 0 AND s_ra < 360),
    CONSTRAINT data_product_s_dec_check CHECK (s_dec BETWEEN -90 AND 90),
    CONSTRAINT data_product_data_rights_check CHECK (data_rights IN ('public', 'proprietary', 'secure')),
    CONSTRAINT data_product_data_level_check CHECK (data_level BETWEEN 0 AND 6),
    CONSTRAINT data_product_level_scheme_check CHECK (level_scheme IN ('CTAO', 'CTA-classic')),
    CONSTRAINT data_product_data_quality_check CHECK (data_quality BETWEEN -1 AND 2),
    CONSTRAINT data_product_access_groups_check CHECK (array_position(access_groups, NULL) IS NULL AND array_to_string(access_groups, ',') !~ '(^,|,,|,$)')
);

CREATE TABLE cta.data_product_secure (
    obs_publisher_did text NOT NULL,
    dataproduct_type text,
    calib_level integer NOT NULL,
    obs_collection text NOT NULL,
    obs_id text NOT NULL,
    access_url text,
    access_format text DEFAULT 'application/x-votable+xml;content=datalink',
    access_estsize bigint,
    s_ra double precision,
    s_dec double precision,
    s_fov double precision,
    s_region double precision[],
    s_resolution double precision,
    s_xel1 bigint,
    s_xel2 bigint,
    s_ucd text,
    s_unit text,
    s_resolution_min double precision,
    s_resolution_max double precision,
    s_pixel_scale double precision,
    s_calib_status text,
    s_stat_error double precision,
    t_min double precision,
    t_max double precision,
    t_exptime double precision,
    t_resolution double precision,
    t_xel bigint,
    t_calib_status text,
    t_stat_error double precision,
    em_min double precision,
    em_max double precision,
    em_res_power double precision,
    em_xel bigint,
    em_ucd text,
    em_unit text,
    em_calib_status text,
    em_res_power_min double precision,
    em_res_power_max double precision,
    em_resolution double precision,
    em_stat_error double precision,
    o_ucd text,
    o_unit text,
    o_calib_status text,
    o_stat_error double precision,
    pol_states text,
    pol_xel bigint,
    facility_name text,
    instrument_name text,
    dataproduct_subtype text,
    obs_creation_date timestamp,
    obs_creator_name text,
    obs_creator_did text,
    obs_title text,
    publisher_id text,
    bib_reference text,
    data_rights text NOT NULL,
    obs_release_date timestamp,
    ev_xel bigint,
    s_ref_energy double precision,
    em_ref_energy double precision,
    s_ref_oaa double precision,
    em_ref_oaa double precision,
    t_intervals text,
    energy_min double precision,
    energy_max double precision,
    obs_mode text,
    tracking_mode text,
    scan_mode text,
    pointing_mode text,
    analysis_mode text,
    event_type text,
    messenger_name text,
    messenger_pdgid text,
    data_level smallint,
    level_scheme text,
    obs_type text,
    run_id bigint,
    zen_pnt double precision,
    data_quality smallint,
    fits_obs_mode text,
    pipeline_name text,
    pipeline_version text,
    calib_version text,
    reco_version text,
    reco_method text,
    applied_cuts text,
    spectral_model text,
    hea_product_type text,
    access_groups text[] DEFAULT '{}' NOT NULL,
    target_name text,
    target_class text,
    proposal_id text,
    site text,
    sub_array_name text,
    sb_id bigint,
    ob_id bigint,
    PRIMARY KEY (obs_publisher_did),
    CONSTRAINT data_product_secure_dataproduct_type_check CHECK (dataproduct_type IN ('image', 'cube', 'spectrum', 'sed', 'timeseries', 'visibility', 'event', 'measurements')),
    CONSTRAINT data_product_secure_calib_level_check CHECK (calib_level BETWEEN 0 AND 4),
    CONSTRAINT data_product_secure_obs_publisher_did_check CHECK (obs_publisher_did ~ '^ivo://[^#&+%[:space:]]+$'),
    CONSTRAINT data_product_secure_s_ra_check CHECK (s_ra >= 0 AND s_ra < 360),
    CONSTRAINT data_product_secure_s_dec_check CHECK (s_dec BETWEEN -90 AND 90),
    CONSTRAINT data_product_secure_data_rights_check CHECK (data_rights IN ('public', 'proprietary', 'secure')),
    CONSTRAINT data_product_secure_data_level_check CHECK (data_level BETWEEN 0 AND 6),
    CONSTRAINT data_product_secure_level_scheme_check CHECK (level_scheme IN ('CTAO', 'CTA-classic')),
    CONSTRAINT data_product_secure_data_quality_check CHECK (data_quality BETWEEN -1 AND 2),
    CONSTRAINT data_product_secure_access_groups_check CHECK (array_position(access_groups, NULL) IS NULL AND array_to_string(access_groups, ',') !~ '(^,|,,|,$)')
);

CREATE TABLE cta.data_file (
    file_id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
    obs_publisher_did text NOT NULL,
    role text NOT NULL,
    file_name text NOT NULL,
    media_type text NOT NULL,
    bytes bigint NOT NULL,
    sha256 text NOT NULL,
    hdus text,
    modified timestamp,
    root text NOT NULL,
    path text NOT NULL,
    secure boolean NOT NULL,
    PRIMARY KEY (file_id),
    CONSTRAINT data_file_role_check CHECK (role IN ('event-list', 'irf', 'data', 'preview', 'package', 'documentation', 'auxiliary')),
    CONSTRAINT data_file_bytes_check CHECK (bytes >= 0),
    CONSTRAINT data_file_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT data_file_obs_publisher_did_role_root_path_key UNIQUE (obs_publisher_did, role, root, path)
);

CREATE TABLE cta.sub_array_telescope (
    sub_array_name text NOT NULL,
    telescope_id text NOT NULL,
    PRIMARY KEY (sub_array_name, telescope_id)
);

CREATE TABLE cta.target_alias (
    target_name text NOT NULL,
    seq integer NOT NULL,
    alias text NOT NULL,
    PRIMARY KEY (target_name, seq),
    CONSTRAINT target_alias_seq_check CHECK (seq >= 1)
);

CREATE TABLE cta.proposal_target (
    proposal_id text NOT NULL,
    target_name text NOT NULL,
    PRIMARY KEY (proposal_id, target_name)
);

ALTER TABLE cta.telescope ADD CONSTRAINT telescope_site_name_fkey
    FOREIGN KEY (site_name) REFERENCES cta.site (name);
ALTER TABLE cta.telescope ADD CONSTRAINT telescope_instrument_name_fkey
    FOREIGN KEY (instrument_name) REFERENCES cta.instrument_description (name);
ALTER TABLE cta.sub_array ADD CONSTRAINT sub_array_site_name_fkey
    FOREIGN KEY (site_name) REFERENCES cta.site (name);
ALTER TABLE cta.target_class ADD CONSTRAINT target_class_broader_fkey
    FOREIGN KEY (broader) REFERENCES cta.target_class (name);
ALTER TABLE cta.target ADD CONSTRAINT target_target_class_fkey
    FOREIGN KEY (target_class) REFERENCES cta.target_class (name);
ALTER TABLE cta.proposal_member ADD CONSTRAINT proposal_member_proposal_id_fkey
    FOREIGN KEY (proposal_id) REFERENCES cta.proposal (proposal_id) ON DELETE CASCADE;
ALTER TABLE cta.proposal_requirement ADD CONSTRAINT proposal_requirement_proposal_id_fkey
    FOREIGN KEY (proposal_id) REFERENCES cta.proposal (proposal_id) ON DELETE CASCADE;
ALTER TABLE cta.observing_constraint ADD CONSTRAINT observing_constraint_proposal_id_fkey
    FOREIGN KEY (proposal_id) REFERENCES cta.proposal (proposal_id) ON DELETE CASCADE;
ALTER TABLE cta.scheduling_block ADD CONSTRAINT scheduling_block_proposal_id_fkey
    FOREIGN KEY (proposal_id) REFERENCES cta.proposal (proposal_id);
ALTER TABLE cta.scheduling_block ADD CONSTRAINT scheduling_block_target_name_fkey
    FOREIGN KEY (target_name) REFERENCES cta.target (name);
ALTER TABLE cta.scheduling_block ADD CONSTRAINT scheduling_block_site_name_fkey
    FOREIGN KEY (site_name) REFERENCES cta.site (name);
ALTER TABLE cta.observation_block ADD CONSTRAINT observation_block_sb_id_fkey
    FOREIGN KEY (sb_id) REFERENCES cta.scheduling_block (sb_id) ON DELETE CASCADE;
ALTER TABLE cta.observation_block ADD CONSTRAINT observation_block_obs_config_id_fkey
    FOREIGN KEY (obs_config_id) REFERENCES cta.obs_config (obs_config_id);
ALTER TABLE cta.obs_config ADD CONSTRAINT obs_config_sub_array_name_fkey
    FOREIGN KEY (sub_array_name) REFERENCES cta.sub_array (name);
ALTER TABLE cta.time_interval ADD CONSTRAINT time_interval_ob_id_fkey
    FOREIGN KEY (ob_id) REFERENCES cta.observation_block (ob_id) ON DELETE CASCADE;
ALTER TABLE cta.ambient_conditions ADD CONSTRAINT ambient_conditions_ob_id_fkey
    FOREIGN KEY (ob_id) REFERENCES cta.observation_block (ob_id) ON DELETE CASCADE;
ALTER TABLE cta.acquisition ADD CONSTRAINT acquisition_ob_id_fkey
    FOREIGN KEY (ob_id) REFERENCES cta.observation_block (ob_id);
ALTER TABLE cta.acquisition ADD CONSTRAINT acquisition_obs_config_id_fkey
    FOREIGN KEY (obs_config_id) REFERENCES cta.obs_config (obs_config_id);
ALTER TABLE cta.acquisition ADD CONSTRAINT acquisition_target_name_fkey
    FOREIGN KEY (target_name) REFERENCES cta.target (name);
ALTER TABLE cta.acquisition ADD CONSTRAINT acquisition_proposal_id_fkey
    FOREIGN KEY (proposal_id) REFERENCES cta.proposal (proposal_id);
ALTER TABLE cta.collection ADD CONSTRAINT collection_obs_config_id_fkey
    FOREIGN KEY (obs_config_id) REFERENCES cta.obs_config (obs_config_id);
ALTER TABLE cta.collection ADD CONSTRAINT collection_proposal_id_fkey
    FOREIGN KEY (proposal_id) REFERENCES cta.proposal (proposal_id);
ALTER TABLE cta.collection ADD CONSTRAINT collection_processing_id_fkey
    FOREIGN KEY (processing_id) REFERENCES cta.processing (processing_id);
ALTER TABLE cta.sub_array_telescope ADD CONSTRAINT sub_array_telescope_sub_array_name_fkey
    FOREIGN KEY (sub_array_name) REFERENCES cta.sub_array (name) ON DELETE CASCADE;
ALTER TABLE cta.sub_array_telescope ADD CONSTRAINT sub_array_telescope_telescope_id_fkey
    FOREIGN KEY (telescope_id) REFERENCES cta.telescope (telescope_id);
ALTER TABLE cta.target_alias ADD CONSTRAINT target_alias_target_name_fkey
    FOREIGN KEY (target_name) REFERENCES cta.target (name) ON DELETE CASCADE;
ALTER TABLE cta.proposal_target ADD CONSTRAINT proposal_target_proposal_id_fkey
    FOREIGN KEY (proposal_id) REFERENCES cta.proposal (proposal_id) ON DELETE CASCADE;
ALTER TABLE cta.proposal_target ADD CONSTRAINT proposal_target_target_name_fkey
    FOREIGN KEY (target_name) REFERENCES cta.target (name);

CREATE INDEX telescope_telescope_type_idx ON cta.telescope USING btree (telescope_type);
CREATE INDEX telescope_site_name_idx ON cta.telescope USING btree (site_name);
CREATE INDEX telescope_instrument_name_idx ON cta.telescope USING btree (instrument_name);
CREATE INDEX sub_array_site_name_idx ON cta.sub_array USING btree (site_name);
CREATE INDEX target_class_broader_idx ON cta.target_class USING btree (broader);
CREATE INDEX target_target_class_idx ON cta.target USING btree (target_class);
CREATE INDEX target_gist_sphere_vec_ra_dec_idx ON cta.target USING gist (sphere.vec(ra, dec));
CREATE INDEX scheduling_block_status_idx ON cta.scheduling_block USING btree (status);
CREATE INDEX scheduling_block_proposal_id_idx ON cta.scheduling_block USING btree (proposal_id);
CREATE INDEX scheduling_block_target_name_idx ON cta.scheduling_block USING btree (target_name);
CREATE INDEX scheduling_block_site_name_idx ON cta.scheduling_block USING btree (site_name);
CREATE INDEX observation_block_sb_id_idx ON cta.observation_block USING btree (sb_id);
CREATE INDEX observation_block_obs_config_id_idx ON cta.observation_block USING btree (obs_config_id);
CREATE INDEX obs_config_sub_array_name_idx ON cta.obs_config USING btree (sub_array_name);
CREATE INDEX acquisition_ob_id_idx ON cta.acquisition USING btree (ob_id);
CREATE INDEX acquisition_obs_config_id_idx ON cta.acquisition USING btree (obs_config_id);
CREATE INDEX acquisition_target_name_idx ON cta.acquisition USING btree (target_name);
CREATE INDEX acquisition_proposal_id_idx ON cta.acquisition USING btree (proposal_id);
CREATE INDEX acquisition_btree_run_id_idx ON cta.acquisition USING btree (run_id);
CREATE INDEX processing_pipeline_version_idx ON cta.processing USING btree (pipeline_version);
CREATE INDEX processing_reco_version_idx ON cta.processing USING btree (reco_version);
CREATE INDEX processing_reco_method_idx ON cta.processing USING btree (reco_method);
CREATE INDEX processing_applied_cuts_idx ON cta.processing USING btree (applied_cuts);
CREATE INDEX collection_obs_config_id_idx ON cta.collection USING btree (obs_config_id);
CREATE INDEX collection_proposal_id_idx ON cta.collection USING btree (proposal_id);
CREATE INDEX collection_processing_id_idx ON cta.collection USING btree (processing_id);
CREATE INDEX data_product_dataproduct_type_idx ON cta.data_product USING btree (dataproduct_type);
CREATE INDEX data_product_obs_collection_idx ON cta.data_product USING btree (obs_collection);
CREATE INDEX data_product_obs_id_idx ON cta.data_product USING btree (obs_id);
CREATE INDEX data_product_t_min_idx ON cta.data_product USING btree (t_min);
CREATE INDEX data_product_t_max_idx ON cta.data_product USING btree (t_max);
CREATE INDEX data_product_em_min_idx ON cta.data_product USING btree (em_min);
CREATE INDEX data_product_em_max_idx ON cta.data_product USING btree (em_max);
CREATE INDEX data_product_dataproduct_subtype_idx ON cta.data_product USING btree (dataproduct_subtype);
CREATE INDEX data_product_obs_release_date_idx ON cta.data_product USING btree (obs_release_date);
CREATE INDEX data_product_energy_min_idx ON cta.data_product USING btree (energy_min);
CREATE INDEX data_product_energy_max_idx ON cta.data_product USING btree (energy_max);
CREATE INDEX data_product_run_id_idx ON cta.data_product USING btree (run_id);
CREATE INDEX data_product_pipeline_version_idx ON cta.data_product USING btree (pipeline_version);
CREATE INDEX data_product_reco_version_idx ON cta.data_product USING btree (reco_version);
CREATE INDEX data_product_reco_method_idx ON cta.data_product USING btree (reco_method);
CREATE INDEX data_product_applied_cuts_idx ON cta.data_product USING btree (applied_cuts);
CREATE INDEX data_product_target_name_idx ON cta.data_product USING btree (target_name);
CREATE INDEX data_product_target_class_idx ON cta.data_product USING btree (target_class);
CREATE INDEX data_product_proposal_id_idx ON cta.data_product USING btree (proposal_id);
CREATE INDEX data_product_site_idx ON cta.data_product USING btree (site);
CREATE INDEX data_product_sub_array_name_idx ON cta.data_product USING btree (sub_array_name);
CREATE INDEX data_product_sb_id_idx ON cta.data_product USING btree (sb_id);
CREATE INDEX data_product_ob_id_idx ON cta.data_product USING btree (ob_id);
CREATE INDEX data_product_gist_sphere_vec_s_ra_s_dec_idx ON cta.data_product USING gist (sphere.vec(s_ra, s_dec));
CREATE INDEX data_product_gist_sphere_bounds_s_region_idx ON cta.data_product USING gist (sphere.bounds(s_region));
CREATE INDEX data_product_secure_dataproduct_type_idx ON cta.data_product_secure USING btree (dataproduct_type);
CREATE INDEX data_product_secure_obs_collection_idx ON cta.data_product_secure USING btree (obs_collection);
CREATE INDEX data_product_secure_obs_id_idx ON cta.data_product_secure USING btree (obs_id);
CREATE INDEX data_product_secure_t_min_idx ON cta.data_product_secure USING btree (t_min);
CREATE INDEX data_product_secure_t_max_idx ON cta.data_product_secure USING btree (t_max);
CREATE INDEX data_product_secure_em_min_idx ON cta.data_product_secure USING btree (em_min);
CREATE INDEX data_product_secure_em_max_idx ON cta.data_product_secure USING btree (em_max);
CREATE INDEX data_product_secure_dataproduct_subtype_idx ON cta.data_product_secure USING btree (dataproduct_subtype);
CREATE INDEX data_product_secure_obs_release_date_idx ON cta.data_product_secure USING btree (obs_release_date);
CREATE INDEX data_product_secure_energy_min_idx ON cta.data_product_secure USING btree (energy_min);
CREATE INDEX data_product_secure_energy_max_idx ON cta.data_product_secure USING btree (energy_max);
CREATE INDEX data_product_secure_run_id_idx ON cta.data_product_secure USING btree (run_id);
CREATE INDEX data_product_secure_pipeline_version_idx ON cta.data_product_secure USING btree (pipeline_version);
CREATE INDEX data_product_secure_reco_version_idx ON cta.data_product_secure USING btree (reco_version);
CREATE INDEX data_product_secure_reco_method_idx ON cta.data_product_secure USING btree (reco_method);
CREATE INDEX data_product_secure_applied_cuts_idx ON cta.data_product_secure USING btree (applied_cuts);
CREATE INDEX data_product_secure_target_name_idx ON cta.data_product_secure USING btree (target_name);
CREATE INDEX data_product_secure_target_class_idx ON cta.data_product_secure USING btree (target_class);
CREATE INDEX data_product_secure_proposal_id_idx ON cta.data_product_secure USING btree (proposal_id);
CREATE INDEX data_product_secure_site_idx ON cta.data_product_secure USING btree (site);
CREATE INDEX data_product_secure_sub_array_name_idx ON cta.data_product_secure USING btree (sub_array_name);
CREATE INDEX data_product_secure_sb_id_idx ON cta.data_product_secure USING btree (sb_id);
CREATE INDEX data_product_secure_ob_id_idx ON cta.data_product_secure USING btree (ob_id);
CREATE INDEX data_product_secure_gist_sphere_vec_s_ra_s_dec_idx ON cta.data_product_secure USING gist (sphere.vec(s_ra, s_dec));
CREATE INDEX data_product_secure_gist_sphere_bounds_s_region_idx ON cta.data_product_secure USING gist (sphere.bounds(s_region));
CREATE INDEX data_file_sha256_idx ON cta.data_file USING btree (sha256);
CREATE INDEX data_file_btree_root_path_idx ON cta.data_file USING btree (root, path);
CREATE INDEX sub_array_telescope_telescope_id_idx ON cta.sub_array_telescope USING btree (telescope_id);
CREATE INDEX target_alias_alias_idx ON cta.target_alias USING btree (alias);
CREATE INDEX proposal_target_target_name_idx ON cta.proposal_target USING btree (target_name);

COMMENT ON TABLE cta.site IS 'A place where telescopes stand';
COMMENT ON COLUMN cta.site.name IS 'Name of the site: North, South, or that of another observatory';
COMMENT ON COLUMN cta.site.facility IS 'Observatory, as in facility_name of ObsCore';
COMMENT ON COLUMN cta.site.instrument_name IS 'Name of its array, as in instrument_name of ObsCore';
COMMENT ON COLUMN cta.site.description IS 'About the site';
COMMENT ON COLUMN cta.site.latitude IS 'Geodetic latitude, north positive';
COMMENT ON COLUMN cta.site.longitude IS 'Geodetic longitude, east positive';
COMMENT ON COLUMN cta.site.elevation IS 'Height above sea level';
COMMENT ON TABLE cta.instrument_description IS 'A kind of telescope with its camera, as built';
COMMENT ON COLUMN cta.instrument_description.name IS 'Name of the kind of instrument';
COMMENT ON COLUMN cta.instrument_description.description IS 'About the instrument';
COMMENT ON COLUMN cta.instrument_description.mirror_diameter IS 'Diameter of the mirror';
COMMENT ON COLUMN cta.instrument_description.field_of_view IS 'Diameter of the field of view of the camera';
COMMENT ON COLUMN cta.instrument_description.pixels IS 'Number of pixels of the camera';
COMMENT ON COLUMN cta.instrument_description.energy_min IS 'Lowest energy it is built for';
COMMENT ON COLUMN cta.instrument_description.energy_max IS 'Highest energy it is built for';
COMMENT ON TABLE cta.telescope IS 'A telescope';
COMMENT ON COLUMN cta.telescope.telescope_id IS 'Identifier of the telescope, such as LST-N-01';
COMMENT ON COLUMN cta.telescope.name IS 'Name of the telescope';
COMMENT ON COLUMN cta.telescope.telescope_type IS 'Size class';
COMMENT ON COLUMN cta.telescope.camera IS 'Name of the camera';
COMMENT ON COLUMN cta.telescope.x IS 'Position in the array, towards north';
COMMENT ON COLUMN cta.telescope.y IS 'Position in the array, towards west';
COMMENT ON COLUMN cta.telescope.z IS 'Position in the array, upwards';
COMMENT ON COLUMN cta.telescope.valid_from IS 'In use since (UTC)';
COMMENT ON COLUMN cta.telescope.valid_to IS 'In use until (UTC)';
COMMENT ON COLUMN cta.telescope.site_name IS 'Where it stands';
COMMENT ON COLUMN cta.telescope.instrument_name IS 'What it is like';
COMMENT ON TABLE cta.sub_array IS 'Telescopes that observe together';
COMMENT ON COLUMN cta.sub_array.name IS 'Name of the sub-array, such as LST-N or Alpha-S';
COMMENT ON COLUMN cta.sub_array.description IS 'About the sub-array';
COMMENT ON COLUMN cta.sub_array.valid_from IS 'In use since (UTC)';
COMMENT ON COLUMN cta.sub_array.valid_to IS 'In use until (UTC)';
COMMENT ON COLUMN cta.sub_array.site_name IS 'Where its telescopes stand';
COMMENT ON TABLE cta.target_class IS 'A class of celestial objects';
COMMENT ON COLUMN cta.target_class.name IS 'Name of the class, a term of SIMBAD where there is one';
COMMENT ON COLUMN cta.target_class.description IS 'What belongs to it';
COMMENT ON COLUMN cta.target_class.broader IS 'The class it is part of';
COMMENT ON TABLE cta.target IS 'What observations are made of';
COMMENT ON COLUMN cta.target.name IS 'Name of the target';
COMMENT ON COLUMN cta.target.ra IS 'Right ascension (ICRS)';
COMMENT ON COLUMN cta.target.dec IS 'Declination (ICRS)';
COMMENT ON COLUMN cta.target.extent IS 'Diameter on the sky; none for a point';
COMMENT ON COLUMN cta.target.is_moving IS 'Whether it moves on the sky';
COMMENT ON COLUMN cta.target.spectral_model IS 'Spectral model, where one is assumed';
COMMENT ON COLUMN cta.target.comment IS 'About the target';
COMMENT ON COLUMN cta.target.target_class IS 'Its class';
COMMENT ON TABLE cta.proposal IS 'A request for observations';
COMMENT ON COLUMN cta.proposal.proposal_id IS 'Identifier of the proposal';
COMMENT ON COLUMN cta.proposal.cycle IS 'Call it answers';
COMMENT ON COLUMN cta.proposal.title IS 'Title';
COMMENT ON COLUMN cta.proposal.abstract IS 'What it is about';
COMMENT ON COLUMN cta.proposal.proposal_type IS 'How it came in';
COMMENT ON COLUMN cta.proposal.status IS 'Where it stands';
COMMENT ON COLUMN cta.proposal.science_category IS 'Field of science';
COMMENT ON COLUMN cta.proposal.submitted IS 'When it was handed in (UTC)';
COMMENT ON COLUMN cta.proposal.proprietary_period IS 'How long its data stay proprietary';
COMMENT ON COLUMN cta.proposal.granted_time IS 'Time granted';
COMMENT ON TABLE cta.proposal_member IS 'Someone who stands behind a proposal';
COMMENT ON COLUMN cta.proposal_member.proposal_id IS 'Proposal it is part of';
COMMENT ON COLUMN cta.proposal_member.member_id IS 'Account or address of the member';
COMMENT ON COLUMN cta.proposal_member.name IS 'Name of the member';
COMMENT ON COLUMN cta.proposal_member.role IS 'What the member is to the proposal';
COMMENT ON TABLE cta.proposal_requirement IS 'Something a proposal needs';
COMMENT ON COLUMN cta.proposal_requirement.proposal_id IS 'Proposal it is part of';
COMMENT ON COLUMN cta.proposal_requirement.number IS 'Number within the proposal';
COMMENT ON COLUMN cta.proposal_requirement.kind IS 'What is required: sensitivity, resolution, cadence …';
COMMENT ON COLUMN cta.proposal_requirement.threshold IS 'The least that will do, in the unit beside';
COMMENT ON COLUMN cta.proposal_requirement.unit IS 'Unit of the threshold (VOUnits)';
COMMENT ON COLUMN cta.proposal_requirement.description IS 'In words';
COMMENT ON TABLE cta.observing_constraint IS 'When the observations of a proposal may be made';
COMMENT ON COLUMN cta.observing_constraint.proposal_id IS 'Proposal it is part of';
COMMENT ON COLUMN cta.observing_constraint.number IS 'Number within the proposal';
COMMENT ON COLUMN cta.observing_constraint.zenith_min IS 'Least zenith angle';
COMMENT ON COLUMN cta.observing_constraint.zenith_max IS 'Greatest zenith angle';
COMMENT ON COLUMN cta.observing_constraint.moon_condition IS 'Moonlight allowed';
COMMENT ON COLUMN cta.observing_constraint.nsb_max IS 'Greatest night sky background, as photoelectrons per pixel and time';
COMMENT ON COLUMN cta.observing_constraint.t_earliest IS 'Not before (MJD, UTC)';
COMMENT ON COLUMN cta.observing_constraint.t_latest IS 'Not after (MJD, UTC)';
COMMENT ON TABLE cta.scheduling_block IS 'Observations that are scheduled together';
COMMENT ON COLUMN cta.scheduling_block.sb_id IS 'Number of the scheduling block';
COMMENT ON COLUMN cta.scheduling_block.priority IS '0 easily moved, 1, 2 not to be moved';
COMMENT ON COLUMN cta.scheduling_block.status IS 'Where it stands';
COMMENT ON COLUMN cta.scheduling_block.category IS 'How firm its time is';
COMMENT ON COLUMN cta.scheduling_block.t_planning IS 'When it came into the plan or was last changed (MJD, UTC)';
COMMENT ON COLUMN cta.scheduling_block.t_earliest IS 'Not before (MJD, UTC)';
COMMENT ON COLUMN cta.scheduling_block.t_latest IS 'Not after (MJD, UTC)';
COMMENT ON COLUMN cta.scheduling_block.zenith_min IS 'Least zenith angle';
COMMENT ON COLUMN cta.scheduling_block.zenith_max IS 'Greatest zenith angle';
COMMENT ON COLUMN cta.scheduling_block.moon_condition IS 'Moonlight allowed';
COMMENT ON COLUMN cta.scheduling_block.nsb_max IS 'Greatest night sky background, as photoelectrons per pixel and time';
COMMENT ON COLUMN cta.scheduling_block.proposal_id IS 'Whom it serves';
COMMENT ON COLUMN cta.scheduling_block.target_name IS 'What it observes';
COMMENT ON COLUMN cta.scheduling_block.site_name IS 'Where it is observed';
COMMENT ON TABLE cta.observation_block IS 'One observation in one configuration';
COMMENT ON COLUMN cta.observation_block.ob_id IS 'Number of the observation block; it never changes';
COMMENT ON COLUMN cta.observation_block.sb_id IS 'SchedulingBlock it is part of';
COMMENT ON COLUMN cta.observation_block.persistent_id IS 'The block as an IVOA identifier';
COMMENT ON COLUMN cta.observation_block.sequence IS 'Place within the scheduling block';
COMMENT ON COLUMN cta.observation_block.status IS 'Where it stands';
COMMENT ON COLUMN cta.observation_block.planned_start IS 'When it is to begin (MJD, UTC)';
COMMENT ON COLUMN cta.observation_block.planned_duration IS 'How long it is to last';
COMMENT ON COLUMN cta.observation_block.actual_start IS 'When it began (MJD, UTC)';
COMMENT ON COLUMN cta.observation_block.actual_stop IS 'When it ended (MJD, UTC)';
COMMENT ON COLUMN cta.observation_block.obs_config_id IS 'How it is observed';
COMMENT ON TABLE cta.obs_config IS 'How an observation is made';
COMMENT ON COLUMN cta.obs_config.obs_config_id IS 'Identifier of the configuration';
COMMENT ON COLUMN cta.obs_config.obs_type IS 'Type of the observation: science, flatfield, SPE, pedestal, calibration, test …';
COMMENT ON COLUMN cta.obs_config.strategy IS 'Strategy in words';
COMMENT ON COLUMN cta.obs_config.pointing_ra IS 'Right ascension (ICRS)';
COMMENT ON COLUMN cta.obs_config.pointing_dec IS 'Declination (ICRS)';
COMMENT ON COLUMN cta.obs_config.field_of_view IS 'Diameter of the field of view';
COMMENT ON COLUMN cta.obs_config.obs_mode IS 'How the telescopes point with regard to the target';
COMMENT ON COLUMN cta.obs_config.pointing_mode IS 'parallel, divergent, convergent (the latter two where known followed by the angle: divergent-5d) or custom';
COMMENT ON COLUMN cta.obs_config.divergence IS 'Angle between the outermost telescopes and the axis of the array; 0 when parallel';
COMMENT ON COLUMN cta.obs_config.tracking_mode IS 'What the telescopes follow';
COMMENT ON COLUMN cta.obs_config.scan_mode IS 'Pattern of pointings';
COMMENT ON COLUMN cta.obs_config.wobble_offset IS 'Distance of the pointing from the target';
COMMENT ON COLUMN cta.obs_config.wobble_angle IS 'Direction of the offset, from north through east';
COMMENT ON COLUMN cta.obs_config.trigger_mode IS 'Trigger of the array: stereo, mono …';
COMMENT ON COLUMN cta.obs_config.camera_mode IS 'Readout of the cameras';
COMMENT ON COLUMN cta.obs_config.energy_min IS 'Lowest energy aimed at';
COMMENT ON COLUMN cta.obs_config.energy_max IS 'Highest energy aimed at';
COMMENT ON COLUMN cta.obs_config.sub_array_name IS 'Who observes';
COMMENT ON TABLE cta.time_interval IS 'A part of an observation, of one kind';
COMMENT ON COLUMN cta.time_interval.ob_id IS 'ObservationBlock it is part of';
COMMENT ON COLUMN cta.time_interval.number IS 'Number within the observation block';
COMMENT ON COLUMN cta.time_interval.classtype IS 'Class of the object';
COMMENT ON COLUMN cta.time_interval.t_start IS 'Begin (MJD, UTC)';
COMMENT ON COLUMN cta.time_interval.t_stop IS 'End (MJD, UTC)';
COMMENT ON COLUMN cta.time_interval.comment IS 'What happened';
COMMENT ON COLUMN cta.time_interval.livetime IS 'Time corrected for dead time';
COMMENT ON COLUMN cta.time_interval.slew_distance IS 'How far they move';
COMMENT ON COLUMN cta.time_interval.calibration_kind IS 'What is calibrated: flatfield, pedestal, SPE, pointing …';
COMMENT ON COLUMN cta.time_interval.background_rate IS 'Trigger rate of the background';
COMMENT ON COLUMN cta.time_interval.light_source IS 'Where the light comes from: moon, car flash, meteor …';
COMMENT ON COLUMN cta.time_interval.cause IS 'Why';
COMMENT ON COLUMN cta.time_interval.cloud_cover IS 'Part of the sky that clouds cover, 0 to 1';
COMMENT ON COLUMN cta.time_interval.subsystem IS 'What was at fault';
COMMENT ON TABLE cta.ambient_conditions IS 'Weather and sky during a part of an observation';
COMMENT ON COLUMN cta.ambient_conditions.ob_id IS 'ObservationBlock it is part of';
COMMENT ON COLUMN cta.ambient_conditions.number IS 'Number within the observation block';
COMMENT ON COLUMN cta.ambient_conditions.t_start IS 'Begin (MJD, UTC)';
COMMENT ON COLUMN cta.ambient_conditions.t_stop IS 'End (MJD, UTC)';
COMMENT ON COLUMN cta.ambient_conditions.zenith IS 'Mean zenith angle of the pointing';
COMMENT ON COLUMN cta.ambient_conditions.azimuth IS 'Mean azimuth of the pointing, from north through east';
COMMENT ON COLUMN cta.ambient_conditions.nsb IS 'Night sky background, as photoelectrons per pixel and time';
COMMENT ON COLUMN cta.ambient_conditions.trigger_rate IS 'Trigger rate of the array';
COMMENT ON COLUMN cta.ambient_conditions.atmosphere IS 'Atmospheric profile used';
COMMENT ON COLUMN cta.ambient_conditions.transparency IS 'Transparency of the atmosphere as a fraction of the best';
COMMENT ON COLUMN cta.ambient_conditions.air_temperature IS 'Temperature of the air';
COMMENT ON COLUMN cta.ambient_conditions.air_pressure IS 'Pressure of the air';
COMMENT ON COLUMN cta.ambient_conditions.humidity IS 'Relative humidity';
COMMENT ON COLUMN cta.ambient_conditions.wind_speed IS 'Speed of the wind';
COMMENT ON TABLE cta.acquisition IS 'A run: data taken without a break';
COMMENT ON COLUMN cta.acquisition.obs_collection IS 'Data collection, as in obs_collection of ObsCore';
COMMENT ON COLUMN cta.acquisition.run_id IS 'Number of the run';
COMMENT ON COLUMN cta.acquisition.t_start IS 'Begin (MJD, UTC)';
COMMENT ON COLUMN cta.acquisition.t_stop IS 'End (MJD, UTC)';
COMMENT ON COLUMN cta.acquisition.ontime IS 'Sum of the good time intervals';
COMMENT ON COLUMN cta.acquisition.livetime IS 'Time corrected for dead time';
COMMENT ON COLUMN cta.acquisition.zenith IS 'Zenith angle of the pointing';
COMMENT ON COLUMN cta.acquisition.quality IS '-1 unknown, 0 best, 1 medium, 2 bad';
COMMENT ON COLUMN cta.acquisition.telescope_list IS 'Telescopes that took part, as the file has them';
COMMENT ON COLUMN cta.acquisition.comment IS 'About the run';
COMMENT ON COLUMN cta.acquisition.ob_id IS 'The observation it was taken for';
COMMENT ON COLUMN cta.acquisition.obs_config_id IS 'How it was taken, where there is no observation block';
COMMENT ON COLUMN cta.acquisition.target_name IS 'What was observed, where there is no scheduling block';
COMMENT ON COLUMN cta.acquisition.proposal_id IS 'Whom it served, where there is no scheduling block';
COMMENT ON TABLE cta.processing IS 'A way of making data products: software, versions, methods, cuts';
COMMENT ON COLUMN cta.processing.processing_id IS 'Identifier of the processing';
COMMENT ON COLUMN cta.processing.description IS 'About the processing';
COMMENT ON COLUMN cta.processing.pipeline_name IS 'Name of the pipeline that made the product';
COMMENT ON COLUMN cta.processing.pipeline_version IS 'Version of the pipeline that made the product';
COMMENT ON COLUMN cta.processing.calib_version IS 'Version of the calibration';
COMMENT ON COLUMN cta.processing.reco_version IS 'Version of the event reconstruction';
COMMENT ON COLUMN cta.processing.reco_method IS 'Method of the event reconstruction, such as Hillas or ImPACT';
COMMENT ON COLUMN cta.processing.applied_cuts IS 'Name of the event selection, such as std, hard, loose';
COMMENT ON COLUMN cta.processing.spectral_model IS 'Spectral model assumed or fitted';
COMMENT ON TABLE cta.collection IS 'A data collection, and what holds for all of it unless more is known of a run';
COMMENT ON COLUMN cta.collection.name IS 'Name of the collection, as in obs_collection of ObsCore';
COMMENT ON COLUMN cta.collection.description IS 'About the collection';
COMMENT ON COLUMN cta.collection.obs_config_id IS 'How its runs were taken';
COMMENT ON COLUMN cta.collection.proposal_id IS 'Whom it served';
COMMENT ON COLUMN cta.collection.processing_id IS 'How its products were made';
COMMENT ON TABLE cta.data_product IS 'A data product, DL0 to DL6, with all that ObsCore, its high-energy extension and CTA say of it';
COMMENT ON COLUMN cta.data_product.obs_publisher_did IS 'Unique identifier of the dataset given by the publisher';
COMMENT ON COLUMN cta.data_product.dataproduct_type IS 'Logical type of the product: a term of ObsCore 1.1, or of the newer high-energy vocabulary where the service is so set';
COMMENT ON COLUMN cta.data_product.calib_level IS 'Degree of calibration: 0 raw, 1 instrumental, 2 calibrated, 3 enhanced or combined, 4 analysis product';
COMMENT ON COLUMN cta.data_product.obs_collection IS 'Name of the data collection';
COMMENT ON COLUMN cta.data_product.obs_id IS 'Identifier of the observation; the same for all its products';
COMMENT ON COLUMN cta.data_product.access_url IS 'Where to reach the dataset: its DataLink document, or the file itself';
COMMENT ON COLUMN cta.data_product.access_format IS 'Media type of what the access URL gives';
COMMENT ON COLUMN cta.data_product.access_estsize IS 'Size of the dataset''s file in units of 1000 bytes, rounded up';
COMMENT ON COLUMN cta.data_product.s_ra IS 'Right ascension (ICRS) of the centre of the field of view';
COMMENT ON COLUMN cta.data_product.s_dec IS 'Declination (ICRS) of the centre of the field of view';
COMMENT ON COLUMN cta.data_product.s_fov IS 'Characteristic diameter of the field of view';
COMMENT ON COLUMN cta.data_product.s_region IS 'Region of the sky covered (ICRS)';
COMMENT ON COLUMN cta.data_product.s_resolution IS 'Typical angular resolution (FWHM); for event lists that of the Gaussian with the 68 % containment radius of the point spread function at s_ref_energy and s_ref_oaa, 1.56 times that radius';
COMMENT ON COLUMN cta.data_product.s_xel1 IS 'Number of elements along the first spatial axis; -1 for event lists';
COMMENT ON COLUMN cta.data_product.s_xel2 IS 'Number of elements along the second spatial axis; -1 for event lists';
COMMENT ON COLUMN cta.data_product.s_ucd IS 'UCD of the spatial axis';
COMMENT ON COLUMN cta.data_product.s_unit IS 'Unit of the spatial axis';
COMMENT ON COLUMN cta.data_product.s_resolution_min IS 'Best angular resolution within the energy range, same measure as s_resolution';
COMMENT ON COLUMN cta.data_product.s_resolution_max IS 'Worst angular resolution within the energy range, same measure as s_resolution';
COMMENT ON COLUMN cta.data_product.s_pixel_scale IS 'Sampling period of an image';
COMMENT ON COLUMN cta.data_product.s_calib_status IS 'Calibration of the spatial axis: uncalibrated, raw or calibrated';
COMMENT ON COLUMN cta.data_product.s_stat_error IS 'Statistical error of positions';
COMMENT ON COLUMN cta.data_product.t_min IS 'Start of the observation (MJD, UTC), from the good time intervals';
COMMENT ON COLUMN cta.data_product.t_max IS 'End of the observation (MJD, UTC), from the good time intervals';
COMMENT ON COLUMN cta.data_product.t_exptime IS 'Exposure: the live time, corrected for dead time';
COMMENT ON COLUMN cta.data_product.t_resolution IS 'Resolution in time';
COMMENT ON COLUMN cta.data_product.t_xel IS 'Number of elements along the time axis; -1 for event lists';
COMMENT ON COLUMN cta.data_product.t_calib_status IS 'Calibration of the time axis: calibrated, uncalibrated, relative or raw';
COMMENT ON COLUMN cta.data_product.t_stat_error IS 'Statistical error of times';
COMMENT ON COLUMN cta.data_product.em_min IS 'Shortest wavelength in vacuum: that of the highest energy (for event lists of their selection, else the upper threshold of the effective area, else the highest event)';
COMMENT ON COLUMN cta.data_product.em_max IS 'Longest wavelength in vacuum: that of the lowest energy (for event lists of their selection, else the lower threshold of the effective area, else the lowest event)';
COMMENT ON COLUMN cta.data_product.em_res_power IS 'Spectral resolving power, E/dE, dE a full width at half maximum; for event lists at em_ref_energy and em_ref_oaa';
COMMENT ON COLUMN cta.data_product.em_xel IS 'Number of elements along the spectral axis; -1 for event lists';
COMMENT ON COLUMN cta.data_product.em_ucd IS 'UCD of the spectral axis';
COMMENT ON COLUMN cta.data_product.em_unit IS 'Unit of the spectral axis';
COMMENT ON COLUMN cta.data_product.em_calib_status IS 'Calibration of the spectral axis: calibrated, uncalibrated, relative or absolute';
COMMENT ON COLUMN cta.data_product.em_res_power_min IS 'Least spectral resolving power';
COMMENT ON COLUMN cta.data_product.em_res_power_max IS 'Greatest spectral resolving power';
COMMENT ON COLUMN cta.data_product.em_resolution IS 'Typical spectral resolution as a wavelength';
COMMENT ON COLUMN cta.data_product.em_stat_error IS 'Statistical error of the spectral coordinate';
COMMENT ON COLUMN cta.data_product.o_ucd IS 'UCD of the observable';
COMMENT ON COLUMN cta.data_product.o_unit IS 'Unit of the observable';
COMMENT ON COLUMN cta.data_product.o_calib_status IS 'Calibration of the observable: absolute, relative, normalized or any';
COMMENT ON COLUMN cta.data_product.o_stat_error IS 'Statistical error of the observable, in its unit (column o_unit)';
COMMENT ON COLUMN cta.data_product.pol_states IS 'Polarization states, between slashes';
COMMENT ON COLUMN cta.data_product.pol_xel IS 'Number of polarization states';
COMMENT ON COLUMN cta.data_product.facility_name IS 'Name of the observatory';
COMMENT ON COLUMN cta.data_product.instrument_name IS 'Name of the instrument; the array''s site for CTAO';
COMMENT ON COLUMN cta.data_product.dataproduct_subtype IS 'Data level, DL0 to DL6, where useful followed by a finer type';
COMMENT ON COLUMN cta.data_product.obs_creation_date IS 'When the dataset was created (UTC)';
COMMENT ON COLUMN cta.data_product.obs_creator_name IS 'Who or which software created the dataset';
COMMENT ON COLUMN cta.data_product.obs_creator_did IS 'Identifier of the dataset given by its creator';
COMMENT ON COLUMN cta.data_product.obs_title IS 'One line about the dataset';
COMMENT ON COLUMN cta.data_product.publisher_id IS 'Identifier of the publisher';
COMMENT ON COLUMN cta.data_product.bib_reference IS 'Publication that describes the dataset';
COMMENT ON COLUMN cta.data_product.data_rights IS 'public, proprietary (described to all, given to some until released), or secure (seen by some only)';
COMMENT ON COLUMN cta.data_product.obs_release_date IS 'When the dataset becomes public (UTC); without one it stays proprietary';
COMMENT ON COLUMN cta.data_product.ev_xel IS 'Number of events in the list';
COMMENT ON COLUMN cta.data_product.s_ref_energy IS 'Energy at which field of view, region and angular resolution hold';
COMMENT ON COLUMN cta.data_product.em_ref_energy IS 'Energy at which the spectral resolution holds';
COMMENT ON COLUMN cta.data_product.s_ref_oaa IS 'Angle from the axis at which the angular resolution holds';
COMMENT ON COLUMN cta.data_product.em_ref_oaa IS 'Angle from the axis at which the spectral resolution holds';
COMMENT ON COLUMN cta.data_product.t_intervals IS 'Time coverage by good time intervals, as an ASCII time MOC';
COMMENT ON COLUMN cta.data_product.energy_min IS 'Lowest energy';
COMMENT ON COLUMN cta.data_product.energy_max IS 'Highest energy';
COMMENT ON COLUMN cta.data_product.obs_mode IS 'Observation mode of the facility: wobble, on, off, scan';
COMMENT ON COLUMN cta.data_product.tracking_mode IS 'sidereal, fixed-az-el-transit, solar-system-object-tracking or none';
COMMENT ON COLUMN cta.data_product.scan_mode IS 'on-source, on-off, raster-map, on-the-fly-cross-scan, on-the-fly-cross-map or slew';
COMMENT ON COLUMN cta.data_product.pointing_mode IS 'parallel, divergent or convergent, the latter two where known followed by the angle (divergent-5d), or custom';
COMMENT ON COLUMN cta.data_product.analysis_mode IS 'Name of the analysis configuration';
COMMENT ON COLUMN cta.data_product.event_type IS 'Quality class of the events';
COMMENT ON COLUMN cta.data_product.messenger_name IS 'Kind of particle detected or searched for, such as photon';
COMMENT ON COLUMN cta.data_product.messenger_pdgid IS 'PDG number of the particle with its sign, such as +22';
COMMENT ON COLUMN cta.data_product.data_level IS 'Data level as a number, 0 to 6';
COMMENT ON COLUMN cta.data_product.level_scheme IS 'Which definition of the data levels is meant: CTAO or CTA-classic';
COMMENT ON COLUMN cta.data_product.obs_type IS 'Type of the observation: science, calibration, test …';
COMMENT ON COLUMN cta.data_product.run_id IS 'Number of the run';
COMMENT ON COLUMN cta.data_product.zen_pnt IS 'Zenith angle of the pointing';
COMMENT ON COLUMN cta.data_product.data_quality IS 'Quality: -1 unknown, 0 best, 1 medium, 2 bad';
COMMENT ON COLUMN cta.data_product.fits_obs_mode IS 'Observation mode as the file has it';
COMMENT ON COLUMN cta.data_product.pipeline_name IS 'Name of the pipeline that made the product';
COMMENT ON COLUMN cta.data_product.pipeline_version IS 'Version of the pipeline that made the product';
COMMENT ON COLUMN cta.data_product.calib_version IS 'Version of the calibration';
COMMENT ON COLUMN cta.data_product.reco_version IS 'Version of the event reconstruction';
COMMENT ON COLUMN cta.data_product.reco_method IS 'Method of the event reconstruction, such as Hillas or ImPACT';
COMMENT ON COLUMN cta.data_product.applied_cuts IS 'Name of the event selection, such as std, hard, loose';
COMMENT ON COLUMN cta.data_product.spectral_model IS 'Spectral model assumed or fitted';
COMMENT ON COLUMN cta.data_product.hea_product_type IS 'Logical type in the words of the high-energy extension of ObsCore';
COMMENT ON COLUMN cta.data_product.access_groups IS 'Who may see a secure product, and read a proprietary one before its release';
COMMENT ON COLUMN cta.data_product.target_name IS 'Name of the observed target';
COMMENT ON COLUMN cta.data_product.target_class IS 'Class of the target, a term of cta.target_class';
COMMENT ON COLUMN cta.data_product.proposal_id IS 'Identifier of the proposal, a row of cta.proposal';
COMMENT ON COLUMN cta.data_product.site IS 'Site of the array, a row of cta.site';
COMMENT ON COLUMN cta.data_product.sub_array_name IS 'Name of the sub-array, a row of cta.sub_array';
COMMENT ON COLUMN cta.data_product.sb_id IS 'Number of the scheduling block';
COMMENT ON COLUMN cta.data_product.ob_id IS 'Number of the observation block';
COMMENT ON TABLE cta.data_product_secure IS 'A data product, DL0 to DL6, with all that ObsCore, its high-energy extension and CTA say of it';
COMMENT ON COLUMN cta.data_product_secure.obs_publisher_did IS 'Unique identifier of the dataset given by the publisher';
COMMENT ON COLUMN cta.data_product_secure.dataproduct_type IS 'Logical type of the product: a term of ObsCore 1.1, or of the newer high-energy vocabulary where the service is so set';
COMMENT ON COLUMN cta.data_product_secure.calib_level IS 'Degree of calibration: 0 raw, 1 instrumental, 2 calibrated, 3 enhanced or combined, 4 analysis product';
COMMENT ON COLUMN cta.data_product_secure.obs_collection IS 'Name of the data collection';
COMMENT ON COLUMN cta.data_product_secure.obs_id IS 'Identifier of the observation; the same for all its products';
COMMENT ON COLUMN cta.data_product_secure.access_url IS 'Where to reach the dataset: its DataLink document, or the file itself';
COMMENT ON COLUMN cta.data_product_secure.access_format IS 'Media type of what the access URL gives';
COMMENT ON COLUMN cta.data_product_secure.access_estsize IS 'Size of the dataset''s file in units of 1000 bytes, rounded up';
COMMENT ON COLUMN cta.data_product_secure.s_ra IS 'Right ascension (ICRS) of the centre of the field of view';
COMMENT ON COLUMN cta.data_product_secure.s_dec IS 'Declination (ICRS) of the centre of the field of view';
COMMENT ON COLUMN cta.data_product_secure.s_fov IS 'Characteristic diameter of the field of view';
COMMENT ON COLUMN cta.data_product_secure.s_region IS 'Region of the sky covered (ICRS)';
COMMENT ON COLUMN cta.data_product_secure.s_resolution IS 'Typical angular resolution (FWHM); for event lists that of the Gaussian with the 68 % containment radius of the point spread function at s_ref_energy and s_ref_oaa, 1.56 times that radius';
COMMENT ON COLUMN cta.data_product_secure.s_xel1 IS 'Number of elements along the first spatial axis; -1 for event lists';
COMMENT ON COLUMN cta.data_product_secure.s_xel2 IS 'Number of elements along the second spatial axis; -1 for event lists';
COMMENT ON COLUMN cta.data_product_secure.s_ucd IS 'UCD of the spatial axis';
COMMENT ON COLUMN cta.data_product_secure.s_unit IS 'Unit of the spatial axis';
COMMENT ON COLUMN cta.data_product_secure.s_resolution_min IS 'Best angular resolution within the energy range, same measure as s_resolution';
COMMENT ON COLUMN cta.data_product_secure.s_resolution_max IS 'Worst angular resolution within the energy range, same measure as s_resolution';
COMMENT ON COLUMN cta.data_product_secure.s_pixel_scale IS 'Sampling period of an image';
COMMENT ON COLUMN cta.data_product_secure.s_calib_status IS 'Calibration of the spatial axis: uncalibrated, raw or calibrated';
COMMENT ON COLUMN cta.data_product_secure.s_stat_error IS 'Statistical error of positions';
COMMENT ON COLUMN cta.data_product_secure.t_min IS 'Start of the observation (MJD, UTC), from the good time intervals';
COMMENT ON COLUMN cta.data_product_secure.t_max IS 'End of the observation (MJD, UTC), from the good time intervals';
COMMENT ON COLUMN cta.data_product_secure.t_exptime IS 'Exposure: the live time, corrected for dead time';
COMMENT ON COLUMN cta.data_product_secure.t_resolution IS 'Resolution in time';
COMMENT ON COLUMN cta.data_product_secure.t_xel IS 'Number of elements along the time axis; -1 for event lists';
COMMENT ON COLUMN cta.data_product_secure.t_calib_status IS 'Calibration of the time axis: calibrated, uncalibrated, relative or raw';
COMMENT ON COLUMN cta.data_product_secure.t_stat_error IS 'Statistical error of times';
COMMENT ON COLUMN cta.data_product_secure.em_min IS 'Shortest wavelength in vacuum: that of the highest energy (for event lists of their selection, else the upper threshold of the effective area, else the highest event)';
COMMENT ON COLUMN cta.data_product_secure.em_max IS 'Longest wavelength in vacuum: that of the lowest energy (for event lists of their selection, else the lower threshold of the effective area, else the lowest event)';
COMMENT ON COLUMN cta.data_product_secure.em_res_power IS 'Spectral resolving power, E/dE, dE a full width at half maximum; for event lists at em_ref_energy and em_ref_oaa';
COMMENT ON COLUMN cta.data_product_secure.em_xel IS 'Number of elements along the spectral axis; -1 for event lists';
COMMENT ON COLUMN cta.data_product_secure.em_ucd IS 'UCD of the spectral axis';
COMMENT ON COLUMN cta.data_product_secure.em_unit IS 'Unit of the spectral axis';
COMMENT ON COLUMN cta.data_product_secure.em_calib_status IS 'Calibration of the spectral axis: calibrated, uncalibrated, relative or absolute';
COMMENT ON COLUMN cta.data_product_secure.em_res_power_min IS 'Least spectral resolving power';
COMMENT ON COLUMN cta.data_product_secure.em_res_power_max IS 'Greatest spectral resolving power';
COMMENT ON COLUMN cta.data_product_secure.em_resolution IS 'Typical spectral resolution as a wavelength';
COMMENT ON COLUMN cta.data_product_secure.em_stat_error IS 'Statistical error of the spectral coordinate';
COMMENT ON COLUMN cta.data_product_secure.o_ucd IS 'UCD of the observable';
COMMENT ON COLUMN cta.data_product_secure.o_unit IS 'Unit of the observable';
COMMENT ON COLUMN cta.data_product_secure.o_calib_status IS 'Calibration of the observable: absolute, relative, normalized or any';
COMMENT ON COLUMN cta.data_product_secure.o_stat_error IS 'Statistical error of the observable, in its unit (column o_unit)';
COMMENT ON COLUMN cta.data_product_secure.pol_states IS 'Polarization states, between slashes';
COMMENT ON COLUMN cta.data_product_secure.pol_xel IS 'Number of polarization states';
COMMENT ON COLUMN cta.data_product_secure.facility_name IS 'Name of the observatory';
COMMENT ON COLUMN cta.data_product_secure.instrument_name IS 'Name of the instrument; the array''s site for CTAO';
COMMENT ON COLUMN cta.data_product_secure.dataproduct_subtype IS 'Data level, DL0 to DL6, where useful followed by a finer type';
COMMENT ON COLUMN cta.data_product_secure.obs_creation_date IS 'When the dataset was created (UTC)';
COMMENT ON COLUMN cta.data_product_secure.obs_creator_name IS 'Who or which software created the dataset';
COMMENT ON COLUMN cta.data_product_secure.obs_creator_did IS 'Identifier of the dataset given by its creator';
COMMENT ON COLUMN cta.data_product_secure.obs_title IS 'One line about the dataset';
COMMENT ON COLUMN cta.data_product_secure.publisher_id IS 'Identifier of the publisher';
COMMENT ON COLUMN cta.data_product_secure.bib_reference IS 'Publication that describes the dataset';
COMMENT ON COLUMN cta.data_product_secure.data_rights IS 'public, proprietary (described to all, given to some until released), or secure (seen by some only)';
COMMENT ON COLUMN cta.data_product_secure.obs_release_date IS 'When the dataset becomes public (UTC); without one it stays proprietary';
COMMENT ON COLUMN cta.data_product_secure.ev_xel IS 'Number of events in the list';
COMMENT ON COLUMN cta.data_product_secure.s_ref_energy IS 'Energy at which field of view, region and angular resolution hold';
COMMENT ON COLUMN cta.data_product_secure.em_ref_energy IS 'Energy at which the spectral resolution holds';
COMMENT ON COLUMN cta.data_product_secure.s_ref_oaa IS 'Angle from the axis at which the angular resolution holds';
COMMENT ON COLUMN cta.data_product_secure.em_ref_oaa IS 'Angle from the axis at which the spectral resolution holds';
COMMENT ON COLUMN cta.data_product_secure.t_intervals IS 'Time coverage by good time intervals, as an ASCII time MOC';
COMMENT ON COLUMN cta.data_product_secure.energy_min IS 'Lowest energy';
COMMENT ON COLUMN cta.data_product_secure.energy_max IS 'Highest energy';
COMMENT ON COLUMN cta.data_product_secure.obs_mode IS 'Observation mode of the facility: wobble, on, off, scan';
COMMENT ON COLUMN cta.data_product_secure.tracking_mode IS 'sidereal, fixed-az-el-transit, solar-system-object-tracking or none';
COMMENT ON COLUMN cta.data_product_secure.scan_mode IS 'on-source, on-off, raster-map, on-the-fly-cross-scan, on-the-fly-cross-map or slew';
COMMENT ON COLUMN cta.data_product_secure.pointing_mode IS 'parallel, divergent or convergent, the latter two where known followed by the angle (divergent-5d), or custom';
COMMENT ON COLUMN cta.data_product_secure.analysis_mode IS 'Name of the analysis configuration';
COMMENT ON COLUMN cta.data_product_secure.event_type IS 'Quality class of the events';
COMMENT ON COLUMN cta.data_product_secure.messenger_name IS 'Kind of particle detected or searched for, such as photon';
COMMENT ON COLUMN cta.data_product_secure.messenger_pdgid IS 'PDG number of the particle with its sign, such as +22';
COMMENT ON COLUMN cta.data_product_secure.data_level IS 'Data level as a number, 0 to 6';
COMMENT ON COLUMN cta.data_product_secure.level_scheme IS 'Which definition of the data levels is meant: CTAO or CTA-classic';
COMMENT ON COLUMN cta.data_product_secure.obs_type IS 'Type of the observation: science, calibration, test …';
COMMENT ON COLUMN cta.data_product_secure.run_id IS 'Number of the run';
COMMENT ON COLUMN cta.data_product_secure.zen_pnt IS 'Zenith angle of the pointing';
COMMENT ON COLUMN cta.data_product_secure.data_quality IS 'Quality: -1 unknown, 0 best, 1 medium, 2 bad';
COMMENT ON COLUMN cta.data_product_secure.fits_obs_mode IS 'Observation mode as the file has it';
COMMENT ON COLUMN cta.data_product_secure.pipeline_name IS 'Name of the pipeline that made the product';
COMMENT ON COLUMN cta.data_product_secure.pipeline_version IS 'Version of the pipeline that made the product';
COMMENT ON COLUMN cta.data_product_secure.calib_version IS 'Version of the calibration';
COMMENT ON COLUMN cta.data_product_secure.reco_version IS 'Version of the event reconstruction';
COMMENT ON COLUMN cta.data_product_secure.reco_method IS 'Method of the event reconstruction, such as Hillas or ImPACT';
COMMENT ON COLUMN cta.data_product_secure.applied_cuts IS 'Name of the event selection, such as std, hard, loose';
COMMENT ON COLUMN cta.data_product_secure.spectral_model IS 'Spectral model assumed or fitted';
COMMENT ON COLUMN cta.data_product_secure.hea_product_type IS 'Logical type in the words of the high-energy extension of ObsCore';
COMMENT ON COLUMN cta.data_product_secure.access_groups IS 'Who may see a secure product, and read a proprietary one before its release';
COMMENT ON COLUMN cta.data_product_secure.target_name IS 'Name of the observed target';
COMMENT ON COLUMN cta.data_product_secure.target_class IS 'Class of the target, a term of cta.target_class';
COMMENT ON COLUMN cta.data_product_secure.proposal_id IS 'Identifier of the proposal, a row of cta.proposal';
COMMENT ON COLUMN cta.data_product_secure.site IS 'Site of the array, a row of cta.site';
COMMENT ON COLUMN cta.data_product_secure.sub_array_name IS 'Name of the sub-array, a row of cta.sub_array';
COMMENT ON COLUMN cta.data_product_secure.sb_id IS 'Number of the scheduling block';
COMMENT ON COLUMN cta.data_product_secure.ob_id IS 'Number of the observation block';
COMMENT ON TABLE cta.data_file IS 'A file of a data product';
COMMENT ON COLUMN cta.data_file.file_id IS 'Number of the file';
COMMENT ON COLUMN cta.data_file.obs_publisher_did IS 'DataProduct it is part of';
COMMENT ON COLUMN cta.data_file.role IS 'What it is to the product';
COMMENT ON COLUMN cta.data_file.file_name IS 'Name of the file';
COMMENT ON COLUMN cta.data_file.media_type IS 'Media type';
COMMENT ON COLUMN cta.data_file.bytes IS 'Size of the file';
COMMENT ON COLUMN cta.data_file.sha256 IS 'SHA-256 of the content, hexadecimal';
COMMENT ON COLUMN cta.data_file.hdus IS 'Names of the FITS extensions, separated by commas';
COMMENT ON COLUMN cta.data_file.modified IS 'When the file was last changed (UTC)';
COMMENT ON COLUMN cta.data_file.root IS 'Name of the directory or store, as in the settings';
COMMENT ON COLUMN cta.data_file.path IS 'Path below the root';
COMMENT ON COLUMN cta.data_file.secure IS 'Whether it belongs to a secure product; the database says so';
COMMENT ON TABLE cta.sub_array_telescope IS 'Its telescopes';
COMMENT ON COLUMN cta.sub_array_telescope.sub_array_name IS 'SubArray it belongs to';
COMMENT ON COLUMN cta.sub_array_telescope.telescope_id IS 'Its telescopes';
COMMENT ON TABLE cta.target_alias IS 'Other names, as files have them';
COMMENT ON COLUMN cta.target_alias.target_name IS 'Target it belongs to';
COMMENT ON COLUMN cta.target_alias.seq IS 'Place in the list, from 1';
COMMENT ON COLUMN cta.target_alias.alias IS 'Other names, as files have them';
COMMENT ON TABLE cta.proposal_target IS 'What it wants observed';
COMMENT ON COLUMN cta.proposal_target.proposal_id IS 'Proposal it belongs to';
COMMENT ON COLUMN cta.proposal_target.target_name IS 'What it wants observed';
