package org.ctavo.war.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import org.ctavo.war.Plugins;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.ServiceSettings;
import org.ctavo.war.settings.Settings;
import org.ctavo.war.settings.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Serves what is in the archive, until Ctrl-C.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private HomeOption homeOption;

    @Option(names = "--port", paramLabel = "N", description = "The port to listen at; wins over the setting http.port.")
    private Integer port;

    @Override
    public Integer call() throws InterruptedException {
        Home home = homeOption.home();
        Plugins plugins = Plugins.found();
        Settings settings = HomeOption.settings(home, plugins, portOverride(port));
        try (Running running = Running.start(home, settings, plugins, service -> {})) {
            System.out.println("ready " + running.address());
            return running.untilStopped();
        }
    }

    static Map<String, String> portOverride(Integer port) {
        return port == null ? Map.of() : Map.of(SettingsReader.variable(ServiceSettings.HTTP_PORT), port.toString());
    }
}
