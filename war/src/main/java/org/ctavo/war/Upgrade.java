package org.ctavo.war;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import org.ctavo.database.Login;
import org.ctavo.database.Migrator;
import org.ctavo.spi.Fault;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.tap.schema.TapSchemaPublisher;
import org.ctavo.war.settings.Settings;
import org.ctavo.war.settings.StartFault;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings a database to the state of this release: its objects, and what TAP_SCHEMA says of them. */
public final class Upgrade {
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
        List<SchemaDescription> schemas = plugins.schemas(settings);
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
