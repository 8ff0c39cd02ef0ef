CREATE SCHEMA notes;
GRANT USAGE ON SCHEMA notes TO ${queryRole}, ${ingestRole};

CREATE TABLE notes.note (
    obs_publisher_did text NOT NULL,
    written timestamp NOT NULL DEFAULT (pg_catalog.now() AT TIME ZONE 'UTC'),
    note text NOT NULL
);
CREATE INDEX ON notes.note (obs_publisher_did);
GRANT SELECT ON notes.note TO ${queryRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON notes.note TO ${ingestRole};
