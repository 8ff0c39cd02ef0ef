-- TAP 1.1, section 4: what the service publishes. Names are as they are typed in a query.
CREATE SCHEMA tap_schema;
COMMENT ON SCHEMA tap_schema IS 'What this TAP service publishes';

CREATE TABLE tap_schema.schemas (
    schema_name text PRIMARY KEY,
    utype text,
    description text,
    schema_index int4
);

CREATE TABLE tap_schema.tables (
    schema_name text NOT NULL REFERENCES tap_schema.schemas,
    table_name text PRIMARY KEY,
    table_type text NOT NULL CHECK (table_type IN ('table', 'view')),
    utype text,
    description text,
    table_index int4
);
CREATE INDEX ON tap_schema.tables (schema_name);

CREATE TABLE tap_schema.columns (
    table_name text NOT NULL REFERENCES tap_schema.tables,
    column_name text NOT NULL,
    datatype text NOT NULL,
    arraysize text,
    xtype text,
    "size" int4,
    description text,
    utype text,
    unit text,
    ucd text,
    indexed int4 NOT NULL CHECK (indexed IN (0, 1)),
    principal int4 NOT NULL CHECK (principal IN (0, 1)),
    std int4 NOT NULL CHECK (std IN (0, 1)),
    column_index int4,
    PRIMARY KEY (table_name, column_name)
);

CREATE TABLE tap_schema.keys (
    key_id text PRIMARY KEY,
    from_table text NOT NULL REFERENCES tap_schema.tables,
    target_table text NOT NULL REFERENCES tap_schema.tables,
    description text,
    utype text
);
CREATE INDEX ON tap_schema.keys (from_table);
CREATE INDEX ON tap_schema.keys (target_table);

CREATE TABLE tap_schema.key_columns (
    key_id text NOT NULL REFERENCES tap_schema.keys,
    from_column text NOT NULL,
    target_column text NOT NULL,
    PRIMARY KEY (key_id, from_column)
);

-- Not published: one row that tells every node whether what it remembers is still true.
CREATE TABLE tap_schema.publication (
    only_one bool PRIMARY KEY DEFAULT true CHECK (only_one),
    digest text NOT NULL,
    published timestamptz NOT NULL
);
COMMENT ON TABLE tap_schema.publication IS 'When the other tables were last written, and a digest of what was written';

GRANT USAGE ON SCHEMA tap_schema TO ${queryRole};
GRANT SELECT ON ALL TABLES IN SCHEMA tap_schema TO ${queryRole};
