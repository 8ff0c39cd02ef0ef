-- Ranges of longitude and latitude (DALI's range, SODA's and SIA's RANGE). They are no polygons: parallels are no great
-- circles. A range goes east from lon1 to lon2, through 0 where lon2 is the smaller; 360 degrees or more are all.

-- How far east of one longitude another is: 0 to below 360.
CREATE FUNCTION sphere.eastward(from_lon float8, to_lon float8) RETURNS float8
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (to_lon - from_lon) - 360 * floor((to_lon - from_lon) / 360);

-- How many degrees of longitude a range has.
CREATE FUNCTION sphere.range_width(lon1 float8, lon2 float8) RETURNS float8
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN lon2 - lon1 >= 360 THEN 360 ELSE sphere.eastward(lon1, lon2) END;

-- Whether a position lies in a range; boundaries belong to it, and at a pole every longitude is the same.
CREATE FUNCTION sphere.in_range(lon float8, lat float8, lon1 float8, lon2 float8, lat1 float8, lat2 float8)
    RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lat BETWEEN lat1 - 1e-10 AND lat2 + 1e-10
        AND (abs(lat) >= 90 - 1e-10
            OR sphere.eastward(lon1, lon) <= sphere.range_width(lon1, lon2) + 1e-10
            OR sphere.eastward(lon1, lon) >= 360 - 1e-10);

-- How far a position is from the part of a meridian between two latitudes.
CREATE FUNCTION sphere.meridian_distance(lon float8, lat float8, meridian float8, lat1 float8, lat2 float8)
    RETURNS float8
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 50 AS $$
DECLARE
    -- where the great circle of the meridian is nearest
    foot float8 := atan2d(sind(lat), cosd(lat) * cosd(lon - meridian));
BEGIN
    IF foot BETWEEN lat1 AND lat2 THEN
        RETURN sphere.distance(lon, lat, meridian, foot);
    END IF;
    RETURN float8smaller(
        sphere.distance(lon, lat, meridian, lat1), sphere.distance(lon, lat, meridian, lat2));
END $$;

-- Whether a region and a range have a position in common.
CREATE FUNCTION sphere.range_intersects(region float8[], lon1 float8, lon2 float8, lat1 float8, lat2 float8)
    RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
DECLARE
    lon float8 := region[1]; lat float8 := region[2];
    e float8[]; k int := 2; j int; m float8; z float8; s float8; c float8; d float8; phi float8; p float8[];
    nx float8; ny float8; nz float8;
BEGIN
    IF lat1 > lat2 THEN
        RETURN false;
    END IF;
    IF sphere.in_range(lon, lat, lon1, lon2, lat1, lat2) THEN
        RETURN true;
    ELSIF cardinality(region) = 2 THEN
        RETURN false;
    ELSIF cardinality(region) = 3 THEN
        -- North or south of the range the nearest position is due south or north, elsewhere on a meridian.
        RETURN CASE WHEN sphere.eastward(lon1, lon) <= sphere.range_width(lon1, lon2)
            THEN float8larger(lat1 - lat, lat - lat2)
            ELSE float8smaller(
                sphere.meridian_distance(lon, lat, lon1, lat1, lat2),
                sphere.meridian_distance(lon, lat, lon2, lat1, lat2)) END <= region[3] + 1e-12;
    END IF;
    e := sphere.edges(region);
    IF sphere.inside(e, lon1, lat1) THEN
        RETURN true;
    END IF;
    -- Otherwise an edge has an end in the range, or crosses one of its sides.
    WHILE k < cardinality(e) LOOP
        j := CASE WHEN k + 6 < cardinality(e) THEN k + 6 ELSE 2 END;
        p := sphere.position(e[k + 1], e[k + 2], e[k + 3]);
        IF sphere.in_range(p[1], p[2], lon1, lon2, lat1, lat2) THEN
            RETURN true;
        END IF;
        nx := e[k + 4]; ny := e[k + 5]; nz := e[k + 6];
        FOREACH m IN ARRAY ARRAY[lon1, lon2] LOOP
            d := nx * cosd(m) + ny * sind(m);
            IF abs(nz) > 1e-15 OR abs(d) > 1e-15 THEN
                phi := CASE WHEN nz < 0 THEN atan2d(d, -nz) ELSE atan2d(-d, nz) END;
                IF phi BETWEEN lat1 - 1e-10 AND lat2 + 1e-10
                    AND sphere.on_edge(e, k, j, cosd(phi) * cosd(m), cosd(phi) * sind(m), sind(phi)) THEN
                    RETURN true;
                END IF;
            END IF;
        END LOOP;
        s := sqrt(float8larger(0, 1 - nz * nz));
        FOREACH z IN ARRAY ARRAY[sind(lat1), sind(lat2)] LOOP
            IF s > 1e-12 AND abs(z) <= s THEN
                -- the northernmost direction of the great circle and the one at right angles to it
                c := sqrt(float8larger(0, 1 - (z / s) * (z / s)));
                FOREACH d IN ARRAY ARRAY[c, -c] LOOP
                    p := sphere.position((z / s) * (-nz * nx / s) + d * (ny / s),
                        (z / s) * (-nz * ny / s) - d * (nx / s), z);
                    IF sphere.in_range(p[1], p[2], lon1, lon2, lat1, lat2)
                        AND sphere.on_edge(e, k, j, cosd(p[2]) * cosd(p[1]), cosd(p[2]) * sind(p[1]), z) THEN
                        RETURN true;
                    END IF;
                END LOOP;
            END IF;
        END LOOP;
        k := k + 6;
    END LOOP;
    RETURN false;
END $$;
COMMENT ON FUNCTION sphere.range_intersects(float8[], float8, float8, float8, float8) IS
    'Whether a region overlaps or touches a range of longitude and latitude.';

-- Whether a position on the great circle of an edge lies on the edge: nearer to its middle than its ends are.
CREATE FUNCTION sphere.on_edge(e float8[], k int, j int, x float8, y float8, z float8) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (x - e[k + 1]) * (e[k + 1] + e[j + 1]) + (y - e[k + 2]) * (e[k + 2] + e[j + 2])
        + (z - e[k + 3]) * (e[k + 3] + e[j + 3]) >= -1e-13;

-- A box around a range, for comparison with sphere.bounds.
CREATE FUNCTION sphere.range_bounds(lon1 float8, lon2 float8, lat1 float8, lat2 float8) RETURNS sphere.cube
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    width float8 := sphere.range_width(lon1, lon2);
    near float8 := float8smaller(cosd(lat1), cosd(lat2));
    far float8 := CASE WHEN lat1 <= 0 AND lat2 >= 0 THEN 1 ELSE float8larger(cosd(lat1), cosd(lat2)) END;
    low float8[] := ARRAY[0, 0, sind(lat1)];
    high float8[] := ARRAY[0, 0, sind(lat2)];
    top float8; bottom float8; axis float8;
BEGIN
    FOR i IN 1 .. 2 LOOP
        axis := 90 * (i - 1);
        top := CASE WHEN sphere.eastward(lon1, axis) <= width THEN 1
            ELSE float8larger(cosd(lon1 - axis), cosd(lon2 - axis)) END;
        bottom := CASE WHEN sphere.eastward(lon1, axis + 180) <= width THEN -1
            ELSE float8smaller(cosd(lon1 - axis), cosd(lon2 - axis)) END;
        high[i] := float8larger(near * top, far * top);
        low[i] := float8smaller(near * bottom, far * bottom);
    END LOOP;
    RETURN sphere.cube_enlarge(sphere.cube(low, high), 1e-11, 3);
END $$;
