-- What the tests of regions cost, as measured: a circle's microsecond, a polygon's 15. If the planner holds them for more
-- expensive, it gathers all rows that the index knows, in several processes, where the first thousand are asked for.
ALTER FUNCTION sphere.intersects(float8[], float8[]) COST 200;
ALTER FUNCTION sphere.contains(float8[], float8[]) COST 200;
