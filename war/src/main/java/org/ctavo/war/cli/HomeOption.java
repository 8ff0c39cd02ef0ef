package org.ctavo.war.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.ctavo.war.Plugins;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.Settings;
import org.ctavo.war.settings.SettingsReader;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine.Option;

/** The option that every verb shares: which home, and so which settings. */
final class HomeOption {
    private static final String LOGS = "ctavo.logs";

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The home directory: settings, database, logs. Default: CTAVO_HOME, else \"home\" beside the"
                    + " cta-vo script.")
    private Path directory;

    /** The home, which may not be there; nothing is written to it. */
    Home homeAsItIs() {
        return new Home(directory != null ? directory : standard());
    }

    /** The home, made if need be, with its logs opened. */
    Home home() {
        Home home = homeAsItIs();
        home.prepare();
        // Before the first logger is made: the logs are the home's.
        System.setProperty(LOGS, home.logs().toString());
        System.setProperty("logback.configurationFile", "logback-command.xml");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        return home;
    }

    /** Whether there is a home whose logs are open. */
    static boolean hasLogs() {
        return System.getProperty(LOGS) != null;
    }

    private static Path standard() {
        String variable = System.getenv("CTAVO_HOME");
        return Path.of(variable != null ? variable : System.getProperty("ctavo.home", "home"));
    }

    /** The settings of a home, some of them overridden by the command line. */
    static Settings settings(Home home, Plugins plugins, Map<String, String> overrides) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(overrides);
        return new SettingsReader(plugins.settings()).read(home, environment);
    }
}
