-- Points, circles and polygons alike: what a region is follows from how many elements it has.

-- A region as checked as the constructors do it; for data on their way in.
CREATE FUNCTION sphere.checked(region float8[]) RETURNS float8[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 2000 AS $$
BEGIN
    IF array_position(region, NULL) IS NOT NULL THEN
        RAISE EXCEPTION 'A coordinate of the region is missing.' USING ERRCODE = 'VO001';
    END IF;
    RETURN CASE cardinality(region)
        WHEN 2 THEN sphere.point(region[1], region[2])
        WHEN 3 THEN sphere.circle(region[1], region[2], region[3])
        ELSE sphere.polygon(VARIADIC region) END;
END $$;

-- Whether one region lies in another; the boundary belongs to a region.
CREATE FUNCTION sphere.contains(outer_region float8[], inner_region float8[]) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
DECLARE
    o int := cardinality(outer_region);
    i int := cardinality(inner_region);
    e float8[]; f float8[];
    size int;
BEGIN
    IF o <= 3 AND i <= 3 THEN
        RETURN least(180, sphere.distance(outer_region[1], outer_region[2], inner_region[1], inner_region[2])
            + CASE i WHEN 3 THEN inner_region[3] ELSE 0 END)
            <= CASE o WHEN 3 THEN outer_region[3] ELSE 0 END + 1e-12;
    ELSIF o <= 3 THEN
        -- the farthest a polygon reaches is seen from the antipode: there it is nearest
        e := sphere.edges(inner_region);
        RETURN o = 3 AND (outer_region[3] >= 180
            OR NOT sphere.inside(e, outer_region[1] + 180, -outer_region[2])
            AND sphere.boundary_distance(e, outer_region[1] + 180, -outer_region[2])
                >= 180 - outer_region[3] - 1e-12);
    END IF;
    e := sphere.edges(outer_region);
    IF i = 2 THEN
        RETURN sphere.inside(e, inner_region[1], inner_region[2]);
    ELSIF i = 3 THEN
        RETURN sphere.inside(e, inner_region[1], inner_region[2])
            AND sphere.boundary_distance(e, inner_region[1], inner_region[2]) >= inner_region[3] - 1e-12;
    END IF;
    f := sphere.edges(inner_region);
    IF sphere.edges_cross(e, f) THEN
        RETURN false;
    END IF;
    -- Boundaries that only touch: every vertex and every middle of an edge is inside, and no corner of the outer
    -- polygon pokes into the inner one.
    IF NOT sphere.inside_all(e, f) THEN
        RETURN false;
    END IF;
    size := cardinality(outer_region);
    FOR v IN 1 .. size BY 2 LOOP
        IF sphere.inside(f, outer_region[v], outer_region[v + 1])
            AND sphere.boundary_distance(f, outer_region[v], outer_region[v + 1]) > 1e-10 THEN
            RETURN false;
        END IF;
    END LOOP;
    RETURN true;
END $$;
COMMENT ON FUNCTION sphere.contains(float8[], float8[]) IS
    'Whether the first region contains the second one whole; boundaries belong to regions.';

-- Whether all vertices and middles of edges of f lie in e.
CREATE FUNCTION sphere.inside_all(e float8[], f float8[]) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 2000 AS $$
DECLARE
    k int := 2; j int; p float8[];
BEGIN
    WHILE k < cardinality(f) LOOP
        j := CASE WHEN k + 6 < cardinality(f) THEN k + 6 ELSE 2 END;
        p := sphere.position(f[k + 1], f[k + 2], f[k + 3]);
        IF NOT sphere.inside(e, p[1], p[2]) THEN
            RETURN false;
        END IF;
        p := sphere.position(f[k + 1] + f[j + 1], f[k + 2] + f[j + 2], f[k + 3] + f[j + 3]);
        IF NOT sphere.inside(e, p[1], p[2]) THEN
            RETURN false;
        END IF;
        k := k + 6;
    END LOOP;
    RETURN true;
END $$;

-- Whether two regions have a position in common, if only on their boundaries.
CREATE FUNCTION sphere.intersects(a float8[], b float8[]) RETURNS boolean
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
COMMENT ON FUNCTION sphere.intersects(float8[], float8[]) IS
    'Whether two regions overlap or touch.';

-- What region columns are indexed by. A little wider than exact, so that rounding loses no row.
CREATE FUNCTION sphere.bounds(region float8[]) RETURNS sphere.cube
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
        RETURN sphere.vec(region[1], region[2]);
    ELSIF cardinality(region) = 3 THEN
        -- along each axis the circle reaches from angle - radius to angle + radius
        FOR i IN 1 .. 3 LOOP
            a := acosd(float8smaller(1, float8larger(-1,
                sphere.cube_ll_coord(sphere.vec(region[1], region[2]), i))));
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
COMMENT ON FUNCTION sphere.bounds(float8[]) IS
    'Bounding box of a region on the unit sphere. Index regions by it: USING gist (sphere.bounds(region)).';

-- Area in square degrees.
CREATE FUNCTION sphere.area(region float8[]) RETURNS float8
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 500 AS $$
DECLARE
    e float8[]; n int; k int; j int; total float8 := 0; turn float8 := 0;
    ax float8; ay float8; az float8; tx float8; ty float8; tz float8; cx float8; cy float8; cz float8;
    px float8; py float8; pz float8; nx float8; ny float8; nz float8;
BEGIN
    IF cardinality(region) = 2 THEN
        RETURN 0;
    ELSIF cardinality(region) = 3 THEN
        RETURN 4 * pi() * sind(region[3] / 2) ^ 2 * degrees(1) ^ 2;
    END IF;
    e := sphere.edges(region);
    n := (cardinality(e) - 2) / 6;
    ax := e[3]; ay := e[4]; az := e[5];
    -- triangles from the first vertex: exact for small polygons, but known only up to a whole sphere
    FOR i IN 1 .. n - 2 LOOP
        k := 6 * i + 2;
        j := k + 6;
        tx := e[k + 1]; ty := e[k + 2]; tz := e[k + 3];
        cx := e[j + 1]; cy := e[j + 2]; cz := e[j + 3];
        total := total + 2 * atan2(
            ax * ((ty - ay) * (cz - az) - (tz - az) * (cy - ay))
                + ay * ((tz - az) * (cx - ax) - (tx - ax) * (cz - az))
                + az * ((tx - ax) * (cy - ay) - (ty - ay) * (cx - ax)),
            1 + ax * tx + ay * ty + az * tz + tx * cx + ty * cy + tz * cz + cx * ax + cy * ay + cz * az);
    END LOOP;
    -- the angles turned: right for any polygon, but with an error that small polygons notice
    k := 6 * n - 4;
    px := e[k + 4]; py := e[k + 5]; pz := e[k + 6];
    FOR i IN 0 .. n - 1 LOOP
        k := 6 * i + 2;
        nx := e[k + 4]; ny := e[k + 5]; nz := e[k + 6];
        turn := turn + atan2(
            (py * nz - pz * ny) * e[k + 1] + (pz * nx - px * nz) * e[k + 2] + (px * ny - py * nx) * e[k + 3],
            px * nx + py * ny + pz * nz);
        px := nx; py := ny; pz := nz;
    END LOOP;
    turn := 2 * pi() - e[1] * turn;
    total := e[1] * total;
    total := total + 4 * pi() * round((turn - total) / (4 * pi()));
    RETURN CASE WHEN abs(total - turn) < 1e-6 THEN total ELSE turn END * degrees(1) ^ 2;
END $$;

-- Centre of a region: of a polygon the direction of its centre of mass.
CREATE FUNCTION sphere.centroid(region float8[]) RETURNS float8[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 500 AS $$
DECLARE
    e float8[]; k int := 2; j int; a float8; x float8 := 0; y float8 := 0; z float8 := 0;
BEGIN
    IF cardinality(region) <= 3 THEN
        RETURN region[1:2];
    END IF;
    e := sphere.edges(region);
    -- the integral of r over the inside is half the sum of the edges' normals, each times the edge's length
    WHILE k < cardinality(e) LOOP
        j := CASE WHEN k + 6 < cardinality(e) THEN k + 6 ELSE 2 END;
        a := 2 * asin(float8smaller(1, sqrt((e[j + 1] - e[k + 1]) ^ 2 + (e[j + 2] - e[k + 2]) ^ 2
            + (e[j + 3] - e[k + 3]) ^ 2) / 2));
        x := x + a * e[k + 4]; y := y + a * e[k + 5]; z := z + a * e[k + 6];
        k := k + 6;
    END LOOP;
    RETURN sphere.position(e[1] * x, e[1] * y, e[1] * z);
END $$;
