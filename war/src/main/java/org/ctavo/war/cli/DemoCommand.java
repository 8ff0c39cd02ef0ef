package org.ctavo.war.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.ctavo.ingest.IngestReport;
import org.ctavo.ingest.IngestResult;
import org.ctavo.ingest.IngestService;
import org.ctavo.ingest.Progress;
import org.ctavo.ingest.simulation.SimulatedSet;
import org.ctavo.provenance.capture.ProductLineage;
import org.ctavo.provenance.capture.SampleChain;
import org.ctavo.provenance.store.ProvenanceStore;
import org.ctavo.schema.load.LoadResult;
import org.ctavo.schema.load.Loader;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;
import org.ctavo.war.Plugins;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.Settings;
import org.ctavo.war.settings.StartFault;
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
    private static final List<Example> EXAMPLES = List.of(
            new Example(
                    "the observations that saw the Crab nebula",
                    "SELECT obs_id, target_name, s_ra, s_dec, t_exptime FROM cta.vo_obscore AS o"
                            + " WHERE 1 = INTERSECTS(o.s_region, CIRCLE('ICRS', 83.63308333, 22.0145, 0.001))"),
            new Example(
                    "what was observed, and for how long",
                    "SELECT target_name, COUNT(*) AS runs, SUM(t_exptime)/3600 AS hours FROM ivoa.obscore"
                            + " GROUP BY target_name ORDER BY target_name"),
            new Example(
                    "the tables that can be asked",
                    "SELECT table_name, description FROM tap_schema.tables ORDER BY table_name"));

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--port", paramLabel = "N", description = "The port to listen at; wins over the setting http.port.")
    private Integer port;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "A directory or file of DL3 observations; may be given several times.")
    private List<Path> data = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    private record Example(String what, String adql) {}

    @Override
    public Integer call() throws InterruptedException {
        Paths.checkReadable(spec, data);
        Home home = homeOption.home();
        Plugins plugins = Plugins.found();
        Settings settings = HomeOption.settings(home, plugins, ServeCommand.portOverride(port));
        try (Running running = Running.start(home, settings, plugins, service -> {
            List<Path> inputs = data.isEmpty() ? List.of(simulated(home)) : data;
            ProvenanceStore provenance = new ProvenanceStore(service.database());
            IngestReport report = new IngestService(
                            service.database(), settings, new ProductLineage(provenance)::record)
                    .ingest(inputs, Progress.best());
            System.out.println("ingest: " + report.summary());
            // Once: what somebody changed since stays.
            if (report.count(IngestResult.Status.LOADED) > 0) {
                loadSamples(service.database());
            }
            new SampleChain(service.database()).addToSamples();
        })) {
            System.out.println("ready " + running.address());
            for (Example example : EXAMPLES) {
                System.out.println("\n# " + example.what());
                System.out.println("curl -s " + running.address() + "tap/sync -d LANG=ADQL -d FORMAT=csv \\\n"
                        + "  --data-urlencode \"QUERY=" + example.adql() + "\"");
            }
            System.out.println("\nCtrl-C ends it; what was ingested stays in " + home.directory() + ".");
            return running.untilStopped();
        }
    }

    /** What the files do not tell of the public observations; made up for the simulated ones, which it says. */
    private void loadSamples(Database database) {
        String samples = System.getProperty("ctavo.samples");
        if (samples == null || !Files.isDirectory(Path.of(samples))) {
            return;
        }
        Loader loader = new Loader(database);
        List<Path> directories =
                data.isEmpty() ? List.of(Path.of(samples), Path.of(samples, "simulated")) : List.of(Path.of(samples));
        for (Path directory : directories) {
            LoadResult result = loader.load(List.of(directory));
            result.faults().forEach(System.out::println);
            System.out.println("samples: " + result.products() + " products described by "
                    + Path.of("conf").resolve(Path.of(samples).getParent().relativize(directory)));
        }
    }

    /** The same bytes each time, so that a second start ingests nothing anew. */
    private static Path simulated(Home home) {
        try {
            SimulatedSet.write(home.simulated());
            return home.simulated();
        } catch (IOException e) {
            throw new Fault(
                    StartFault.HOME_NOT_WRITABLE,
                    "The simulated observations cannot be written to " + home.simulated() + ": " + e.getMessage(),
                    e);
        }
    }
}
