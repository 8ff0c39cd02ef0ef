package org.ctavo.war.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.ctavo.database.PooledDatabase;
import org.ctavo.ingest.IngestReport;
import org.ctavo.ingest.IngestService;
import org.ctavo.ingest.Progress;
import org.ctavo.war.Closing;
import org.ctavo.war.Foundation;
import org.ctavo.war.Plugins;
import org.ctavo.war.Upgrade;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.ServiceSettings;
import org.ctavo.war.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "ingest",
        description = "Takes DL3 observations into the archive, be the service running or not.",
        footer = "%nA file that was ingested before is left alone unless it has changed. Exit code 1: some failed.",
        mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
    @Mixin
    private HomeOption homeOption;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, or directories with all below them.")
    private List<Path> paths;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Paths.checkReadable(spec, paths);
        Home home = homeOption.home();
        Plugins plugins = Plugins.found();
        Settings settings = HomeOption.settings(home, plugins, Map.of());
        try (Closing closing = Closing.atExit()) {
            Foundation foundation = closing.add(Foundation.shared(home, settings));
            Upgrade.run(foundation, settings, plugins);
            PooledDatabase database = closing.add(
                    new PooledDatabase(foundation.logins(), 2, settings.value(ServiceSettings.QUERY_TIMEOUT)));
            IngestReport report = new IngestService(database, settings).ingest(paths, Progress.best());
            System.out.println(report.summary());
            return report.exitCode();
        }
    }
}
