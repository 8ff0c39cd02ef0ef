-- HEALPix (Gorski et al. 2005), nested scheme, orders 0 to 29: the hashing of the paper's section 4 in integers.

CREATE FUNCTION sphere.healpix(cell_order int, lon float8, lat float8) RETURNS bigint
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 200 AS $$
DECLARE
    n bigint; z float8; za float8; t float8; p float8; q float8; quadrant int;
    up bigint; down bigint; x bigint; y bigint; face int; cell bigint := 0;
BEGIN
    IF cell_order NOT BETWEEN 0 AND 29 THEN
        RAISE EXCEPTION 'The order of a HEALPix grid is from 0 to 29, not %.', cell_order USING ERRCODE = 'VO005';
    END IF;
    PERFORM sphere.point(lon, lat);
    n := 1::bigint << cell_order;
    z := sind(lat);
    za := abs(z);
    -- longitude in quarter turns, from 0 to 4
    t := lon / 90 - 4 * floor(lon / 360);
    IF t >= 4 THEN t := 0; END IF;
    IF za <= 2.0 / 3 THEN
        -- the equatorial zone: count the diagonals below, of either direction
        p := n * (0.5 + t);
        q := n * z * 0.75;
        up := floor(p - q);
        down := floor(p + q);
        IF (up >> cell_order) = (down >> cell_order) THEN
            face := ((up >> cell_order) & 3) | 4;
        ELSIF (up >> cell_order) < (down >> cell_order) THEN
            face := (up >> cell_order) & 3;
        ELSE
            face := ((down >> cell_order) & 3) + 8;
        END IF;
        x := down & (n - 1);
        y := n - (up & (n - 1)) - 1;
    ELSE
        -- a polar cap; sqrt(3 (1 - |z|)) by the cosine of the latitude, which keeps its digits at the pole
        quadrant := least(3, floor(t)::int);
        p := n * cosd(lat) / sqrt((1 + za) / 3);
        up := least(n - 1, floor((t - quadrant) * p)::bigint);
        down := least(n - 1, floor((1 - (t - quadrant)) * p)::bigint);
        IF z >= 0 THEN
            face := quadrant;
            x := n - down - 1;
            y := n - up - 1;
        ELSE
            face := quadrant + 8;
            x := up;
            y := down;
        END IF;
    END IF;
    FOR bit IN 0 .. cell_order - 1 LOOP
        cell := cell | (((x >> bit) & 1) << (2 * bit)) | (((y >> bit) & 1) << (2 * bit + 1));
    END LOOP;
    RETURN (face::bigint << (2 * cell_order)) | cell;
END $$;
COMMENT ON FUNCTION sphere.healpix(int, float8, float8) IS 'Index of the nested HEALPix cell that holds a position.';

CREATE FUNCTION sphere.healpix_center(cell_order int, cell bigint) RETURNS float8[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 200 AS $$
DECLARE
    n bigint; face int; x bigint := 0; y bigint := 0; ring bigint; left_n bigint; phase bigint; z float8; lon float8;
BEGIN
    IF cell_order NOT BETWEEN 0 AND 29 THEN
        RAISE EXCEPTION 'The order of a HEALPix grid is from 0 to 29, not %.', cell_order USING ERRCODE = 'VO005';
    END IF;
    n := 1::bigint << cell_order;
    IF cell NOT BETWEEN 0 AND 12 * n * n - 1 THEN
        RAISE EXCEPTION 'A HEALPix grid of order % has the cells 0 to %, not %.', cell_order, 12 * n * n - 1, cell
            USING ERRCODE = 'VO005';
    END IF;
    face := cell >> (2 * cell_order);
    FOR bit IN 0 .. cell_order - 1 LOOP
        x := x | (((cell >> (2 * bit)) & 1) << bit);
        y := y | (((cell >> (2 * bit + 1)) & 1) << bit);
    END LOOP;
    -- the ring, counted from the north pole, and the place in it
    ring := (face / 4 + 2) * n - x - y - 1;
    left_n := least(ring, n, 4 * n - ring);
    phase := CASE face / 4 WHEN 1 THEN 2 * (face % 4) ELSE 2 * (face % 4) + 1 END * left_n + x - y;
    lon := 45 * phase::float8 / left_n;
    IF lon < 0 THEN lon := lon + 360; END IF;
    IF lon >= 360 THEN lon := lon - 360; END IF;
    IF left_n = n THEN
        RETURN ARRAY[lon, asind((2 * n - ring) * 2 / (3 * n::float8))];
    END IF;
    -- 1 - |z| = left_n^2 / (3 n^2): the half angle from the pole keeps its digits
    z := 2 * asind(left_n / (sqrt(6) * n));
    RETURN ARRAY[lon, CASE WHEN ring < 2 * n THEN 90 - z ELSE z - 90 END];
END $$;
COMMENT ON FUNCTION sphere.healpix_center(int, bigint) IS 'Centre of a nested HEALPix cell.';
