-- For this session: numbers that look random, the same in every run.

-- From 0 to below 1, told by a key; another salt gives another number.
CREATE OR REPLACE FUNCTION pg_temp.u(key bigint, salt int) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (hashint8extended(key, salt) & 4503599627370495)::float8 / 4503599627370496;

-- One of several words; all are as likely.
CREATE OR REPLACE FUNCTION pg_temp.one(words text[], part float8) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN words[1 + floor(part * cardinality(words))::int];
