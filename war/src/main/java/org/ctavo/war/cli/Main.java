package org.ctavo.war.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import org.ctavo.spi.Fault;
import org.ctavo.war.settings.Build;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. Exit codes: 0 done, 1 failed, 2 something to put right first (options, settings, home, port). */
@Command(
        name = "cta-vo",
        description = "CTA-VO: a Cherenkov telescope archive in the Virtual Observatory.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = "%nBegin with `cta-vo demo`; each command answers to --help.",
        subcommands = {
            CommandLine.HelpCommand.class,
            DemoCommand.class,
            ServeCommand.class,
            IngestCommand.class,
            IngestProvenanceCommand.class,
            DescribeActivityCommand.class,
            LoadCommand.class,
            ExportCommand.class,
            CheckCommand.class,
            MigrateCommand.class,
            SettingsCommand.class,
            AdqlCommand.class,
            ModelCommand.class,
            BenchCommand.class
        })
public final class Main implements Runnable {
    private static final int WRONG = 2;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            Build build = Build.read();
            return new String[] {"CTA-VO " + build.version(), "with PostgreSQL " + build.postgres() + " of its own"};
        }
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Whatever the locale of the terminal's variables: what is printed may be kept in files.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.exit(run(arguments));
    }

    /**
     * Runs a command.
     *
     * @return the exit code
     */
    public static int run(String... arguments) {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new Main());
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, given) -> {
            err.println("cta-vo: " + e.getMessage());
            err.println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return WRONG;
        });
        line.setExecutionExceptionHandler((e, command, result) -> {
            // Without a home there is no log, and the terminal is for people.
            if (HomeOption.hasLogs()) {
                LoggerFactory.getLogger(Main.class).info("The command failed", e);
            }
            if (e instanceof Fault fault) {
                fault.getMessage().lines().forEach(text -> err.println("cta-vo: " + text));
                return WRONG;
            }
            err.println("cta-vo: the command failed unexpectedly (" + e + "); the log in the home says more");
            return 1;
        });
        return line.execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
