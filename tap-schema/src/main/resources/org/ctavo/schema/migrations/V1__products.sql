-- Data products, their files, and what is published of them.
CREATE SCHEMA cta;
CREATE SCHEMA IF NOT EXISTS ivoa;
CREATE SCHEMA access;
GRANT USAGE ON SCHEMA cta, ivoa, access TO ${queryRole}, ${ingestRole}, ${serviceRole};

-- The caller's groups, as the connection carries them; none for an anonymous caller.
CREATE FUNCTION access.groups() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN string_to_array(nullif(current_setting('access.groups', true), ''), ',');
COMMENT ON FUNCTION access.groups() IS 'groups of the caller; NULL for an anonymous one';

-- Open and secure products lie apart: geometry operators are not leakproof, so that a policy on the large table would
-- keep every cone search from its index.
CREATE TABLE cta.data_product (
    dataproduct_type text CHECK (dataproduct_type IN ('image', 'cube', 'spectrum', 'sed', 'timeseries', 'visibility', 'event', 'measurements')),
    calib_level int4 NOT NULL CHECK (calib_level BETWEEN 0 AND 4),
    obs_collection text NOT NULL,
    obs_id text NOT NULL,
    obs_publisher_did text PRIMARY KEY CHECK (obs_publisher_did ~ '^ivo://[^#&+%[:space:]]+$'),
    access_url text,
    access_format text DEFAULT 'application/x-votable+xml;content=datalink',
    access_estsize int8,
    target_name text,
    s_ra float8 CHECK (s_ra >= 0 AND s_ra < 360),
    s_dec float8 CHECK (s_dec BETWEEN -90 AND 90),
    s_fov float8,
    s_region float8[],
    s_resolution float8,
    s_xel1 int8,
    s_xel2 int8,
    t_min float8,
    t_max float8,
    t_exptime float8,
    t_resolution float8,
    t_xel int8,
    em_min float8,
    em_max float8,
    em_res_power float8,
    em_xel int8,
    o_ucd text,
    pol_states text,
    pol_xel int8,
    facility_name text,
    instrument_name text,
    dataproduct_subtype text,
    target_class text,
    obs_creation_date timestamp,
    obs_creator_name text,
    obs_creator_did text,
    obs_title text,
    publisher_id text,
    bib_reference text,
    data_rights text NOT NULL CHECK (data_rights IN ('public', 'proprietary')),
    obs_release_date timestamp,
    s_ucd text,
    s_unit text,
    s_resolution_min float8,
    s_resolution_max float8,
    s_pixel_scale float8,
    s_calib_status text,
    s_stat_error float8,
    t_calib_status text,
    t_stat_error float8,
    em_ucd text,
    em_unit text,
    em_calib_status text,
    em_res_power_min float8,
    em_res_power_max float8,
    em_resolution float8,
    em_stat_error float8,
    o_unit text,
    o_calib_status text,
    o_stat_error float8,
    proposal_id text,
    ev_xel int8,
    s_ref_energy float8,
    em_ref_energy float8,
    s_ref_oaa float8,
    em_ref_oaa float8,
    t_intervals text,
    energy_min float8,
    energy_max float8,
    obs_mode text,
    tracking_mode text,
    scan_mode text,
    pointing_mode text,
    analysis_mode text,
    event_type text,
    messenger_name text,
    messenger_pdgid text,
    data_level int2 CHECK (data_level BETWEEN 0 AND 6),
    level_scheme text CHECK (level_scheme IN ('CTAO', 'CTA-classic')),
    site text,
    sub_array_name text,
    obs_type text,
    run_id int8,
    sb_id int8,
    ob_id int8,
    zen_pnt float8,
    data_quality int2 CHECK (data_quality BETWEEN -1 AND 2),
    fits_obs_mode text,
    pipeline_name text,
    pipeline_version text,
    calib_version text,
    reco_version text,
    reco_method text,
    applied_cuts text,
    spectral_model text,
    hea_product_type text,
    access_groups text[] NOT NULL DEFAULT '{}'
        CHECK (array_position(access_groups, NULL) IS NULL
            AND array_to_string(access_groups, ',') !~ '(^,|,,|,$)')
);
CREATE INDEX data_product_s_vec ON cta.data_product USING gist (sphere.vec(s_ra, s_dec));
CREATE INDEX data_product_s_bounds ON cta.data_product USING gist (sphere.bounds(s_region));
CREATE INDEX data_product_target_name ON cta.data_product (target_name);
CREATE INDEX data_product_obs_id ON cta.data_product (obs_id);
CREATE INDEX data_product_obs_collection ON cta.data_product (obs_collection);
CREATE INDEX data_product_dataproduct_type ON cta.data_product (dataproduct_type);
CREATE INDEX data_product_dataproduct_subtype ON cta.data_product (dataproduct_subtype);
CREATE INDEX data_product_target_class ON cta.data_product (target_class);
CREATE INDEX data_product_proposal_id ON cta.data_product (proposal_id);
CREATE INDEX data_product_obs_release_date ON cta.data_product (obs_release_date);
CREATE INDEX data_product_t_min ON cta.data_product (t_min);
CREATE INDEX data_product_t_max ON cta.data_product (t_max);
CREATE INDEX data_product_em_min ON cta.data_product (em_min);
CREATE INDEX data_product_em_max ON cta.data_product (em_max);
CREATE INDEX data_product_energy_min ON cta.data_product (energy_min);
CREATE INDEX data_product_energy_max ON cta.data_product (energy_max);
CREATE INDEX data_product_site ON cta.data_product (site);
CREATE INDEX data_product_sub_array_name ON cta.data_product (sub_array_name);
CREATE INDEX data_product_run_id ON cta.data_product (run_id);
CREATE INDEX data_product_sb_id ON cta.data_product (sb_id);
CREATE INDEX data_product_ob_id ON cta.data_product (ob_id);
CREATE INDEX data_product_pipeline_version ON cta.data_product (pipeline_version);
CREATE INDEX data_product_reco_version ON cta.data_product (reco_version);
CREATE INDEX data_product_reco_method ON cta.data_product (reco_method);
CREATE INDEX data_product_applied_cuts ON cta.data_product (applied_cuts);

