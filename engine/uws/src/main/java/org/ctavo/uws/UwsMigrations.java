package org.ctavo.uws;

import java.util.Set;

import org.ctavo.spi.MigrationSet;

/** The database objects of the job store: schema {@code uws}. */
public final class UwsMigrations {

    /** Creates them. */
    public static final MigrationSet SET = new MigrationSet("uws", "org/ctavo/uws/migrations", Set.of());

    private UwsMigrations() {}
}
