package org.ctavo.war.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ctavo.testing.Python;
import org.ctavo.war.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The guides say what is true: each block of them in {@code adql}, {@code sh} or {@code python} runs against a fresh
 * demo, in the order of the page and in one directory; queries find rows, scripts succeed, and where a block of
 * {@code text} follows, it is what they print.
 */
@Timeout(300)
class GuidesIT {
    private static final Path ROOT = Path.of(System.getProperty("ctavo.root"));
    private static final String BASE = "http://localhost:8080/cta";
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Map<String, List<String>> INTERPRETERS =
            Map.of("sh", List.of("sh", "-e"), "python", List.of("/usr/bin/python3", "-W", "ignore", "-"));

    private record Block(String language, String text) {}

    @TempDir
    private static Path directory;

    private static Process demo;
    private static String base;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        boolean areToolsThere = Python.has("pyvo", "astropy", "gammapy", "prov")
                && Files.isExecutable(Path.of("/usr/bin/stilts"))
                && Files.isExecutable(Path.of("/usr/bin/curl"));
        Assumptions.assumeTrue(
                areToolsThere || "true".equals(System.getenv("CI")),
                "curl, stilts or Python with pyVO, gammapy and prov is not installed");
        Files.createSymbolicLink(directory.resolve("cta-vo"), ROOT.resolve("cta-vo"));
        demo = process(List.of(directory.resolve("cta-vo").toString(), "demo", "--port", "0"), "demo.errors");
        base = demo.inputReader(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("ready "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo does not start."))
                .replaceFirst("ready (.*)/", "$1");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (demo != null) {
            demo.destroy();
            assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Process process(List<String> command, String errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(directory.resolve(errors).toFile());
        builder.environment().putAll(RunningService.environment());
        builder.environment().put("CTAVO_BUILD", "never");
        builder.environment().put("CTAVO_HOME", directory.resolve("home").toString());
        return builder.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/user.md", "docs/provenance.md"})
    void everyQueryAndScriptOfTheGuidesDoesWhatTheySay(String document) throws Exception {
        String printed = null;
        int run = 0;
        for (Block block : blocks(Files.readString(ROOT.resolve(document)))) {
            if (block.language().equals("adql")) {
                printed = rows(block.text());
                assertThat(printed.lines().count()).as(block.text()).isGreaterThan(1);
                run++;
            } else if (INTERPRETERS.containsKey(block.language())) {
                printed = output(INTERPRETERS.get(block.language()), block.text());
                run++;
            } else if (block.language().equals("text") && printed != null) {
                assertThat(lines(printed)).as(document).isEqualTo(lines(block.text()));
                printed = null;
            }
        }
        assertThat(run).isPositive();
    }

    private static List<Block> blocks(String document) {
        List<Block> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(document);
        while (block.find()) {
            blocks.add(new Block(block.group(1), block.group(2)));
        }
        return blocks;
    }

    private static List<String> lines(String text) {
        return text.replace(base, BASE).lines().map(String::stripTrailing).toList();
    }

    private static String rows(String adql) throws IOException, InterruptedException {
        String query = URLEncoder.encode(adql, StandardCharsets.UTF_8);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(base + "/tap/sync?LANG=ADQL&FORMAT=csv&QUERY=" + query))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(adql + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String output(List<String> interpreter, String script) throws IOException, InterruptedException {
        Process process = process(interpreter, "errors");
        try (OutputStream in = process.getOutputStream()) {
            in.write(script.replace(BASE, base).getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(script + Files.readString(directory.resolve("errors")))
                .isZero();
        return said;
    }
}
