-- What the functions of the IVOA catalogue need beside geometry.
CREATE SCHEMA udf;
GRANT USAGE ON SCHEMA udf TO ${queryRole}, ${ingestRole}, ${serviceRole};

-- Julian date of a time stamp, in its own time scale.
CREATE FUNCTION udf.to_jd(t timestamp) RETURNS float8
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN extract(epoch FROM t)::float8 / 86400 + 2440587.5;

CREATE FUNCTION udf.to_mjd(t timestamp) RETURNS float8
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN extract(epoch FROM t)::float8 / 86400 + 40587;

-- Text as DALI writes times: 2000-01-01, 2000-01-01T12:00:00.5, with or without a Z.
CREATE FUNCTION udf.timestamp(form text) RETURNS timestamp
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    trimmed text := btrim(form);
BEGIN
    IF trimmed !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]*)?)?)?Z?$' THEN
        RAISE EXCEPTION '"%" is not a time.', left(form, 40)
            USING ERRCODE = 'VO006', HINT = 'Write it as 2026-01-31T12:30:00.';
    END IF;
    RETURN rtrim(trimmed, 'Z')::timestamp;
EXCEPTION WHEN datetime_field_overflow OR invalid_datetime_format THEN
    RAISE EXCEPTION '"%" is not a time that exists.', left(form, 40)
        USING ERRCODE = 'VO006', HINT = 'Write it as 2026-01-31T12:30:00.';
END $$;

CREATE FUNCTION udf.text(t timestamp) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    form text := to_char(t, 'YYYY-MM-DD"T"HH24:MI:SS.US');
BEGIN
    -- the fraction without its closing zeros, or none
    RETURN CASE WHEN form LIKE '%.000000' THEN left(form, -7) ELSE rtrim(form, '0') END;
END $$;

-- Whether every word of the needle is a word of the haystack, whatever the case.
CREATE FUNCTION udf.hasword(haystack text, needle text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN to_tsvector('pg_catalog.simple', haystack) @@ plainto_tsquery('pg_catalog.simple', needle);

CREATE FUNCTION udf.hashlist_has(hashlist text, item text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN strpos(item, '#') = 0 AND strpos('#' || lower(hashlist) || '#', '#' || lower(item) || '#') > 0;

-- Sexagesimal hours or degrees, with colons, spaces, letters or nothing between; NULL for what is none of these.
CREATE FUNCTION udf.sexagesimal(form text, units text) RETURNS float8
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    part text[];
    value float8;
BEGIN
    IF length(form) > 60 THEN
        RETURN NULL;
    END IF;
    part := regexp_match(btrim(form), '^([+-]?)\s*([0-9]{1,3})\s*[:\s' || units
        || ']\s*([0-9]{1,2})\s*[:\smM'']\s*([0-9]{1,2}(?:[.][0-9]*)?)\s*[sS"]?$');
    IF part IS NULL THEN
        part := regexp_match(btrim(form), '^([+-]?)([0-9]{2})([0-9]{2})([0-9]{2}(?:[.][0-9]*)?)$');
    END IF;
    IF part IS NULL OR part[3]::int >= 60 OR part[4]::float8 >= 60 THEN
        RETURN NULL;
    END IF;
    value := part[2]::int + part[3]::int / 60.0::float8 + part[4]::float8 / 3600;
    RETURN CASE part[1] WHEN '-' THEN -value ELSE value END;
END $$;

CREATE FUNCTION udf.hms(form text) RETURNS float8
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN udf.sexagesimal(form, 'hH') >= 0 AND udf.sexagesimal(form, 'hH') < 24
        THEN 15 * udf.sexagesimal(form, 'hH') END;

CREATE FUNCTION udf.dms(form text) RETURNS float8
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN udf.sexagesimal(form, 'dD' || chr(176));

CREATE FUNCTION udf.histogram_step(bins int[], val float8, low float8, high float8, nbins int) RETURNS int[]
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    bin int;
BEGIN
    IF bins IS NULL THEN
        IF nbins IS NULL OR nbins NOT BETWEEN 1 AND 100000 THEN
            RAISE EXCEPTION 'A histogram has from 1 to 100000 bins, not %.', coalesce(nbins::text, 'NULL')
                USING ERRCODE = 'VO007';
        ELSIF low IS NULL OR high IS NULL OR NOT low < high THEN
            RAISE EXCEPTION 'The lower end of a histogram is below its upper end.' USING ERRCODE = 'VO007';
        END IF;
        bins := array_fill(0, ARRAY[nbins + 2]);
    END IF;
    bin := CASE
        WHEN val IS NULL OR val < low THEN 1
        WHEN val >= high THEN cardinality(bins)
        ELSE 2 + least(nbins - 1, floor((val - low) / (high - low) * nbins)::int) END;
    bins[bin] := bins[bin] + 1;
    RETURN bins;
END $$;

-- First what is below and what is missing, then the bins, last what is above.
CREATE AGGREGATE udf.histogram(val float8, low float8, high float8, nbins int) (
    SFUNC = udf.histogram_step, STYPE = int[], PARALLEL = SAFE);

-- A number drawn from a normal distribution (Box and Muller).
CREATE FUNCTION udf.normal_random(mu float8, sigma float8) RETURNS float8
    LANGUAGE sql VOLATILE STRICT PARALLEL SAFE
    RETURN mu + sigma * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random());

-- Decimal places are a matter of the decimal form, the one people see: by way of text and numeric, half away from zero.
CREATE FUNCTION udf.round(x float8, places int) RETURNS float8
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN CASE WHEN abs(x) < 1e300 THEN round(x::text::numeric, places)::float8 ELSE x END;
END $$;

CREATE FUNCTION udf.truncate(x float8, places int) RETURNS float8
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN CASE WHEN abs(x) < 1e300 THEN trunc(x::text::numeric, places)::float8 ELSE x END;
END $$;

-- The remainder has the sign of x.
CREATE FUNCTION udf.mod(x float8, y float8) RETURNS float8
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN mod(x::text::numeric, y::text::numeric)::float8;
END $$;
