package org.ctavo.war.cli;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.ctavo.testing.Shared;
import org.ctavo.war.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The demo, asked by the programs that people use: validators and clients. With real observations if there are any. */
@Timeout(300)
class ClientsIT {
    /** What taplint of stilts 3.4.7 says of something newer than itself: the group of COALESCE in ADQL 2.1. */
    private static final String NEWER_THAN_TAPLINT = "features-adql-conditional";

    /** Terms of the core vocabulary that datalinklint of stilts 3.4.7 does not know: its list is of DataLink 1.0. */
    private static final List<String> NEWER_THAN_DATALINKLINT = Stream.of("package", "documentation", "thumbnail")
            .map(term -> "Unknown predicate '" + term + "' from core DataLink vocabulary")
            .toList();

    @TempDir
    private static Path directory;

    private static Process demo;
    private static String base;
    private static boolean real;

    @BeforeAll
    static void start() throws IOException {
        Path root = Path.of(System.getProperty("ctavo.root"));
        List<String> command = new ArrayList<>(List.of(
                root.resolve("cta-vo").toString(),
                "demo",
                "--port",
                "0",
                "--home",
                directory.resolve("home").toString()));
        for (String set : List.of("data/hess-dl3-dr1", "data/cta-1dc")) {
            Shared.path(set).ifPresent(data -> command.addAll(List.of("--data", data.toString())));
        }
        real = command.contains("--data");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(RunningService.environment());
        builder.environment().put("CTAVO_BUILD", "never");
        builder.redirectError(directory.resolve("errors").toFile());
        demo = builder.start();
        BufferedReader output = demo.inputReader(StandardCharsets.UTF_8);
        String ready = output.lines()
                .filter(line -> line.startsWith("ready "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo does not start."));
        base = ready.substring("ready ".length()).replaceFirst("/$", "");
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(demo.pid())).start().waitFor();
        assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            Assumptions.assumeTrue("true".equals(System.getenv("CI")), command[0] + " is not installed");
            throw e;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    @Test
    void taplintFindsNothingInAnyStage() throws Exception {
        String report = run("stilts", "taplint", "tapurl=" + base + "/tap");
        List<String> complaints = report.lines()
                .filter(line -> line.matches("[EWF]-.*"))
                .filter(line -> !line.contains(NEWER_THAN_TAPLINT))
                .toList();
        assertThat(complaints).isEmpty();
        assertThat(report).contains("Totals: Errors: 0;");
    }

    @Test
    void pyvoFindsAsksUploadsAndFollowsLinks() throws Exception {
        Path script = Path.of(System.getProperty("ctavo.root"), "war", "src", "test", "python", "clients.py");
        Assumptions.assumeTrue(
                "true".equals(System.getenv("CI"))
                        || run("/usr/bin/python3", "-c", "import pyvo").isEmpty(),
                "pyVO is not installed");
        assertThat(run("/usr/bin/python3", script.toString(), base)).contains("all asked, all answered");
    }

    @Test
    void stiltsReadsTablesByTapquery() throws Exception {
        String rows = run(
                "stilts",
                "tapquery",
                "tapurl=" + base + "/tap",
                "adql=SELECT obs_id, s_region, t_min FROM ivoa.obscore",
                "ofmt=csv");
        assertThat(rows).contains("obs_id,s_region,t_min").containsPattern("\\d+,Circle ICRS [-0-9. ]+,\\d+\\.\\d+");
    }

    @Test
    void datalinklintFindsNothing() throws Exception {
        List<String> url =
                List.of(csv("SELECT TOP 1 access_url FROM ivoa.obscore").split("\r\n", -1));
        String report = run("stilts", "datalinklint", "votable=" + url.get(1));
        assertThat(report.lines()
                        .filter(line -> line.matches("[EWF]-.*"))
                        .filter(line -> NEWER_THAN_DATALINKLINT.stream().noneMatch(line::contains)))
                .isEmpty();
    }

    @Test
    void packagesComeByAllWaysAndOpenInGammapy() throws Exception {
        Path script = Path.of(System.getProperty("ctavo.root"), "war", "src", "test", "python", "packages.py");
        Assumptions.assumeTrue(
                "true".equals(System.getenv("CI"))
                        || run("/usr/bin/python3", "-c", "import pyvo, gammapy").isEmpty(),
                "pyVO and gammapy are not installed");
        assertThat(run("/usr/bin/python3", script.toString(), base)).contains("all packed, all opened");
    }

    @Test
    void theQueryOfThePrototypeFindsTheFourRunsOnTheCrab() throws Exception {
        Assumptions.assumeTrue(real, "the H.E.S.S. runs are not beside this checkout");
        String answer = csv("SELECT * FROM cta.vo_obscore AS o"
                + " WHERE 1 = intersects(o.s_region, circle('ICRS', 83.63308333, 22.0145, 0.001))");
        List<String> columns = List.of(answer.split("\r\n", 2)[0].split(",", -1));
        int ra = columns.indexOf("s_ra");
        int dec = columns.indexOf("s_dec");
        int id = columns.indexOf("obs_id");
        assertThat(answer.lines().skip(1).map(line -> line.split(",", -1)).map(cells -> "%s %.4f %.4f"
                        .formatted(cells[id], Double.parseDouble(cells[ra]), Double.parseDouble(cells[dec]))))
                .containsExactlyInAnyOrder(
                        "23523 83.6333 21.5144",
                        "23526 83.6333 22.5144",
                        "23559 85.2533 22.0144",
                        "23592 82.0133 22.0144");
    }

    @Test
    void everyFormatIsWritten() throws Exception {
        for (String format : List.of(
                "votable",
                "votable/td",
                "votable/b",
                "csv",
                "tsv",
                "json",
                "html",
                "text",
                "fits",
                "ecsv",
                "parquet")) {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(query("SELECT * FROM cta.vo_obscore", format)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(format).isEqualTo(200);
            assertThat(answer.body().length).as(format).isGreaterThan(1000);
        }
    }

    @Test
    void textIsPackedForWhoAsks() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(query("SELECT * FROM ivoa.obscore", "csv")))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> packed = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(csv("SELECT * FROM ivoa.obscore"));
        }
    }

    private static String query(String adql, String format) {
        return base + "/tap/sync?LANG=ADQL&FORMAT=" + format + "&QUERY="
                + URLEncoder.encode(adql, StandardCharsets.UTF_8);
    }

    private static String csv(String adql) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(query(adql, "csv"))).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(Stream.of(answer.body()).toList().toString())
                .isEqualTo(200);
        return answer.body();
    }
}
