-- Reference frames, named as in the IVOA vocabulary refframe. Plain rotations: no proper motion, no aberration.

-- The matrix that turns ICRS to a frame, by rows. FK5 is of J2000, FK4 of B1950 without the E-terms of aberration,
-- ECLIPTIC of the mean ecliptic and equinox of J2000.
CREATE FUNCTION sphere.frame(name text) RETURNS float8[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN CASE name
        WHEN 'ICRS' THEN ARRAY[1, 0, 0, 0, 1, 0, 0, 0, 1]
        WHEN 'GALACTIC' THEN ARRAY[-0.05487565771259173, -0.8734370519556165, -0.4838350736167153,
            0.4941094371927274, -0.444829721223295, 0.7469821839866676,
            -0.8676661375596589, -0.19807633727300053, 0.4559838136873015]
        WHEN 'FK5' THEN ARRAY[0.9999999999999929, -1.1102233297408355e-07, -4.411804498096783e-08,
            1.1102233723050045e-07, 0.9999999999999893, 9.647792255545762e-08,
            4.41180342697633e-08, -9.647792731702232e-08, 0.9999999999999944]
        WHEN 'FK4' THEN ARRAY[0.9999256809514503, 0.011181371753884799, 0.00485896074073884,
            -0.011181372203849883, 0.9999374861373451, -2.707332853616923e-05,
            -0.004858959705285428, -2.7258532094176363e-05, 0.9999881948140961]
        WHEN 'ECLIPTIC' THEN ARRAY[0.9999999999999942, -7.07836896097156e-08, 8.056213977613189e-08,
            3.289700407741965e-08, 0.9174821299149585, 0.3977769994440479,
            -1.0207044725484358e-07, -0.397776999444043, 0.9174821299149556]
        WHEN 'SUPER_GALACTIC' THEN ARRAY[0.37501555570303213, 0.34135887185624775, 0.8618801851683189,
            -0.8983204377276136, -0.09572710024885102, 0.42878516000301964,
            0.22887490937543747, -0.935045690264907, 0.27075049949244606]
        END;
END $$;

-- A region from one frame to another.
CREATE FUNCTION sphere.transform(region float8[], from_frame text, to_frame text) RETURNS float8[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 300 AS $$
DECLARE
    f float8[] := sphere.frame(from_frame);
    t float8[] := sphere.frame(to_frame);
    x float8; y float8; z float8; ix float8; iy float8; iz float8; result float8[] := '{}';
BEGIN
    IF f IS NULL OR t IS NULL THEN
        RAISE EXCEPTION 'There is no frame "%".', left(CASE WHEN f IS NULL THEN from_frame ELSE to_frame END, 40)
            USING ERRCODE = 'VO003', HINT = 'Frames are ICRS, FK5, FK4, GALACTIC, ECLIPTIC and SUPER_GALACTIC.';
    END IF;
    FOR i IN 0 .. cardinality(region) / 2 - 1 LOOP
        x := cosd(region[2 * i + 2]) * cosd(region[2 * i + 1]);
        y := cosd(region[2 * i + 2]) * sind(region[2 * i + 1]);
        z := sind(region[2 * i + 2]);
        -- back to ICRS by the transposed matrix
        ix := f[1] * x + f[4] * y + f[7] * z;
        iy := f[2] * x + f[5] * y + f[8] * z;
        iz := f[3] * x + f[6] * y + f[9] * z;
        result := result || sphere.position(
            t[1] * ix + t[2] * iy + t[3] * iz,
            t[4] * ix + t[5] * iy + t[6] * iz,
            t[7] * ix + t[8] * iy + t[9] * iz);
    END LOOP;
    RETURN CASE cardinality(region) WHEN 3 THEN result || region[3] ELSE result END;
END $$;
COMMENT ON FUNCTION sphere.transform(float8[], text, text) IS
    'A region turned from one frame to another: ICRS, FK5, FK4, GALACTIC, ECLIPTIC, SUPER_GALACTIC.';

-- A position moved along its proper motion, rigorously: straight motion in space (The Hipparcos and Tycho Catalogues,
-- volume 1, section 1.5.5). Proper motion in right ascension includes cos(dec). Not strict: a missing parallax is
-- infinitely far, missing motions are zero.
CREATE FUNCTION sphere.moved(ra float8, decl float8, parallax float8, pmra float8, pmdec float8, velocity float8,
        from_epoch float8, to_epoch float8) RETURNS float8[]
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 100 AS $$
DECLARE
    -- radians in a milliarcsecond
    mas CONSTANT float8 := pi() / 648000000;
    -- an astronomical unit a Julian year, in km/s
    au CONSTANT float8 := 4.740470463533348;
    t float8; a float8; d float8; zeta float8; r float8;
BEGIN
    IF ra IS NULL OR decl IS NULL OR from_epoch IS NULL OR to_epoch IS NULL THEN
        RAISE EXCEPTION 'A position cannot be moved in time without its coordinates and both epochs: one of them is '
            'missing in a row.' USING ERRCODE = 'VO004', HINT = 'Leave such rows out with IS NOT NULL.';
    END IF;
    t := to_epoch - from_epoch;
    a := coalesce(pmra, 0) * mas * t;
    d := coalesce(pmdec, 0) * mas * t;
    zeta := coalesce(velocity, 0) * coalesce(parallax, 0) / au * mas * t;
    r := 1 + zeta;
    RETURN sphere.position(
        r * cosd(decl) * cosd(ra) - a * sind(ra) - d * sind(decl) * cosd(ra),
        r * cosd(decl) * sind(ra) + a * cosd(ra) - d * sind(decl) * sind(ra),
        r * sind(decl) + d * cosd(decl));
END $$;
