package org.ctavo.sphere;

import java.util.Set;

import org.ctavo.spi.MigrationSet;

/**
 * The schemas {@code sphere} and {@code udf}. Sets whose tables are indexed on the sky come {@code after} this one:
 *
 * <pre>
 * CREATE INDEX ON t USING gist (sphere.vec(s_ra, s_dec));   -- points
 * CREATE INDEX ON t USING gist (sphere.bounds(s_region));   -- regions, float8[]
 * </pre>
 *
 * <p>Errors that a user's values bring about have an SQLSTATE of class VO and a message for the user.
 */
public final class SphereMigrations {
    /** Needs PostgreSQL 15 or later, and the contrib extension cube. */
    public static final MigrationSet SET = new MigrationSet("sphere", "org/ctavo/sphere/migrations", Set.of());

    private SphereMigrations() {}
}
