-- Polygons: great-circle edges, convex or not, either winding. The inside is the smaller of the two sides. All work is
-- done with unit vectors, so that neither poles nor longitude 0 are special.

-- A polygon made ready: (side, convex, then for each edge its start and its unit normal). side is +1 where the inside
-- lies to the left of the edges, else -1. For a constant polygon this is computed once, at planning.
CREATE FUNCTION sphere.edges(polygon float8[]) RETURNS float8[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 500 AS $$
DECLARE
    e float8[] := ARRAY[1, 1];
    n int := 0;
    x float8; y float8; z float8; c float8;
    tx float8; ty float8; tz float8;
    nx float8; ny float8; nz float8; len float8;
    px float8; py float8; pz float8;
    k int; turn float8; sum float8 := 0; lefts int := 0; rights int := 0;
BEGIN
    IF cardinality(polygon) < 6 OR cardinality(polygon) % 2 = 1 THEN
        RAISE EXCEPTION 'A polygon needs at least 3 vertices, each a longitude and a latitude.'
            USING ERRCODE = 'VO001';
    END IF;
    FOR i IN 0 .. cardinality(polygon) / 2 - 1 LOOP
        IF polygon[2 * i + 1] IS NULL OR polygon[2 * i + 2] IS NULL THEN
            RETURN NULL;
        END IF;
        c := cosd(polygon[2 * i + 2]);
        x := c * cosd(polygon[2 * i + 1]);
        y := c * sind(polygon[2 * i + 1]);
        z := sind(polygon[2 * i + 2]);
        -- A vertex twice in a row is one vertex, and so is a last one that repeats the first.
        IF n > 0 THEN
            k := 6 * n - 4;
            CONTINUE WHEN abs(x - e[k + 1]) + abs(y - e[k + 2]) + abs(z - e[k + 3]) < 1e-13;
            CONTINUE WHEN i = cardinality(polygon) / 2 - 1
                AND abs(x - e[3]) + abs(y - e[4]) + abs(z - e[5]) < 1e-13;
        END IF;
        k := 6 * n + 2;
        e[k + 1] := x; e[k + 2] := y; e[k + 3] := z;
        e[k + 4] := 0; e[k + 5] := 0; e[k + 6] := 0;
        n := n + 1;
    END LOOP;
    IF n < 3 THEN
        RAISE EXCEPTION 'A polygon needs at least 3 different vertices; this one has %.', n USING ERRCODE = 'VO001';
    END IF;
    FOR i IN 0 .. n - 1 LOOP
        k := 6 * i + 2;
        x := e[k + 1]; y := e[k + 2]; z := e[k + 3];
        k := 6 * ((i + 1) % n) + 2;
        tx := e[k + 1]; ty := e[k + 2]; tz := e[k + 3];
        IF abs(x + tx) + abs(y + ty) + abs(z + tz) < 1e-10 THEN
            RAISE EXCEPTION 'Two neighbouring vertices of the polygon lie opposite each other on the sky, so that the '
                'edge between them could run anywhere: put a vertex between them.' USING ERRCODE = 'VO001';
        END IF;
        -- (a - b) x (a + b) is twice a x b, and exact for short edges.
        nx := (y - ty) * (z + tz) - (z - tz) * (y + ty);
        ny := (z - tz) * (x + tx) - (x - tx) * (z + tz);
        nz := (x - tx) * (y + ty) - (y - ty) * (x + tx);
        len := sqrt(nx * nx + ny * ny + nz * nz);
        k := 6 * i + 2;
        e[k + 4] := nx / len; e[k + 5] := ny / len; e[k + 6] := nz / len;
    END LOOP;
    -- The angles turned at the vertices sum to 2 pi less the area on the left (Gauss and Bonnet).
    k := 6 * n - 4;
    px := e[k + 4]; py := e[k + 5]; pz := e[k + 6];
    FOR i IN 0 .. n - 1 LOOP
        k := 6 * i + 2;
        x := e[k + 1]; y := e[k + 2]; z := e[k + 3];
        nx := e[k + 4]; ny := e[k + 5]; nz := e[k + 6];
        turn := atan2((py * nz - pz * ny) * x + (pz * nx - px * nz) * y + (px * ny - py * nx) * z,
            px * nx + py * ny + pz * nz);
        sum := sum + turn;
        IF turn > 1e-12 THEN lefts := lefts + 1; ELSIF turn < -1e-12 THEN rights := rights + 1; END IF;
        px := nx; py := ny; pz := nz;
    END LOOP;
    IF abs(sum) < 1e-9 THEN
        RAISE EXCEPTION 'The polygon covers exactly half of the sky, or its edges cross each other: which side is its '
            'inside cannot be told.' USING ERRCODE = 'VO001';
    END IF;
    e[1] := sign(sum);
    e[2] := CASE WHEN CASE WHEN sum > 0 THEN rights ELSE lefts END = 0 THEN 1 ELSE 0 END;
    RETURN e;
END $$;
COMMENT ON FUNCTION sphere.edges(float8[]) IS
    'A polygon made ready for sphere.inside: fold it as a constant, then test many positions.';

-- Whether a position lies in a polygon or on its boundary (to 1e-12 rad).
CREATE FUNCTION sphere.inside(edges float8[], lon float8, lat float8) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 200 AS $$
DECLARE
    px float8 := cosd(lat) * cosd(lon);
    py float8 := cosd(lat) * sind(lon);
    pz float8 := sind(lat);
    side float8 := edges[1];
    size int := cardinality(edges);
    k int := 2; j int; best int; far float8 := 0; d float8; outside boolean := false;
    mx float8; my float8; mz float8; nx float8; ny float8; nz float8;
    a boolean; b boolean; within boolean;
BEGIN
    WHILE k < size LOOP
        d := edges[k + 4] * px + edges[k + 5] * py + edges[k + 6] * pz;
        IF abs(d) <= 1e-12 THEN
            j := CASE WHEN k + 6 < size THEN k + 6 ELSE 2 END;
            mx := edges[k + 1] + edges[j + 1]; my := edges[k + 2] + edges[j + 2]; mz := edges[k + 3] + edges[j + 3];
            IF (px - edges[k + 1]) * mx + (py - edges[k + 2]) * my + (pz - edges[k + 3]) * mz >= -1e-15 THEN
                RETURN true;
            END IF;
        END IF;
        IF side * d < 0 THEN
            outside := true;
        END IF;
        IF abs(d) > far THEN
            far := abs(d);
            best := k;
        END IF;
        k := k + 6;
    END LOOP;
    IF edges[2] = 1 THEN
        RETURN NOT outside;
    END IF;
    -- Walk to the middle of the edge seen best, count the edges crossed, and look from which side it is reached. The
    -- two ends of an edge are told apart by >= 0, so that a walk through a vertex crosses once or not at all.
    k := best;
    j := CASE WHEN k + 6 < size THEN k + 6 ELSE 2 END;
    mx := edges[k + 1] + edges[j + 1]; my := edges[k + 2] + edges[j + 2]; mz := edges[k + 3] + edges[j + 3];
    nx := py * mz - pz * my; ny := pz * mx - px * mz; nz := px * my - py * mx;
    within := side * (edges[best + 4] * px + edges[best + 5] * py + edges[best + 6] * pz) > 0;
    a := nx * edges[3] + ny * edges[4] + nz * edges[5] >= 0;
    k := 2;
    WHILE k < size LOOP
        j := CASE WHEN k + 6 < size THEN k + 6 ELSE 2 END;
        b := nx * edges[j + 1] + ny * edges[j + 2] + nz * edges[j + 3] >= 0;
        IF a <> b AND k <> best
            AND (edges[k + 4] * mx + edges[k + 5] * my + edges[k + 6] * mz >= 0) = a
            AND (edges[k + 4] * px + edges[k + 5] * py + edges[k + 6] * pz >= 0) = b THEN
            within := NOT within;
        END IF;
        a := b;
        k := k + 6;
    END LOOP;
    RETURN within;
END $$;
COMMENT ON FUNCTION sphere.inside(float8[], float8, float8) IS
    'Whether a position lies in a polygon made ready by sphere.edges, or on its boundary.';

-- The least distance of a position from the boundary of a polygon, in degrees.
CREATE FUNCTION sphere.boundary_distance(edges float8[], lon float8, lat float8) RETURNS float8
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 300 AS $$
DECLARE
    px float8 := cosd(lat) * cosd(lon);
    py float8 := cosd(lat) * sind(lon);
    pz float8 := sind(lat);
    size int := cardinality(edges);
    k int := 2; j int; least float8 := 180; d float8;
    x float8; y float8; z float8; cx float8; cy float8; cz float8; mx float8; my float8; mz float8;
BEGIN
    WHILE k < size LOOP
        j := CASE WHEN k + 6 < size THEN k + 6 ELSE 2 END;
        x := edges[k + 1]; y := edges[k + 2]; z := edges[k + 3];
        mx := x + edges[j + 1]; my := y + edges[j + 2]; mz := z + edges[j + 3];
        -- distance from the vertex
        cx := py * z - pz * y; cy := pz * x - px * z; cz := px * y - py * x;
        d := atan2d(sqrt(cx * cx + cy * cy + cz * cz), px * x + py * y + pz * z);
        IF d < least THEN least := d; END IF;
        -- distance from the great circle, where its nearest point f = p - (p.n) n lies on the edge
        d := edges[k + 4] * px + edges[k + 5] * py + edges[k + 6] * pz;
        cx := px - d * edges[k + 4]; cy := py - d * edges[k + 5]; cz := pz - d * edges[k + 6];
        IF (cx * mx + cy * my + cz * mz) >= (x * mx + y * my + z * mz) * sqrt(cx * cx + cy * cy + cz * cz) THEN
            d := atan2d(abs(d), sqrt(cx * cx + cy * cy + cz * cz));
            IF d < least THEN least := d; END IF;
        END IF;
        k := k + 6;
    END LOOP;
    RETURN least;
END $$;

-- Whether edges of two polygons cross, touching not counted.
CREATE FUNCTION sphere.edges_cross(e float8[], f float8[]) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 2000 AS $$
DECLARE
    k int := 2; j int; l int; m int;
    ax float8; ay float8; az float8; tx float8; ty float8; tz float8; nx float8; ny float8; nz float8;
    c float8; d float8; p float8; q float8;
BEGIN
    WHILE k < cardinality(e) LOOP
        j := CASE WHEN k + 6 < cardinality(e) THEN k + 6 ELSE 2 END;
        ax := e[k + 1]; ay := e[k + 2]; az := e[k + 3];
        tx := e[j + 1]; ty := e[j + 2]; tz := e[j + 3];
        nx := e[k + 4]; ny := e[k + 5]; nz := e[k + 6];
        l := 2;
        c := nx * f[3] + ny * f[4] + nz * f[5];
        WHILE l < cardinality(f) LOOP
            m := CASE WHEN l + 6 < cardinality(f) THEN l + 6 ELSE 2 END;
            d := nx * f[m + 1] + ny * f[m + 2] + nz * f[m + 3];
            IF abs(c) > 1e-12 AND abs(d) > 1e-12 AND (c > 0) <> (d > 0) THEN
                p := f[l + 4] * ax + f[l + 5] * ay + f[l + 6] * az;
                q := f[l + 4] * tx + f[l + 5] * ty + f[l + 6] * tz;
                IF abs(p) > 1e-12 AND abs(q) > 1e-12 AND (p > 0) <> (q > 0) AND (p > 0) = (d > 0) THEN
                    RETURN true;
                END IF;
            END IF;
            c := d;
            l := l + 6;
        END LOOP;
        k := k + 6;
    END LOOP;
    RETURN false;
END $$;

-- A polygon, checked: positions that exist, at least 3 different vertices, no edge across another.
CREATE FUNCTION sphere.polygon(VARIADIC coordinates float8[]) RETURNS float8[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 2000 AS $$
DECLARE
    e float8[];
BEGIN
    IF array_position(coordinates, NULL) IS NOT NULL THEN
        RETURN NULL;
    END IF;
    IF cardinality(coordinates) > 20000 THEN
        RAISE EXCEPTION 'A polygon may have 10000 vertices at most.' USING ERRCODE = 'VO001';
    END IF;
    IF cardinality(coordinates) % 2 = 0 THEN
        FOR i IN 1 .. cardinality(coordinates) / 2 LOOP
            PERFORM sphere.point(coordinates[2 * i - 1], coordinates[2 * i]);
        END LOOP;
    END IF;
    e := sphere.edges(coordinates);
    -- A convex polygon has no crossing edges; a pentagram turns one way only too, but twice.
    IF cardinality(e) > 20 AND sphere.edges_cross(e, e) THEN
        RAISE EXCEPTION 'Edges of the polygon cross each other: give its vertices in their order along the boundary.'
            USING ERRCODE = 'VO001';
    END IF;
    RETURN coordinates;
END $$;
COMMENT ON FUNCTION sphere.polygon(float8[]) IS
    'A polygon (longitudes and latitudes of its vertices, degrees), checked. The inside is its smaller side.';

-- ADQL's BOX: the sides are great circles through the ends of a cross with arms of half the width and height, at right
-- angles to them; in the tangent plane of the centre a rectangle.
CREATE FUNCTION sphere.box(lon float8, lat float8, width float8, height float8) RETURNS float8[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 100 AS $$
DECLARE
    centre float8[] := sphere.point(lon, lat);
    u float8; v float8; box float8[] := '{}';
BEGIN
    IF NOT (width > 0 AND width < 180 AND height > 0 AND height < 180) THEN
        RAISE EXCEPTION 'The width and height of a box are above 0 and below 180 degrees, not % and %.', width, height
            USING ERRCODE = 'VO001';
    END IF;
    FOR i IN 1 .. 4 LOOP
        u := (ARRAY[1, 1, -1, -1])[i] * tand(width / 2);
        v := (ARRAY[-1, 1, 1, -1])[i] * tand(height / 2);
        box := box || sphere.position(
            cosd(lat) * cosd(lon) - u * sind(lon) - v * sind(lat) * cosd(lon),
            cosd(lat) * sind(lon) + u * cosd(lon) - v * sind(lat) * sind(lon),
            sind(lat) + v * cosd(lat));
    END LOOP;
    RETURN box;
END $$;
COMMENT ON FUNCTION sphere.box(float8, float8, float8, float8) IS
    'ADQL''s BOX as a polygon: centre, width and height in degrees.';
