-- What the service knows of its archive and tells nobody: a schema of its own, since that of the data model is read by
-- everyone's queries.
CREATE SCHEMA archive;
GRANT USAGE ON SCHEMA archive TO ${serviceRole}, ${ingestRole};

-- Where the roots that cta.data_file names are found on disk.
CREATE TABLE archive.file_root (
    name text PRIMARY KEY CHECK (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$'),
    directory text NOT NULL UNIQUE
);
COMMENT ON TABLE archive.file_root IS 'directories that hold the files of data products';
GRANT SELECT ON archive.file_root TO ${serviceRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON archive.file_root TO ${ingestRole};

-- What a product was described from: enough to tell whether it would be described the same again, and what its file
-- says of how it was made.
CREATE TABLE archive.product_origin (
    obs_publisher_did text PRIMARY KEY REFERENCES cta.product_key (obs_publisher_did) ON DELETE CASCADE,
    fingerprint text NOT NULL,
    keywords jsonb NOT NULL,
    recorded timestamp NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')
);
COMMENT ON TABLE archive.product_origin IS 'what data products were described from';
COMMENT ON COLUMN archive.product_origin.fingerprint IS 'SHA-256 over the hashes of all files, the settings and the rules';
COMMENT ON COLUMN archive.product_origin.keywords IS 'keywords of the file as they stand, and how values were chosen';
GRANT SELECT ON archive.product_origin TO ${serviceRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON archive.product_origin TO ${ingestRole};
