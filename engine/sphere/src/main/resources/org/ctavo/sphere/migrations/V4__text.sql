-- Regions as text: STC-S, as TAP 1.0 and ObsCore 1.1 know it, and the forms of DALI.

CREATE FUNCTION sphere.stcs(region float8[]) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN CASE cardinality(region) WHEN 2 THEN 'Position ICRS ' WHEN 3 THEN 'Circle ICRS ' ELSE 'Polygon ICRS ' END
        || array_to_string(region, ' ');
END $$;
COMMENT ON FUNCTION sphere.stcs(float8[]) IS 'A region in STC-S: Circle ICRS 10 20 0.5';

-- DALI 1.1, section 3.3: numbers alone; the xtype says what they mean.
CREATE FUNCTION sphere.dali(region float8[]) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN array_to_string(region, ' ');
END $$;
COMMENT ON FUNCTION sphere.dali(float8[]) IS 'A region in the DALI form: 10 20 0.5';

-- DALI 1.2, xtype shape.
CREATE FUNCTION sphere.shape(region float8[]) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN CASE cardinality(region) WHEN 2 THEN 'point ' WHEN 3 THEN 'circle ' ELSE 'polygon ' END
        || array_to_string(region, ' ');
END $$;
COMMENT ON FUNCTION sphere.shape(float8[]) IS 'A region as a DALI shape: circle 10 20 0.5';

-- Reads any of these forms, and a box in STC-S. Frames other than ICRS are turned to ICRS; reference positions and
-- flavours are read over.
CREATE FUNCTION sphere.region(form text) RETURNS float8[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 3000 AS $$
DECLARE
    words text[] := regexp_split_to_array(btrim(upper(form), E' \t\r\n'), E'[ \t\r\n]+');
    number CONSTANT text := '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)(E[+-]?[0-9]{1,3})?$';
    kind text; frame text := 'ICRS'; numbers float8[] := '{}'; n int; at int := 1; result float8[];
BEGIN
    IF length(form) > 500000 THEN
        RAISE EXCEPTION 'A region may be 500000 characters long at most.' USING ERRCODE = 'VO002';
    END IF;
    IF words[1] !~ number THEN
        kind := words[1];
        at := 2;
        WHILE at <= cardinality(words) AND words[at] !~ number LOOP
            IF words[at] IN ('ICRS', 'FK5', 'J2000', 'FK4', 'B1950', 'GALACTIC', 'ECLIPTIC') THEN
                frame := CASE words[at] WHEN 'J2000' THEN 'FK5' WHEN 'B1950' THEN 'FK4' ELSE words[at] END;
            ELSIF words[at] NOT IN ('UNKNOWNFRAME', 'GEOCENTER', 'BARYCENTER', 'HELIOCENTER', 'TOPOCENTER', 'LSR',
                    'UNKNOWNREFPOS', 'SPHERICAL2') THEN
                RAISE EXCEPTION 'The word "%" in the region is not understood.', left(words[at], 40)
                    USING ERRCODE = 'VO002', HINT = 'Write it as "Circle ICRS 10 20 0.5".';
            END IF;
            at := at + 1;
        END LOOP;
    END IF;
    WHILE at <= cardinality(words) AND words[at] ~ number LOOP
        numbers[cardinality(numbers) + 1] := words[at]::float8;
        at := at + 1;
    END LOOP;
    IF at <= cardinality(words) AND words[at:] <> ARRAY['UNIT', 'DEG'] THEN
        RAISE EXCEPTION '"%" in the region is not a number.', left(words[at], 40) USING ERRCODE = 'VO002';
    END IF;
    n := cardinality(numbers);
    IF kind IS NULL THEN
        kind := CASE WHEN n = 2 THEN 'POINT' WHEN n = 3 THEN 'CIRCLE' ELSE 'POLYGON' END;
    END IF;
    result := CASE
        WHEN kind IN ('POINT', 'POSITION') AND n = 2 THEN sphere.point(numbers[1], numbers[2])
        WHEN kind = 'CIRCLE' AND n = 3 THEN sphere.circle(numbers[1], numbers[2], numbers[3])
        WHEN kind = 'POLYGON' AND n >= 6 AND n % 2 = 0 THEN sphere.polygon(VARIADIC numbers)
        WHEN kind = 'BOX' AND n = 4 THEN sphere.box(numbers[1], numbers[2], numbers[3], numbers[4]) END;
    IF result IS NULL THEN
        IF kind NOT IN ('POINT', 'POSITION', 'CIRCLE', 'POLYGON', 'BOX') THEN
            RAISE EXCEPTION 'A region of the kind "%" is not understood.', left(kind, 40) USING ERRCODE = 'VO002',
                HINT = 'Kinds are Position, Circle, Polygon and Box.';
        END IF;
        RAISE EXCEPTION 'A % is not made of % numbers.', lower(kind), n USING ERRCODE = 'VO002',
            HINT = 'A position has 2, a circle 3, a box 4, a polygon two for each of its 3 or more vertices.';
    END IF;
    RETURN CASE frame WHEN 'ICRS' THEN result ELSE sphere.transform(result, frame, 'ICRS') END;
END $$;
COMMENT ON FUNCTION sphere.region(text) IS
    'A region from STC-S (Circle ICRS 10 20 0.5), from a DALI shape (circle 10 20 0.5) or from its numbers alone.';

-- The same where only one kind will do.
CREATE FUNCTION sphere.region(form text, kind text) RETURNS float8[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 3000 AS $$
DECLARE
    region float8[] := sphere.region(form);
    found text := CASE cardinality(region) WHEN 2 THEN 'point' WHEN 3 THEN 'circle' ELSE 'polygon' END;
BEGIN
    IF found <> kind THEN
        RAISE EXCEPTION '"%" is a %, not a %.', left(form, 100), found, kind USING ERRCODE = 'VO002';
    END IF;
    RETURN region;
END $$;
