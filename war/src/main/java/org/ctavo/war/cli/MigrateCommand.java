package org.ctavo.war.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import org.ctavo.war.Foundation;
import org.ctavo.war.Plugins;
import org.ctavo.war.Service;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "migrate",
        description = "Brings the database to the state of this release; `serve` and `demo` do so by themselves.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private HomeOption homeOption;

    @Override
    public Integer call() {
        Home home = homeOption.home();
        Plugins plugins = Plugins.found();
        Settings settings = HomeOption.settings(home, plugins, Map.of());
        try (Foundation foundation = Foundation.owned(home, settings)) {
            int count = Service.migrate(foundation, plugins);
            System.out.println(count == 0 ? "The database is up to date." : "Ran " + count + " migrations.");
        }
        return 0;
    }
}
