package org.ctavo.war.cli;

import java.util.Map;

import org.ctavo.database.PooledDatabase;
import org.ctavo.war.Closing;
import org.ctavo.war.Foundation;
import org.ctavo.war.Plugins;
import org.ctavo.war.Upgrade;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.ServiceSettings;
import org.ctavo.war.settings.Settings;

/** The database of a home in the state of this release, for work beside the service, be it running or not. */
final class Workplace implements AutoCloseable {
    private static final int CONNECTIONS = 2;

    private final Settings settings;
    private final Closing closing;
    private final PooledDatabase database;

    Workplace(HomeOption homeOption) {
        // First of all, as it says where the log is.
        Home home = homeOption.home();
        closing = Closing.atExit();
        Plugins plugins = Plugins.found();
        settings = HomeOption.settings(home, plugins, Map.of());
        try {
            Foundation foundation = closing.add(Foundation.shared(home, settings));
            Upgrade.run(foundation, settings, plugins);
            database = closing.add(new PooledDatabase(
                    foundation.logins(), CONNECTIONS, settings.value(ServiceSettings.QUERY_TIMEOUT)));
        } catch (RuntimeException e) {
            closing.close();
            throw e;
        }
    }

    Settings settings() {
        return settings;
    }

    PooledDatabase database() {
        return database;
    }

    @Override
    public void close() {
        closing.close();
    }
}
