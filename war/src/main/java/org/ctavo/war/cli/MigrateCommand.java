package org.ctavo.war.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import org.ctavo.database.RolesScript;
import org.ctavo.war.Closing;
import org.ctavo.war.Foundation;
import org.ctavo.war.Plugins;
import org.ctavo.war.Upgrade;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "migrate",
        description = "Brings the database to the state of this release; `serve` and `demo` do so by themselves.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private HomeOption homeOption;

    @Option(
            names = "--print-roles-sql",
            description = "Print the SQL by which the administrator of an external server makes the roles and the"
                    + " database of the settings, and do nothing.")
    private boolean printRolesSql;

    @Override
    public Integer call() {
        Plugins plugins = Plugins.found();
        if (printRolesSql) {
            Settings settings = HomeOption.settings(homeOption.homeAsItIs(), plugins, Map.of());
            System.out.print(RolesScript.of(Foundation.declared(settings)));
            return 0;
        }
        Home home = homeOption.home();
        Settings settings = HomeOption.settings(home, plugins, Map.of());
        try (Closing closing = Closing.atExit()) {
            Foundation foundation = closing.add(Foundation.owned(home, settings));
            Upgrade.Outcome outcome = Upgrade.run(foundation, settings, plugins);
            System.out.println("Ran " + outcome.scripts() + " migrations; TAP_SCHEMA is "
                    + (outcome.published() ? "published anew." : "unchanged."));
        }
        return 0;
    }
}
