package org.ctavo.war.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import org.ctavo.war.Plugins;
import org.ctavo.war.settings.AnnotatedSample;
import org.ctavo.war.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "settings",
        description = "Prints the annotated sample of all settings, or the values in force.",
        mixinStandardHelpOptions = true)
final class SettingsCommand implements Callable<Integer> {
    @Mixin
    private HomeOption homeOption;

    @Option(names = "--effective", description = "Print the values in force and where each comes from.")
    private boolean effective;

    @Override
    public Integer call() {
        Plugins plugins = Plugins.found();
        if (!effective) {
            System.out.print(AnnotatedSample.of(plugins.settings()));
            return 0;
        }
        for (Settings.Effective value :
                HomeOption.settings(homeOption.homeAsItIs(), plugins, Map.of()).all()) {
            System.out.println(value.setting().key() + "=" + value.shown() + "  # " + value.source());
        }
        return 0;
    }
}
