-- What the model does not say of data products: identifiers, files, what ingest has seen.
CREATE SCHEMA IF NOT EXISTS ivoa;
CREATE SCHEMA access;
GRANT USAGE ON SCHEMA cta, ivoa, access TO ${queryRole}, ${ingestRole}, ${serviceRole};

-- Open and secure products lie apart: geometry operators are not leakproof, so that a policy on the large table would
-- keep every cone search from its index.
ALTER TABLE cta.data_product ADD CONSTRAINT data_product_open_check CHECK (data_rights <> 'secure');
ALTER TABLE cta.data_product_secure ADD CONSTRAINT data_product_secure_check CHECK (data_rights = 'secure');
COMMENT ON TABLE cta.data_product IS 'data products whose description anyone may see';
COMMENT ON TABLE cta.data_product_secure IS 'data products that only members of their access groups may know of';

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

-- Whether a file belongs to a secure product is the database's to say, never the writer's.
ALTER TABLE cta.data_file ADD CONSTRAINT data_file_product_fkey
    FOREIGN KEY (obs_publisher_did, secure) REFERENCES cta.product_key (obs_publisher_did, secure)
    ON UPDATE CASCADE ON DELETE CASCADE;

CREATE FUNCTION cta.data_file_secure() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    SELECT k.secure INTO NEW.secure FROM cta.product_key AS k WHERE k.obs_publisher_did = NEW.obs_publisher_did;
    IF NOT FOUND THEN
        RAISE foreign_key_violation USING MESSAGE = 'no product of this identifier: ' || NEW.obs_publisher_did;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER secure BEFORE INSERT ON cta.data_file FOR EACH ROW EXECUTE FUNCTION cta.data_file_secure();

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

-- Rows on their way from files into the model's tables: seen by no other transaction, gone before it ends.
CREATE UNLOGGED TABLE cta.staging (
    table_name text NOT NULL,
    row_number bigint NOT NULL,
    cells text[] NOT NULL
);
