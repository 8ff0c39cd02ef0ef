package org.ctavo.war;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import org.ctavo.database.Login;
import org.ctavo.database.Migrator;
import org.ctavo.schema.tableset.SiteTables;
import org.ctavo.spi.Fault;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.tap.schema.TapSchemaPublisher;
import org.ctavo.war.settings.Settings;
import org.ctavo.war.settings.StartFault;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a database to the state of this release: its objects, and what TAP_SCHEMA says of them. */
public final class Upgrade {
    private static final Logger LOG = LoggerFactory.getLogger(Upgrade.class);

    private Upgrade() {}

    /**
     * What was done.
     *
     * @param scripts how many migrations ran
     * @param published whether TAP_SCHEMA has changed
     */
    public record Outcome(int scripts, boolean published) {}

    /** Does what has not been done yet; several nodes may do so at once. */
    public static Outcome run(Foundation foundation, Settings settings, Plugins plugins) {
        int scripts = migrated(foundation, plugins);
        List<SchemaDescription> schemas = schemas(foundation, settings, plugins);
        Login owner = foundation.logins().owner();
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password())) {
            return new Outcome(scripts, TapSchemaPublisher.publish(connection, schemas));
        } catch (SQLException e) {
            throw new Fault(
                    StartFault.DATABASE_UNREACHABLE,
                    "The tables cannot be published in TAP_SCHEMA (" + e.getSQLState() + "); the log says more",
                    e);
        }
    }

    /** What the plugins publish, and what the site does, held against the database. */
    private static List<SchemaDescription> schemas(Foundation foundation, Settings settings, Plugins plugins) {
        List<SchemaDescription> published = plugins.schemas(settings);
        List<SchemaDescription> site = SiteTables.read(settings.home().tables(), published);
        if (site.isEmpty()) {
            return published;
        }
        Login query = foundation.logins().query();
        try (Connection connection = DriverManager.getConnection(query.url(), query.user(), query.password())) {
            SiteTables.check(connection, site).forEach(difference -> LOG.info("{}", difference.message()));
        } catch (SQLException e) {
            throw new Fault(
                    StartFault.DATABASE_UNREACHABLE,
                    "The tables described in " + settings.home().tables() + " cannot be looked at (" + e.getSQLState()
                            + "); the log says more",
                    e);
        }
        return Stream.concat(published.stream(), site.stream()).toList();
    }

    private static int migrated(Foundation foundation, Plugins plugins) {
        try {
            return new Migrator(foundation.logins()).migrate(plugins.migrations());
        } catch (FlywayValidateException e) {
            throw new Fault(
                    StartFault.DATABASE_RELEASE,
                    "The database was made by another release of CTA-VO than this; run a release that is not older,"
                            + " or begin with a fresh home or database",
                    e);
        } catch (FlywayException e) {
            throw new Fault(
                    StartFault.DATABASE_MIGRATION,
                    "A migration of the database failed and was undone; the log says which, and why",
                    e);
        }
    }
}
