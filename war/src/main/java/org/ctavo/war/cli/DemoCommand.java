package org.ctavo.war.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.ctavo.war.Plugins;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Starts everything, with the given observations or simulated ones, and serves until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private HomeOption homeOption;

    @Option(names = "--port", paramLabel = "N", description = "The port to listen at; wins over the setting http.port.")
    private Integer port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "A directory or file of DL3 observations; may be given several times.")
    private List<Path> data = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        readable(spec, data);
        Home home = homeOption.home();
        Plugins plugins = Plugins.found();
        Settings settings = HomeOption.settings(home, plugins, ServeCommand.portOverride(port));
        try (Running running = Running.start(home, settings, plugins)) {
            System.out.println("ready " + running.address());
            running.untilStopped();
        }
        return 0;
    }

    static void readable(CommandSpec spec, List<Path> paths) {
        for (Path path : paths) {
            if (!Files.isReadable(path)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), path + " does not exist or cannot be read");
            }
        }
    }
}
