package org.ctavo.database;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.ctavo.spi.MigrationSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a database to the state the plugins expect: each migration set in its order, with a history of its own. */
public final class Migrator {
    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

    private final Logins logins;

    /** Migrations run as the owner of the given logins; the other roles are what scripts grant to. */
    public Migrator(Logins logins) {
        this.logins = logins;
    }

    /**
     * Runs what has not run yet. Several nodes may do so at once: the histories are locked.
     *
     * @return how many scripts ran
     * @throws IllegalArgumentException if a set comes after one that is not there, or after itself
     */
    public int migrate(List<MigrationSet> sets) {
        int count = 0;
        for (MigrationSet set : ordered(sets)) {
            MigrateResult result = flyway(set).migrate();
            count += result.migrationsExecuted;
            if (result.migrationsExecuted > 0) {
                LOG.info(
                        "Migrated {}: {} scripts, now at {}",
                        set.name(),
                        result.migrationsExecuted,
                        result.targetSchemaVersion);
            }
        }
        return count;
    }

    private Flyway flyway(MigrationSet set) {
        return Flyway.configure()
                .dataSource(
                        logins.owner().url(),
                        logins.owner().user(),
                        logins.owner().password())
                .locations("classpath:" + set.location())
                .failOnMissingLocations(true)
                .defaultSchema("migrations")
                .createSchemas(true)
                .table(set.name())
                .placeholders(Map.of(
                        "queryRole", logins.query().user(),
                        "ingestRole", logins.ingest().user(),
                        "serviceRole", logins.service().user()))
                // Other sets have filled the database before: an empty history is no reason to stop.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .cleanDisabled(true)
                .load();
    }

    static List<MigrationSet> ordered(List<MigrationSet> sets) {
        Map<String, MigrationSet> byName =
                sets.stream().collect(Collectors.toMap(MigrationSet::name, Function.identity()));
        Set<MigrationSet> done = new LinkedHashSet<>();
        for (MigrationSet set : sets) {
            visit(set, byName, done, new ArrayList<>());
        }
        return List.copyOf(done);
    }

    private static void visit(
            MigrationSet set, Map<String, MigrationSet> byName, Set<MigrationSet> done, List<String> trail) {
        if (done.contains(set)) {
            return;
        }
        if (trail.contains(set.name())) {
            throw new IllegalArgumentException("Migration sets wait for each other: " + trail);
        }
        trail.add(set.name());
        for (String name : set.after().stream().sorted().toList()) {
            MigrationSet before = byName.get(name);
            if (before == null) {
                throw new IllegalArgumentException(
                        "Migration set " + set.name() + " comes after " + name + ", which no plugin brings.");
            }
            visit(before, byName, done, trail);
        }
        trail.remove(set.name());
        done.add(set);
    }
}