COMMENT ON TABLE cta.data_product IS 'data products whose description anyone may see';

CREATE TABLE cta.data_product_secure (
    dataproduct_type text CHECK (dataproduct_type IN ('image', 'cube', 'spectrum', 'sed', 'timeseries', 'visibility', 'event', 'measurements')),
    calib_level int4 NOT NULL CHECK (calib_level BETWEEN 0 AND 4),
    obs_collection text NOT NULL,
    obs_id text NOT NULL,
    obs_publisher_did text PRIMARY KEY CHECK (obs_publisher_did ~ '^ivo://[^#&+%[:space:]]+$'),
    access_url text,
    access_format text DEFAULT 'application/x-votable+xml;content=datalink',
    access_estsize int8,
    target_name text,
    s_ra float8 CHECK (s_ra >= 0 AND s_ra < 360),
    s_dec float8 CHECK (s_dec BETWEEN -90 AND 90),
    s_fov float8,
    s_region float8[],
    s_resolution float8,
    s_xel1 int8,
    s_xel2 int8,
    t_min float8,
    t_max float8,
    t_exptime float8,
    t_resolution float8,
    t_xel int8,
    em_min float8,
    em_max float8,
    em_res_power float8,
    em_xel int8,
    o_ucd text,
    pol_states text,
    pol_xel int8,
    facility_name text,
    instrument_name text,
    dataproduct_subtype text,
    target_class text,
    obs_creation_date timestamp,
    obs_creator_name text,
    obs_creator_did text,
    obs_title text,
    publisher_id text,
    bib_reference text,
    data_rights text NOT NULL CHECK (data_rights = 'secure'),
    obs_release_date timestamp,
    s_ucd text,
    s_unit text,
    s_resolution_min float8,
    s_resolution_max float8,
    s_pixel_scale float8,
    s_calib_status text,
    s_stat_error float8,
    t_calib_status text,
    t_stat_error float8,
    em_ucd text,
    em_unit text,
    em_calib_status text,
    em_res_power_min float8,
    em_res_power_max float8,
    em_resolution float8,
    em_stat_error float8,
    o_unit text,
    o_calib_status text,
    o_stat_error float8,
    proposal_id text,
    ev_xel int8,
    s_ref_energy float8,
    em_ref_energy float8,
    s_ref_oaa float8,
    em_ref_oaa float8,
    t_intervals text,
    energy_min float8,
    energy_max float8,
    obs_mode text,
    tracking_mode text,
    scan_mode text,
    pointing_mode text,
    analysis_mode text,
    event_type text,
    messenger_name text,
    messenger_pdgid text,
    data_level int2 CHECK (data_level BETWEEN 0 AND 6),
    level_scheme text CHECK (level_scheme IN ('CTAO', 'CTA-classic')),
    site text,
    sub_array_name text,
    obs_type text,
    run_id int8,
    sb_id int8,
    ob_id int8,
    zen_pnt float8,
    data_quality int2 CHECK (data_quality BETWEEN -1 AND 2),
    fits_obs_mode text,
    pipeline_name text,
    pipeline_version text,
    calib_version text,
    reco_version text,
    reco_method text,
    applied_cuts text,
    spectral_model text,
    hea_product_type text,
    access_groups text[] NOT NULL DEFAULT '{}'
        CHECK (array_position(access_groups, NULL) IS NULL
            AND array_to_string(access_groups, ',') !~ '(^,|,,|,$)')
);
CREATE INDEX data_product_secure_s_vec ON cta.data_product_secure USING gist (sphere.vec(s_ra, s_dec));
CREATE INDEX data_product_secure_s_bounds ON cta.data_product_secure USING gist (sphere.bounds(s_region));
CREATE INDEX data_product_secure_target_name ON cta.data_product_secure (target_name);
CREATE INDEX data_product_secure_obs_id ON cta.data_product_secure (obs_id);
CREATE INDEX data_product_secure_obs_collection ON cta.data_product_secure (obs_collection);
CREATE INDEX data_product_secure_dataproduct_type ON cta.data_product_secure (dataproduct_type);
CREATE INDEX data_product_secure_dataproduct_subtype ON cta.data_product_secure (dataproduct_subtype);
CREATE INDEX data_product_secure_target_class ON cta.data_product_secure (target_class);
CREATE INDEX data_product_secure_proposal_id ON cta.data_product_secure (proposal_id);
CREATE INDEX data_product_secure_obs_release_date ON cta.data_product_secure (obs_release_date);
CREATE INDEX data_product_secure_t_min ON cta.data_product_secure (t_min);
CREATE INDEX data_product_secure_t_max ON cta.data_product_secure (t_max);
CREATE INDEX data_product_secure_em_min ON cta.data_product_secure (em_min);
CREATE INDEX data_product_secure_em_max ON cta.data_product_secure (em_max);
CREATE INDEX data_product_secure_energy_min ON cta.data_product_secure (energy_min);
CREATE INDEX data_product_secure_energy_max ON cta.data_product_secure (energy_max);
CREATE INDEX data_product_secure_site ON cta.data_product_secure (site);
CREATE INDEX data_product_secure_sub_array_name ON cta.data_product_secure (sub_array_name);
CREATE INDEX data_product_secure_run_id ON cta.data_product_secure (run_id);
CREATE INDEX data_product_secure_sb_id ON cta.data_product_secure (sb_id);
CREATE INDEX data_product_secure_ob_id ON cta.data_product_secure (ob_id);
CREATE INDEX data_product_secure_pipeline_version ON cta.data_product_secure (pipeline_version);
CREATE INDEX data_product_secure_reco_version ON cta.data_product_secure (reco_version);
CREATE INDEX data_product_secure_reco_method ON cta.data_product_secure (reco_method);
CREATE INDEX data_product_secure_applied_cuts ON cta.data_product_secure (applied_cuts);

