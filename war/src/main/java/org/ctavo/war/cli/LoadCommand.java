package org.ctavo.war.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.ctavo.schema.load.LoadResult;
import org.ctavo.schema.load.Loader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "load",
        description = "Loads metadata that data files do not hold: CSV, ECSV or VOTable files, one a class of the"
                + " model and named for it (site.csv).",
        footer = "%nAll or nothing. Exit code 1: something is wrong, told by file, row and column.",
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {
    @Mixin
    private HomeOption homeOption;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, or directories of them.")
    private List<Path> paths;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Paths.checkReadable(spec, paths);
        try (Workplace place = new Workplace(homeOption)) {
            LoadResult result = new Loader(place.database()).load(paths);
            result.faults().forEach(System.out::println);
            if (!result.isLoaded()) {
                long more = result.faultCount() - result.faults().size();
                if (more > 0) {
                    System.out.println("… and " + more + " more");
                }
                System.out.println(result.faultCount() + " faults; nothing was loaded");
                return 1;
            }
            result.rows().forEach((table, rows) -> System.out.println(table + ": " + rows + " rows"));
            System.out.println(result.products() + " data products were changed by it");
            return 0;
        }
    }
}
