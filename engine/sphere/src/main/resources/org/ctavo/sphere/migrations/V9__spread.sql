-- Indexes that fill fast. A GiST index of cubes weighs volumes: positions that have one coordinate in common, such as
-- pointings east and west of a target, enclose none, and the index would know no better place for a row than another. So
-- a position is indexed as a very small box.

-- The unit vector of a position, exactly.
CREATE FUNCTION sphere.unit(lon float8, lat float8) RETURNS sphere.cube
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN sphere.cube(sphere.cube(sphere.cube(cosd(lat) * cosd(lon)), cosd(lat) * sind(lon)), sind(lat));
COMMENT ON FUNCTION sphere.unit(float8, float8) IS 'Unit vector of a position (degrees).';

-- Boxes for comparison are larger than exact ones by at least as much: see sphere.cone.
CREATE OR REPLACE FUNCTION sphere.vec(lon float8, lat float8) RETURNS sphere.cube
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN sphere.cube_enlarge(sphere.unit(lon, lat), 5e-13, 3);
COMMENT ON FUNCTION sphere.vec(float8, float8) IS
    'A tiny box around the unit vector of a position (degrees). Index points by it: USING gist (sphere.vec(lon, lat)).';

-- What region columns are indexed by. A little wider than exact, so that rounding loses no row.
CREATE OR REPLACE FUNCTION sphere.bounds(region float8[]) RETURNS sphere.cube
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
DECLARE
    low float8[] := ARRAY[2, 2, 2];
    high float8[] := ARRAY[-2, -2, -2];
    e float8[]; k int := 2; j int; a float8; c float8; nn float8; p float8; q float8; s float8; f float8[];
BEGIN
    IF array_position(region, NULL) IS NOT NULL THEN
        RETURN NULL;
    END IF;
    IF cardinality(region) = 2 THEN
        RETURN sphere.unit(region[1], region[2]);
    ELSIF cardinality(region) = 3 THEN
        -- along each axis the circle reaches from angle - radius to angle + radius
        FOR i IN 1 .. 3 LOOP
            a := acosd(float8smaller(1, float8larger(-1,
                sphere.cube_ll_coord(sphere.unit(region[1], region[2]), i))));
            high[i] := cosd(float8larger(0, a - region[3]));
            low[i] := cosd(float8smaller(180, a + region[3]));
        END LOOP;
        -- the arc cosine near 0 and 180 is good to 1e-8 rad, where the cosine is flat: 1e-16
        RETURN sphere.cube_enlarge(sphere.cube(low, high), 1e-12, 3);
    END IF;
    e := sphere.edges(region);
    IF e IS NULL THEN
        RETURN NULL;
    END IF;
    WHILE k < cardinality(e) LOOP
        j := CASE WHEN k + 6 < cardinality(e) THEN k + 6 ELSE 2 END;
        FOR i IN 1 .. 3 LOOP
            a := e[k + i];
            low[i] := float8smaller(low[i], a);
            high[i] := float8larger(high[i], a);
            -- The great circle reaches farthest along the axis where it runs at right angles to it: at axis - n (axis.n).
            nn := e[k + 3 + i];
            s := sqrt(float8larger(0, 1 - nn * nn));
            IF s > 1e-9 THEN
                -- how far that is along the edge: it must be nearer to the middle than the ends are
                p := (e[k + i] + e[j + i]) / s;
                q := e[k + 1] * (e[k + 1] + e[j + 1]) + e[k + 2] * (e[k + 2] + e[j + 2])
                    + e[k + 3] * (e[k + 3] + e[j + 3]);
                IF p >= q THEN high[i] := float8larger(high[i], s); END IF;
                IF -p >= q THEN low[i] := float8smaller(low[i], -s); END IF;
            END IF;
        END LOOP;
        k := k + 6;
    END LOOP;
    -- An axis that pierces the polygon pierces it at distance 1.
    IF sphere.inside(e, 0, 0) THEN high[1] := 1; END IF;
    IF sphere.inside(e, 180, 0) THEN low[1] := -1; END IF;
    IF sphere.inside(e, 90, 0) THEN high[2] := 1; END IF;
    IF sphere.inside(e, 270, 0) THEN low[2] := -1; END IF;
    IF sphere.inside(e, 0, 90) THEN high[3] := 1; END IF;
    IF sphere.inside(e, 0, -90) THEN low[3] := -1; END IF;
    RETURN sphere.cube_enlarge(sphere.cube(low, high), 1e-12, 3);
END $$;

-- Whether two regions have a position in common, if only on their boundaries.
CREATE OR REPLACE FUNCTION sphere.intersects(a float8[], b float8[]) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
DECLARE
    e float8[]; f float8[];
BEGIN
    IF cardinality(a) > 3 AND cardinality(b) <= 3 THEN
        RETURN sphere.intersects(b, a);
    ELSIF cardinality(b) <= 3 THEN
        RETURN sphere.distance(a[1], a[2], b[1], b[2])
            <= CASE cardinality(a) WHEN 3 THEN a[3] ELSE 0 END + CASE cardinality(b) WHEN 3 THEN b[3] ELSE 0 END
                + 1e-12;
    END IF;
    IF cardinality(a) = 3 THEN
        -- Where they overlap, a corner is in the circle more often than not, and that is soon known.
        FOR v IN 1 .. cardinality(b) BY 2 LOOP
            IF sphere.distance(a[1], a[2], b[v], b[v + 1]) <= a[3] THEN
                RETURN true;
            END IF;
        END LOOP;
    END IF;
    f := sphere.edges(b);
    IF cardinality(a) <= 3 THEN
        RETURN sphere.inside(f, a[1], a[2])
            OR cardinality(a) = 3 AND sphere.boundary_distance(f, a[1], a[2]) <= a[3] + 1e-12;
    END IF;
    e := sphere.edges(a);
    IF sphere.edges_cross(e, f) THEN
        RETURN true;
    END IF;
    -- No edges cross: one is inside the other, or they touch at a vertex, or have nothing in common.
    FOR v IN 1 .. cardinality(b) BY 2 LOOP
        IF sphere.inside(e, b[v], b[v + 1]) THEN
            RETURN true;
        END IF;
    END LOOP;
    FOR v IN 1 .. cardinality(a) BY 2 LOOP
        IF sphere.inside(f, a[v], a[v + 1]) THEN
            RETURN true;
        END IF;
    END LOOP;
    RETURN false;
END $$;

-- What was indexed as points. Tables of other owners are theirs to index anew.
DO $$
DECLARE
    index regclass;
    mine boolean;
BEGIN
    FOR index, mine IN
        SELECT c.oid, pg_has_role(c.relowner, 'USAGE')
        FROM pg_depend AS d JOIN pg_class AS c ON c.oid = d.objid AND d.classid = 'pg_class'::regclass
        WHERE d.refclassid = 'pg_proc'::regclass
            AND d.refobjid = 'sphere.vec(float8, float8)'::regprocedure AND c.relkind = 'i'
    LOOP
        IF mine THEN
            EXECUTE format('REINDEX INDEX %s', index);
        ELSE
            RAISE WARNING 'the index % is to be made anew: REINDEX INDEX %', index, index;
        END IF;
    END LOOP;
END $$;
