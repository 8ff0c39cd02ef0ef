package org.ctavo.war.cli;

import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.ctavo.archive.ArchivePlugin;
import org.ctavo.archive.FileStore;
import org.ctavo.war.check.CheckPrinter;
import org.ctavo.war.check.FileCheck;
import org.ctavo.war.check.FileFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "files",
        description = "Holds every file the archive lists against its size and SHA-256, be the service running or not.",
        footer = "%nEach fault is a line with its remedy. Exit code 1: there are faults.",
        mixinStandardHelpOptions = true)
final class CheckFilesCommand implements Callable<Integer> {
    @Mixin
    private HomeOption homeOption;

    @Option(
            names = "--root",
            paramLabel = "NAME",
            description = "Check the files of that directory of the archive alone.")
    private String root;

    @Option(names = "--quick", description = "Check that files are there and have their size; leave the bytes unread.")
    private boolean quick;

    @Option(
            names = "--readers",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many files are read at one time, 1 to 64. Default: ${DEFAULT-VALUE}.")
    private int readers;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (readers < 1 || readers > 64) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--readers is from 1 to 64, not " + readers);
        }
        try (Workplace place = new Workplace(homeOption)) {
            Map<String, Path> roots =
                    new FileStore(place.database(), place.settings().value(ArchivePlugin.ROOTS)).roots();
            if (root != null && !roots.containsKey(root)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        "--root: there is no '" + root + "' but " + String.join(", ", roots.keySet()));
            }
            FileCheck check = new FileCheck(
                    place.database(), roots, new FileCheck.Scope(Optional.ofNullable(root), quick, readers));
            FileCheck.Outcome outcome = check.run(new CheckPrinter(System.out, terminal()));
            System.out.println(summary(outcome));
            return outcome.faulty() == 0 ? 0 : 1;
        }
    }

    private String summary(FileCheck.Outcome outcome) {
        String what = outcome.files() + " files, " + CheckPrinter.size(outcome.bytes())
                + (quick ? ", by their sizes alone: " : ": ");
        if (outcome.faulty() == 0) {
            return what + "all as listed";
        }
        return what + (outcome.files() - outcome.faulty()) + " as listed, " + outcome.faulty() + " not ("
                + outcome.faults().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(fault -> word(fault.getKey()) + " " + fault.getValue())
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static String word(FileFault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Where somebody watches. From Java 22 on there is a console always, and it must be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static Optional<PrintStream> terminal() {
        Console console = System.console();
        if (console == null) {
            return Optional.empty();
        }
        try {
            boolean watched = (boolean) Console.class.getMethod("isTerminal").invoke(console);
            return watched ? Optional.of(System.err) : Optional.empty();
        } catch (ReflectiveOperationException e) {
            return Optional.of(System.err);
        }
    }
}
