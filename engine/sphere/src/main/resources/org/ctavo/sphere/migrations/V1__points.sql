-- Geometry on plain PostgreSQL. A region is float8[] in degrees, as DALI 1.1 section 3.3 writes it: a point has 2
-- elements, a circle 3 (longitude, latitude, radius), a polygon 6 or more, an even number. Indexes hold cubes around
-- unit vectors. Bodies name every schema, since sessions see pg_catalog alone. What raises an error of class VO says it
-- in the user's words.
CREATE SCHEMA sphere;
CREATE EXTENSION IF NOT EXISTS cube SCHEMA sphere;
GRANT USAGE ON SCHEMA sphere TO ${queryRole}, ${ingestRole}, ${serviceRole};

-- The unit vector of a position: what point columns are indexed by. Nested calls instead of an array, because an array
-- of NULLs is an error and a CASE would keep a strict function from being inlined.
CREATE FUNCTION sphere.vec(lon float8, lat float8) RETURNS sphere.cube
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN sphere.cube(sphere.cube(sphere.cube(cosd(lat) * cosd(lon)), cosd(lat) * sind(lon)), sind(lat));
COMMENT ON FUNCTION sphere.vec(float8, float8) IS
    'Unit vector of a position (degrees). Index points by it: USING gist (sphere.vec(lon, lat)).';

-- A box around a cone. Its half side is the chord of the radius and a little more, so that rounding loses no row.
CREATE FUNCTION sphere.cone(lon float8, lat float8, radius float8) RETURNS sphere.cube
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN sphere.cube_enlarge(
        sphere.vec(lon, lat), 2 * sind(float8smaller(float8larger(radius, 0), 180) / 2) + 1e-12, 3);
COMMENT ON FUNCTION sphere.cone(float8, float8, float8) IS
    'A box that holds every unit vector within a radius (degrees) of a position.';

-- Vincenty's formula: as exact near the antipode as near the position itself, unlike haversine.
CREATE FUNCTION sphere.distance(lon1 float8, lat1 float8, lon2 float8, lat2 float8) RETURNS float8
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN atan2d(
        sqrt((cosd(lat2) * sind(lon2 - lon1)) ^ 2
            + (cosd(lat1) * sind(lat2) - sind(lat1) * cosd(lat2) * cosd(lon2 - lon1)) ^ 2),
        sind(lat1) * sind(lat2) + cosd(lat1) * cosd(lat2) * cosd(lon2 - lon1));
COMMENT ON FUNCTION sphere.distance(float8, float8, float8, float8) IS
    'Great-circle distance of two positions, in degrees.';

-- The position of a vector of any length but zero; longitude from 0 to 360.
CREATE FUNCTION sphere.position(x float8, y float8, z float8) RETURNS float8[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ARRAY[
        CASE WHEN atan2d(y, x) >= 0 THEN abs(atan2d(y, x))
            -- a hair below 0 would round to 360
            WHEN atan2d(y, x) + 360 >= 360 THEN 0
            ELSE atan2d(y, x) + 360 END,
        atan2d(z, sqrt(x * x + y * y))];

-- A point, checked.
CREATE FUNCTION sphere.point(lon float8, lat float8) RETURNS float8[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    IF NOT (lat BETWEEN -90 AND 90 AND lon BETWEEN -1e6 AND 1e6) THEN
        RAISE EXCEPTION 'There is no position (%, %): longitude and latitude are in degrees, latitude from -90 to 90.',
            lon, lat USING ERRCODE = 'VO001';
    END IF;
    RETURN ARRAY[lon, lat];
END $$;

-- A circle, checked.
CREATE FUNCTION sphere.circle(lon float8, lat float8, radius float8) RETURNS float8[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    IF NOT radius BETWEEN 0 AND 180 THEN
        RAISE EXCEPTION 'The radius of a circle is from 0 to 180 degrees, not %.', radius USING ERRCODE = 'VO001';
    END IF;
    RETURN sphere.point(lon, lat) || radius;
END $$;
COMMENT ON FUNCTION sphere.circle(float8, float8, float8) IS
    'A circle (longitude, latitude, radius in degrees); the radius may be above 90.';