COMMENT ON TABLE cta.data_product_secure IS 'data products that only members of their access groups may know of';
CREATE INDEX data_product_secure_access_groups ON cta.data_product_secure USING gin (access_groups);
ALTER TABLE cta.data_product_secure ENABLE ROW LEVEL SECURITY;
CREATE POLICY members ON cta.data_product_secure FOR SELECT TO ${queryRole}
    USING (access_groups && (SELECT access.groups()));
CREATE POLICY ingest ON cta.data_product_secure FOR ALL TO ${ingestRole} USING (true) WITH CHECK (true);

-- One identifier, one product: unique over both tables. Nobody reads this one: it would betray secure products.
CREATE TABLE cta.product_key (
    obs_publisher_did text PRIMARY KEY,
    secure boolean NOT NULL,
    UNIQUE (obs_publisher_did, secure)
);

CREATE FUNCTION cta.product_key_add() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    taken text;
BEGIN
    INSERT INTO cta.product_key (obs_publisher_did, secure)
    SELECT obs_publisher_did, TG_ARGV[0]::boolean FROM new_rows
    ON CONFLICT (obs_publisher_did) DO NOTHING;
    SELECT k.obs_publisher_did INTO taken
    FROM cta.product_key AS k JOIN new_rows AS n ON n.obs_publisher_did = k.obs_publisher_did
    WHERE k.secure <> TG_ARGV[0]::boolean LIMIT 1;
    IF FOUND THEN
        RAISE unique_violation USING MESSAGE = 'a product of this identifier exists with other rights: ' || taken;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION cta.product_key_drop() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    DELETE FROM cta.product_key AS k USING old_rows AS o
    WHERE k.obs_publisher_did = o.obs_publisher_did AND k.secure = TG_ARGV[0]::boolean;
    RETURN NULL;
