package org.ctavo.war;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

import org.ctavo.archive.Lineage;
import org.ctavo.ingest.IngestReport;
import org.ctavo.ingest.IngestService;
import org.ctavo.ingest.Progress;
import org.ctavo.ingest.simulation.SimulatedSet;
import org.ctavo.provenance.capture.ProductLineage;
import org.ctavo.provenance.store.ProvenanceStore;
import org.ctavo.spi.Database;
import org.ctavo.testing.Python;
import org.ctavo.testing.VosiSchemas;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.SettingsReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Cut-outs of the simulated set behind the real Tomcat: at once, as jobs, and from a row of results by pyVO. */
@Timeout(120)
class SodaIT {
    private static final int BLOCK = 2880;

    @TempDir
    private static Path directory;

    private static RunningService service;
    private static List<String> runs;

    @BeforeAll
    static void start() throws IOException, SQLException {
        Path simulated = directory.resolve("simulated");
        SimulatedSet.write(simulated);
        service = RunningService.start();
        Database database = service.service().database();
        IngestReport report = new IngestService(
                        database,
                        new SettingsReader(Plugins.found().settings())
                                .read(new Home(directory.resolve("home")), RunningService.environment()),
                        Lineage.NONE)
                .ingest(List.of(simulated), Progress.silent());
        assertThat(report.summary()).contains("failed 0");
        runs = new ArrayList<>();
        try (Connection connection = database.asIngest();
                Statement statement = connection.createStatement()) {
            try (var rows = statement.executeQuery(
                    "SELECT obs_publisher_did FROM cta.data_product ORDER BY obs_publisher_did")) {
                while (rows.next()) {
                    runs.add(rows.getString(1));
                }
            }
            statement.execute(
                    "UPDATE cta.data_product SET data_rights = 'proprietary', obs_release_date = '2999-12-31',"
                            + " access_groups = '{members}' WHERE obs_publisher_did = '" + runs.get(9) + "'");
            statement.execute("SELECT cta.secure_product('" + runs.get(10) + "', '{members}')");
        }
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    private static String form(String... namesAndValues) {
        StringJoiner form = new StringJoiner("&");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private static HttpResponse<String> cut(String... namesAndValues) throws Exception {
        return service.get("/soda/sync?" + form(namesAndValues));
    }

    private static HttpResponse<String> post(String path, String form) throws Exception {
        return service.send(HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private static byte[] bytes(String pathAndQuery) throws Exception {
        return java.net.http.HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.uri(pathAndQuery)).build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private static List<String> extensions(byte[] file) {
        assertThat(file.length % BLOCK).isZero();
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return Pattern.compile("EXTNAME = '([^']*?) *'")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void getAndPostGiveAFileWithItsResponses() throws Exception {
        String query = form("ID", runs.get(0), "ENERGY", "1 10");
        HttpResponse<String> answer = service.get("/soda/sync?" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/fits");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"simulated_\\d+_cutout\\.fits\"");
        byte[] file = bytes("/soda/sync?" + query);
        assertThat(answer.headers().firstValue("Content-Length")).contains(Integer.toString(file.length));
        assertThat(extensions(file)).startsWith("EVENTS", "GTI").hasSize(6);
        HttpResponse<String> posted = post("/soda/sync", query);
        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(posted.headers().firstValue("Content-Length")).contains(Integer.toString(file.length));
    }

    @Test
    void nothingThatOverlapsHasNoContent() throws Exception {
        HttpResponse<String> answer = cut("ID", runs.get(0), "CIRCLE", "263 -22 1");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CIRCLE, 1 2, UsageError: ",
        "TIME, now 1, UsageError: ",
        "POS, BOX 1 2 3 4, UsageError: ",
        "RESPONSEFORMAT, image/png, UsageError: "
    })
    void whatMakesNoSenseIsToldByItsLabel(String name, String value, String label) throws Exception {
        HttpResponse<String> answer = cut("ID", runs.get(0), name, value);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(answer.body()).startsWith(label).doesNotContain("\tat ");
    }

    @Test
    void severalValuesAreForJobs() throws Exception {
        HttpResponse<String> answer = cut("ID", runs.get(0), "ENERGY", "1 2", "ENERGY", "3 4");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("MultiValuedParamNotSupported: ");
    }

    @Test
    void hiddenIsAsUnknownAndKeptNeedsALogin() throws Exception {
        HttpResponse<String> unknown = cut("ID", runs.get(0) + "0000");
        assertThat(unknown.statusCode()).isEqualTo(404);
        HttpResponse<String> hidden = cut("ID", runs.get(10));
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(unknown.body());
        HttpResponse<String> kept = cut("ID", runs.get(9));
        assertThat(kept.statusCode()).isEqualTo(401);
        assertThat(kept.body()).startsWith("AuthenticationError: ");
        assertThat(kept.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    /** Makes a job and gives its path. */
    private static String job(String form) throws Exception {
        HttpResponse<String> created = post("/soda/async", form);
        assertThat(created.statusCode()).isEqualTo(303);
        String location = created.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("/soda/async/"));
    }

    private static String phase(String job, String awaited) throws Exception {
        long end = System.nanoTime() + 30_000_000_000L;
        String phase = service.get(job + "/phase").body();
        while (!phase.matches(awaited) && System.nanoTime() < end) {
            Thread.sleep(10);
            phase = service.get(job + "/phase").body();
        }
        return phase;
    }

    @Test
    void aJobMakesAResultOfEachCombination() throws Exception {
        String job = job(form("ID", runs.get(0), "ID", runs.get(1), "ENERGY", "1 2", "ENERGY", "2 4", "PHASE", "RUN"));
        assertThat(phase(job, "COMPLETED|ERROR|ABORTED")).isEqualTo("COMPLETED");
        List<String> results = Pattern.compile("href=\"[^\"]*(/soda/async/[^\"]*)\"")
                .matcher(service.get(job + "/results").body())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(results).hasSize(4).allMatch(result -> result.endsWith(".fits"));
        for (String result : results) {
            assertThat(extensions(bytes(result))).startsWith("EVENTS", "GTI").hasSize(6);
        }
        assertThat(service.get("/soda/async/" + "a".repeat(40)).statusCode()).isEqualTo(404);
    }

    @Test
    void aCutoutThatIsTakenInLeadsBackToItsSource() throws Exception {
        Path file = directory.resolve("taken.fits");
        Files.write(file, bytes("/soda/sync?" + form("ID", runs.get(2), "CIRCLE", "83.63 22.01 1.5")));
        Database database = service.service().database();
        IngestReport report = new IngestService(
                        database,
                        new SettingsReader(Plugins.found().settings())
                                .read(new Home(directory.resolve("home")), RunningService.environment()),
                        new ProductLineage(new ProvenanceStore(database))::record)
                .ingest(List.of(file), Progress.silent());
        assertThat(report.summary()).contains("loaded 1");
        String taken = report.results().get(0).product().orElseThrow();
        assertThat(taken).startsWith(runs.get(2) + "/cutout/");
        String lineage = service.get(
                        "/provsap?" + form("ID", taken, "DEPTH", "ALL", "AGENT", "TRUE", "RESPONSEFORMAT", "PROV-JSON"))
                .body();
        assertThat(lineage)
                .contains(
                        "\"wasDerivedFrom\"", runs.get(2).substring(runs.get(2).indexOf('?') + 1))
                .contains("83.63 22.01 1.5", "CTA-VO cut-out service", "a user who had not logged in")
                .contains("\"aeff\"", "\"edisp\"", "\"psf\"", "\"bkg\"", "\"gti\"", "\"event-list\"");
        assertThat(service.get("/datalink/links?" + form("ID", runs.get(2))).body())
                .as("its source is still there")
                .contains("#this");
    }

    @Test
    void aJobTellsEveryFileItUsed() throws Exception {
        String job = job(form("ID", runs.get(3), "ENERGY", "3 30", "PHASE", "RUN"));
        assertThat(phase(job, "COMPLETED|ERROR|ABORTED")).isEqualTo("COMPLETED");
        HttpResponse<String> results = service.get(job + "/results");
        String result = results.body().replaceAll("(?s).*?href=\"[^\"]*(/soda/async/[^\"]*)\".*", "$1");
        assertThat(service.get(result)
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow())
                .matches("attachment; filename=\"simulated_\\d+_cutout_1\\.fits\"");
        String cutout = new String(bytes(result), StandardCharsets.ISO_8859_1)
                .replaceAll("(?s).*CUT_DID = '([^']+)'.*", "$1")
                .strip();
        String lineage = service.get("/provsap?" + form("ID", cutout, "DEPTH", "2", "RESPONSEFORMAT", "PROV-JSON"))
                .body();
        assertThat(lineage)
                .contains("\"aeff\"", "\"edisp\"", "\"psf\"", "\"bkg\"", "\"gti\"", "\"event-list\"")
                .contains("3 30")
                .doesNotContain(job.substring(job.lastIndexOf('/') + 1));
    }

    @Test
    void aRunningJobIsAborted() throws Exception {
        StringJoiner form = new StringJoiner("&");
        form.add(form("PHASE", "RUN"));
        runs.stream().limit(9).forEach(run -> form.add(form("ID", run)));
        for (int i = 0; i < 50; i++) {
            form.add(form("ENERGY", "0.01 " + (10 + i)));
        }
        String job = job(form.toString());
        assertThat(phase(job, "EXECUTING|COMPLETED|ERROR")).isEqualTo("EXECUTING");
        assertThat(post(job + "/phase", "PHASE=ABORT").statusCode()).isEqualTo(303);
        assertThat(phase(job, "ABORTED|COMPLETED|ERROR")).isEqualTo("ABORTED");
        HttpResponse<String> deleted = post(job, "ACTION=DELETE");
        assertThat(deleted.statusCode()).isEqualTo(303);
        assertThat(service.get(job).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"capabilities, SODA#async-1.0", "availability, <vosi:available>true<"})
    void whatTheServiceTellsOfItselfIsValid(String resource, String word) throws Exception {
        HttpResponse<String> answer = service.get("/soda/" + resource);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(word);
        Assumptions.assumeTrue(VosiSchemas.areThere(), "no schemas beside the checkout");
        assertThat(VosiSchemas.faults(answer.body())).isEmpty();
    }

    @Test
    void pyvoCutsFromARowOfResults() throws Exception {
        Assumptions.assumeTrue(Python.has("pyvo", "astropy"), "no Python with pyvo, astropy");
        String base = service.uri("").toString();
        assertThat(Python.script("soda.py", base, directory.toString())).startsWith("all cut 2");
    }
}
