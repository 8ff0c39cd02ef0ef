package org.ctavo.war.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.ctavo.schema.load.Exporter;
import org.ctavo.schema.load.TableFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = "Writes the metadata as files that `load` reads.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private HomeOption homeOption;

    @Parameters(paramLabel = "DIR", description = "The directory for the files; made if need be.")
    private Path directory;

    @Option(
            names = "--format",
            defaultValue = "ecsv",
            description = "One of ${COMPLETION-CANDIDATES}, in either case. Default: ${DEFAULT-VALUE}.")
    private TableFormat format;

    @Override
    public Integer call() {
        try (Workplace place = new Workplace(homeOption)) {
            new Exporter(place.database())
                    .export(directory, format)
                    .forEach((file, rows) -> System.out.println(file + ": " + rows + " rows"));
            return 0;
        }
    }
}