END $$;

CREATE FUNCTION cta.product_key_keep() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION 'the identifier of a product never changes: %', OLD.obs_publisher_did
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER key_add AFTER INSERT ON cta.data_product REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION cta.product_key_add('false');
CREATE TRIGGER key_drop AFTER DELETE ON cta.data_product REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION cta.product_key_drop('false');
CREATE TRIGGER key_keep BEFORE UPDATE ON cta.data_product
    FOR EACH ROW WHEN (OLD.obs_publisher_did <> NEW.obs_publisher_did) EXECUTE FUNCTION cta.product_key_keep();
CREATE TRIGGER key_add AFTER INSERT ON cta.data_product_secure REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION cta.product_key_add('true');
CREATE TRIGGER key_drop AFTER DELETE ON cta.data_product_secure REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION cta.product_key_drop('true');
CREATE TRIGGER key_keep BEFORE UPDATE ON cta.data_product_secure
    FOR EACH ROW WHEN (OLD.obs_publisher_did <> NEW.obs_publisher_did) EXECUTE FUNCTION cta.product_key_keep();

-- Files. Whether a row belongs to a secure product is the database's to say, never the writer's.
CREATE TABLE cta.data_file (
    file_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    obs_publisher_did text NOT NULL,
    secure boolean NOT NULL,
    role text NOT NULL
        CHECK (role IN ('event-list', 'irf', 'preview', 'package', 'documentation', 'auxiliary', 'data')),
    root text NOT NULL,
    path text NOT NULL,
    file_name text NOT NULL,
    media_type text NOT NULL,
    bytes bigint NOT NULL CHECK (bytes >= 0),
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    hdus text,
    modified timestamp,
    UNIQUE (obs_publisher_did, role, root, path),
    FOREIGN KEY (obs_publisher_did, secure) REFERENCES cta.product_key (obs_publisher_did, secure)
        ON UPDATE CASCADE ON DELETE CASCADE
);
COMMENT ON TABLE cta.data_file IS 'files of data products';
COMMENT ON COLUMN cta.data_file.root IS 'name of the directory or store, as in the settings';
COMMENT ON COLUMN cta.data_file.path IS 'relative to the root';
COMMENT ON COLUMN cta.data_file.hdus IS 'names of the FITS extensions, separated by commas';
CREATE INDEX data_file_sha256 ON cta.data_file (sha256);
CREATE INDEX data_file_path ON cta.data_file (root, path);

CREATE FUNCTION cta.data_file_secure() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    SELECT k.secure INTO NEW.secure FROM cta.product_key AS k WHERE k.obs_publisher_did = NEW.obs_publisher_did;
    IF NOT FOUND THEN
        RAISE foreign_key_violation USING MESSAGE = 'no product of this identifier: ' || NEW.obs_publisher_did;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER secure BEFORE INSERT ON cta.data_file FOR EACH ROW EXECUTE FUNCTION cta.data_file_secure();

ALTER TABLE cta.data_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY members ON cta.data_file FOR SELECT TO ${queryRole} USING (
    NOT secure OR EXISTS (
        -- Itself under a policy: it holds what the caller may see.
        SELECT FROM cta.data_product_secure AS p WHERE p.obs_publisher_did = data_file.obs_publisher_did));
CREATE POLICY ingest ON cta.data_file FOR ALL TO ${ingestRole} USING (true) WITH CHECK (true);

