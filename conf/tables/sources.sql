-- An example of a table of the site's own, to be made by the owner of the database; `sources.xml` describes it. The
-- values are illustrative: well-known sources, where SIMBAD has them.
CREATE SCHEMA site;
CREATE TABLE site.sources (
    source_name text PRIMARY KEY,
    ra double precision NOT NULL,
    dec double precision NOT NULL,
    place double precision[] GENERATED ALWAYS AS (ARRAY[ra, dec]) STORED,
    source_class text,
    first_seen timestamp,
    remark text
);
-- What makes cone searches fast.
CREATE INDEX sources_place ON site.sources USING gist (sphere.vec(ra, dec));
INSERT INTO site.sources (source_name, ra, dec, source_class, first_seen, remark) VALUES
    ('Crab Nebula', 83.633083, 22.0145, 'PWN', '1989-07-01', 'illustrative'),
    ('Mrk 421', 166.113808, 38.208833, 'BL Lac', '1992-08-06', 'illustrative'),
    ('PKS 2155-304', 329.716938, -30.225588, 'BL Lac', '1999-03-01', 'illustrative');
-- Only what queries may read is published.
GRANT USAGE ON SCHEMA site TO ctavo_query;
GRANT SELECT (source_name, ra, dec, place, source_class, first_seen) ON site.sources TO ctavo_query;
