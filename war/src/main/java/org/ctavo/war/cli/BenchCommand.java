package org.ctavo.war.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.ctavo.bench.Bench;
import org.ctavo.bench.BenchOptions;
import org.ctavo.bench.BenchPlugin;
import org.ctavo.bench.LineageBench;
import org.ctavo.bench.ProductBench;
import org.ctavo.database.Logins;
import org.ctavo.war.Closing;
import org.ctavo.war.Foundation;
import org.ctavo.war.Plugins;
import org.ctavo.war.Upgrade;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.Settings;
import org.ctavo.war.settings.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        description = "Fills a synthetic table, serves it from a process of its own, and measures the answers against"
                + " PostgreSQL's COPY of the same rows.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final String READY = "ready ";

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "1000000", description = "Rows of the table.")
    private long rows;

    @Option(
            names = "--products",
            paramLabel = "N",
            description = "Measures the searches of the archive instead, over N generated products (10000000, say),"
                    + " which are loaded into the home's empty database first and kept.")
    private Long products;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often the long cases are measured.")
    private int repeats;

    @Option(
            names = "--lineage",
            paramLabel = "N",
            description = "Fills schema provenance with an invented lineage of N entities and three times as many"
                    + " relations instead, and measures what it is asked. Take a home of its own.")
    private Long lineage;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Home home = homeOption.home();
        Plugins plugins = Plugins.found();
        Settings settings = HomeOption.settings(home, plugins, Map.of());
        try (Closing closing = Closing.atExit()) {
            Foundation foundation = closing.add(Foundation.owned(home, settings));
            Upgrade.run(foundation, settings, plugins);
            fill(foundation.logins());
        }
        try (Closing closing = Closing.atExit()) {
            Process service = closing.add(new Child(home, lineage == null && products == null))
                    .process();
            URI base = base(service);
            Foundation foundation = closing.add(Foundation.shared(home, settings));
            System.err.println("Measuring " + base);
            System.out.println(measured(base, foundation.logins(), OptionalLong.of(service.pid())));
        }
        return 0;
    }

    private void fill(Logins logins) throws SQLException, InterruptedException {
        if (products != null) {
            System.err.println("Filling the archive with " + products + " products");
            ProductBench.load(logins, products);
        } else if (lineage != null) {
            System.err.println("Filling schema provenance with " + lineage + " entities");
            LineageBench.load(logins, lineage);
        } else {
            System.err.println("Filling the table with " + rows + " rows");
            Bench.load(logins, rows);
        }
    }

    private String measured(URI base, Logins logins, OptionalLong service)
            throws IOException, SQLException, InterruptedException {
        if (products != null) {
            return new ProductBench(new BenchOptions(products, base, logins, service, repeats)).run();
        }
        if (lineage != null) {
            return new LineageBench(new BenchOptions(lineage, base, logins, service, repeats)).run();
        }
        return new Bench(new BenchOptions(rows, base, logins, service, repeats)).run();
    }

    private static URI base(Process service) throws IOException {
        BufferedReader output = service.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                // Without the slash at the end.
                return URI.create(line.substring(READY.length(), line.length() - 1));
            }
        }
        throw new IOException("The service to be measured did not start; its log in the home says why.");
    }

    /** The service in a process of its own, as it runs in earnest. */
    private record Child(Process process) implements AutoCloseable {
        Child(Home home, boolean publishes) throws IOException {
            this(started(home, publishes));
        }

        private static Process started(Home home, boolean publishes) throws IOException {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
            command.addAll(
                    List.of("serve", "--port", "0", "--home", home.directory().toString()));
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put(SettingsReader.variable(BenchPlugin.PUBLISH), Boolean.toString(publishes));
            return builder.start();
        }

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
