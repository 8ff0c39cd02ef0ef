package org.ctavo.war.searches;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.ctavo.ingest.IngestReport;
import org.ctavo.ingest.IngestService;
import org.ctavo.ingest.Progress;
import org.ctavo.ingest.simulation.SimulatedSet;
import org.ctavo.provenance.capture.ProductLineage;
import org.ctavo.provenance.store.ProvenanceStore;
import org.ctavo.schema.load.LoadResult;
import org.ctavo.schema.load.Loader;
import org.ctavo.spi.Database;
import org.ctavo.testing.Shared;
import org.ctavo.war.Plugins;
import org.ctavo.war.RunningService;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.SettingsReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The searches that the archive was made for, over the public observations with the samples of metadata: each returns
 * what a script finds that reads the files and samples by itself.
 */
@Timeout(300)
class SearchesIT {
    private static final Path ROOT = Path.of(System.getProperty("ctavo.root"));
    private static final Path SAMPLES = ROOT.resolve("conf").resolve("samples");

    private static RunningService running;
    private static List<Path> observations;

    @BeforeAll
    static void fill(@TempDir Path directory) throws IOException {
        observations = new ArrayList<>();
        for (String set : List.of("data/hess-dl3-dr1", "data/cta-1dc")) {
            Shared.path(set).ifPresent(observations::add);
        }
        Assumptions.assumeTrue(observations.size() == 2, "the public observations are not beside this checkout");
        Path simulated = directory.resolve("simulated");
        SimulatedSet.write(simulated);
        observations.add(simulated);
        running = RunningService.start();
        Database database = running.service().database();
        IngestReport report = new IngestService(
                        database,
                        new SettingsReader(Plugins.found().settings())
                                .read(new Home(directory.resolve("home")), RunningService.environment()),
                        new ProductLineage(new ProvenanceStore(database))::record)
                .ingest(observations, Progress.silent());
        assertThat(report.summary()).contains("failed 0");
        for (Path samples : List.of(SAMPLES, SAMPLES.resolve("simulated"))) {
            LoadResult result = new Loader(database).load(List.of(samples));
            assertThat(result.faults()).isEmpty();
            assertThat(result.products()).isPositive();
        }
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            Assumptions.assumeTrue("true".equals(System.getenv("CI")), command.get(0) + " is not installed");
            throw e;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    @Test
    void eachSearchReturnsWhatTheFilesSayAndThePlanWhatTheBlocksSay() throws Exception {
        Assumptions.assumeTrue(
                "true".equals(System.getenv("CI"))
                        || run(List.of("/usr/bin/python3", "-c", "import pyvo, astropy"))
                                .isEmpty(),
                "pyVO or astropy is not installed");
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/python3",
                ROOT.resolve("war/src/test/python/searches.py").toString(),
                running.uri("").toString(),
                SAMPLES.toString()));
        observations.forEach(directory -> command.add(directory.toString()));
        assertThat(run(command)).contains("all searches agree");
    }

    @Test
    void taplintFindsNothingInProductsOrPlan() throws Exception {
        String stages = "stages=TMV TME TMS TMC MDQ OBS LOC";
        String report = run(List.of("stilts", "taplint", "tapurl=" + running.uri("/tap"), stages));
        assertThat(report.lines().filter(line -> line.matches("[EWF]-.*"))).isEmpty();
        assertThat(report).contains("Totals: Errors: 0;");
    }
}
