package org.ctavo.tap.schema;

import java.util.Set;

import org.ctavo.spi.MigrationSet;

/** The schema {@code tap_schema} (TAP 1.1, section 4). */
public final class TapSchemaMigrations {
    /** Needs nothing. */
    public static final MigrationSet SET = new MigrationSet("tap_schema", "org/ctavo/tap/schema/migrations", Set.of());

    private TapSchemaMigrations() {}
}
