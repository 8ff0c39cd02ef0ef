-- Where the creator of a job saw the service: results may hold links to it.
ALTER TABLE uws.job ADD COLUMN base text NOT NULL DEFAULT '';