-- What ingest has seen: a file whose content has not changed is not read again.
CREATE TABLE cta.ingested_file (
    root text NOT NULL,
    path text NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    bytes bigint NOT NULL,
    modified timestamp,
    obs_publisher_did text,
    ingested timestamp NOT NULL DEFAULT (now() AT TIME ZONE 'UTC'),
    PRIMARY KEY (root, path)
);
CREATE INDEX ingested_file_sha256 ON cta.ingested_file (sha256);

-- Moves a product, with its files, between open and secure.
CREATE FUNCTION cta.secure_product(did text, groups text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    product cta.data_product;
BEGIN
    UPDATE cta.data_product_secure SET access_groups = groups WHERE obs_publisher_did = did;
    IF FOUND THEN
        RETURN;
    END IF;
    UPDATE cta.product_key SET secure = true WHERE obs_publisher_did = did;
    DELETE FROM cta.data_product WHERE obs_publisher_did = did RETURNING * INTO product;
    IF NOT FOUND THEN
        RAISE no_data_found USING MESSAGE = 'no product of this identifier: ' || did;
    END IF;
    product.data_rights := 'secure';
    product.access_groups := groups;
    INSERT INTO cta.data_product_secure SELECT (product).*;
END $$;

CREATE FUNCTION cta.open_product(did text, rights text, release timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    product cta.data_product_secure;
BEGIN
    UPDATE cta.data_product SET data_rights = rights, obs_release_date = release WHERE obs_publisher_did = did;
    IF FOUND THEN
        RETURN;
    END IF;
    UPDATE cta.product_key SET secure = false WHERE obs_publisher_did = did;
    DELETE FROM cta.data_product_secure WHERE obs_publisher_did = did RETURNING * INTO product;
    IF NOT FOUND THEN
        RAISE no_data_found USING MESSAGE = 'no product of this identifier: ' || did;
    END IF;
    product.data_rights := rights;
    product.obs_release_date := release;
    INSERT INTO cta.data_product SELECT (product).*;
END $$;
REVOKE ALL ON FUNCTION cta.secure_product(text, text[]), cta.open_product(text, text, timestamp) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cta.secure_product(text, text[]), cta.open_product(text, text, timestamp) TO ${ingestRole};

GRANT SELECT ON cta.data_product, cta.data_product_secure, cta.data_file TO ${queryRole};
GRANT SELECT, INSERT, UPDATE, DELETE
    ON cta.data_product, cta.data_product_secure, cta.data_file, cta.product_key, cta.ingested_file TO ${ingestRole};

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
            p.%2$I AS dataproduct_type,
            p.calib_level,
            p.obs_collection,
            p.obs_id,
            p.obs_publisher_did,
            coalesce(p.access_url, %1$L || p.obs_publisher_did) AS access_url,
            p.access_format,
            p.access_estsize,
            p.target_name,
            p.s_ra,
            p.s_dec,
            p.s_fov,
            p.s_region,
            p.s_resolution,
            p.s_xel1,
            p.s_xel2,
            p.t_min,
            p.t_max,
            p.t_exptime,
            p.t_resolution,
            p.t_xel,
            p.em_min,
            p.em_max,
            p.em_res_power,
            p.em_xel,
            p.o_ucd,
            p.pol_states,
            p.pol_xel,
            p.facility_name,
            p.instrument_name,
            p.dataproduct_subtype,
            p.target_class,
            p.obs_creation_date,
            p.obs_creator_name,
            p.obs_creator_did,
            p.obs_title,
            p.publisher_id,
            p.bib_reference,
            p.data_rights,
            p.obs_release_date,
            p.s_ucd,
            p.s_unit,
            p.s_resolution_min,
            p.s_resolution_max,
            p.s_pixel_scale,
            p.s_calib_status,
            p.s_stat_error,
            p.t_calib_status,
            p.t_stat_error,
            p.em_ucd,
            p.em_unit,
            p.em_calib_status,
            p.em_res_power_min,
            p.em_res_power_max,
            p.em_resolution,
            p.em_stat_error,
            p.o_unit,
            p.o_calib_status,
            p.o_stat_error,
            p.proposal_id
        FROM cta.data_product AS p
        UNION ALL
        SELECT
            p.%2$I AS dataproduct_type,
            p.calib_level,
            p.obs_collection,
            p.obs_id,
            p.obs_publisher_did,
            coalesce(p.access_url, %1$L || p.obs_publisher_did) AS access_url,
            p.access_format,
            p.access_estsize,
            p.target_name,
            p.s_ra,
            p.s_dec,
            p.s_fov,
            p.s_region,
            p.s_resolution,
            p.s_xel1,
            p.s_xel2,
            p.t_min,
            p.t_max,
            p.t_exptime,
            p.t_resolution,
            p.t_xel,
            p.em_min,
            p.em_max,
            p.em_res_power,
            p.em_xel,
            p.o_ucd,
            p.pol_states,
            p.pol_xel,
            p.facility_name,
            p.instrument_name,
            p.dataproduct_subtype,
            p.target_class,
            p.obs_creation_date,
            p.obs_creator_name,
            p.obs_creator_did,
            p.obs_title,
            p.publisher_id,
            p.bib_reference,
            p.data_rights,
            p.obs_release_date,
            p.s_ucd,
            p.s_unit,
            p.s_resolution_min,
            p.s_resolution_max,
            p.s_pixel_scale,
            p.s_calib_status,
            p.s_stat_error,
            p.t_calib_status,
            p.t_stat_error,
            p.em_ucd,
            p.em_unit,
            p.em_calib_status,
            p.em_res_power_min,
            p.em_res_power_max,
            p.em_resolution,
            p.em_stat_error,
            p.o_unit,
            p.o_calib_status,
            p.o_stat_error,
            p.proposal_id
        FROM cta.data_product_secure AS p
    $view$, links, product_type);
    EXECUTE format($view$
        CREATE OR REPLACE VIEW ivoa.obscore_hea WITH (security_invoker = true) AS
        SELECT
            p.obs_publisher_did,
            p.ev_xel,
            p.s_ref_energy,
            p.em_ref_energy,
            p.s_ref_oaa,
            p.em_ref_oaa,
            p.t_intervals,
            p.energy_min,
            p.energy_max,
            p.obs_mode,
            p.tracking_mode,
            p.scan_mode,
            p.pointing_mode,
            p.analysis_mode,
            p.event_type,
            p.messenger_name,
            p.messenger_pdgid
        FROM cta.data_product AS p
        UNION ALL
        SELECT
            p.obs_publisher_did,
            p.ev_xel,
            p.s_ref_energy,
            p.em_ref_energy,
            p.s_ref_oaa,
            p.em_ref_oaa,
            p.t_intervals,
            p.energy_min,
            p.energy_max,
            p.obs_mode,
            p.tracking_mode,
            p.scan_mode,
            p.pointing_mode,
            p.analysis_mode,
            p.event_type,
            p.messenger_name,
            p.messenger_pdgid
        FROM cta.data_product_secure AS p
    $view$, links, product_type);
    EXECUTE format($view$
        CREATE OR REPLACE VIEW cta.vo_obscore WITH (security_invoker = true) AS
        SELECT
            p.%2$I AS dataproduct_type,
            p.calib_level,
            p.obs_collection,
            p.obs_id,
            p.obs_publisher_did,
            coalesce(p.access_url, %1$L || p.obs_publisher_did) AS access_url,
            p.access_format,
            p.access_estsize,
            p.target_name,
            p.s_ra,
            p.s_dec,
            p.s_fov,
            p.s_region,
            p.s_resolution,
            p.s_xel1,
            p.s_xel2,
            p.t_min,
            p.t_max,
            p.t_exptime,
            p.t_resolution,
            p.t_xel,
            p.em_min,
            p.em_max,
            p.em_res_power,
            p.em_xel,
            p.o_ucd,
            p.pol_states,
            p.pol_xel,
            p.facility_name,
            p.instrument_name,
            p.dataproduct_subtype,
            p.target_class,
            p.obs_creation_date,
            p.obs_creator_name,
            p.obs_creator_did,
            p.obs_title,
            p.publisher_id,
            p.bib_reference,
            p.data_rights,
            p.obs_release_date,
            p.s_ucd,
            p.s_unit,
            p.s_resolution_min,
            p.s_resolution_max,
            p.s_pixel_scale,
            p.s_calib_status,
            p.s_stat_error,
            p.t_calib_status,
            p.t_stat_error,
            p.em_ucd,
            p.em_unit,
            p.em_calib_status,
            p.em_res_power_min,
            p.em_res_power_max,
            p.em_resolution,
            p.em_stat_error,
            p.o_unit,
            p.o_calib_status,
            p.o_stat_error,
            p.proposal_id,
            p.ev_xel,
            p.s_ref_energy,
            p.em_ref_energy,
            p.s_ref_oaa,
            p.em_ref_oaa,
            p.t_intervals,
            p.energy_min,
            p.energy_max,
            p.obs_mode,
            p.tracking_mode,
            p.scan_mode,
            p.pointing_mode,
            p.analysis_mode,
            p.event_type,
            p.messenger_name,
            p.messenger_pdgid,
            p.data_level,
            p.level_scheme,
            p.site,
            p.sub_array_name,
            p.obs_type,
            p.run_id,
            p.sb_id,
            p.ob_id,
            p.zen_pnt,
            p.data_quality,
            p.fits_obs_mode,
            p.pipeline_name,
            p.pipeline_version,
            p.calib_version,
            p.reco_version,
            p.reco_method,
            p.applied_cuts,
            p.spectral_model
        FROM cta.data_product AS p
        UNION ALL
        SELECT
            p.%2$I AS dataproduct_type,
            p.calib_level,
            p.obs_collection,
            p.obs_id,
            p.obs_publisher_did,
            coalesce(p.access_url, %1$L || p.obs_publisher_did) AS access_url,
            p.access_format,
            p.access_estsize,
            p.target_name,
            p.s_ra,
            p.s_dec,
            p.s_fov,
            p.s_region,
            p.s_resolution,
            p.s_xel1,
            p.s_xel2,
            p.t_min,
            p.t_max,
            p.t_exptime,
            p.t_resolution,
            p.t_xel,
            p.em_min,
            p.em_max,
            p.em_res_power,
            p.em_xel,
            p.o_ucd,
            p.pol_states,
            p.pol_xel,
            p.facility_name,
            p.instrument_name,
            p.dataproduct_subtype,
            p.target_class,
            p.obs_creation_date,
            p.obs_creator_name,
            p.obs_creator_did,
            p.obs_title,
            p.publisher_id,
            p.bib_reference,
            p.data_rights,
            p.obs_release_date,
            p.s_ucd,
            p.s_unit,
            p.s_resolution_min,
            p.s_resolution_max,
            p.s_pixel_scale,
            p.s_calib_status,
            p.s_stat_error,
            p.t_calib_status,
            p.t_stat_error,
            p.em_ucd,
            p.em_unit,
            p.em_calib_status,
            p.em_res_power_min,
            p.em_res_power_max,
            p.em_resolution,
            p.em_stat_error,
            p.o_unit,
            p.o_calib_status,
            p.o_stat_error,
            p.proposal_id,
            p.ev_xel,
            p.s_ref_energy,
            p.em_ref_energy,
            p.s_ref_oaa,
            p.em_ref_oaa,
            p.t_intervals,
            p.energy_min,
            p.energy_max,
            p.obs_mode,
            p.tracking_mode,
            p.scan_mode,
            p.pointing_mode,
            p.analysis_mode,
            p.event_type,
            p.messenger_name,
            p.messenger_pdgid,
            p.data_level,
            p.level_scheme,
            p.site,
            p.sub_array_name,
            p.obs_type,
            p.run_id,
            p.sb_id,
            p.ob_id,
            p.zen_pnt,
            p.data_quality,
            p.fits_obs_mode,
            p.pipeline_name,
            p.pipeline_version,
            p.calib_version,
            p.reco_version,
            p.reco_method,
            p.applied_cuts,
            p.spectral_model
        FROM cta.data_product_secure AS p
    $view$, links, product_type);

    INSERT INTO access.publication (base_url, product_types) VALUES (base, types)
    ON CONFLICT (only_row) DO UPDATE SET base_url = excluded.base_url, product_types = excluded.product_types;
END $publish$;
REVOKE ALL ON FUNCTION access.publish(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.publish(text, text) TO ${serviceRole};

SELECT access.publish('http://localhost:8080/cta', 'core11');
GRANT SELECT ON ivoa.obscore, ivoa.obscore_hea, cta.vo_obscore TO ${queryRole}, ${ingestRole};
