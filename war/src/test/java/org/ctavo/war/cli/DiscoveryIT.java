package org.ctavo.war.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.ctavo.testing.Shared;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Cone search and SIA 2.0, asked by the programs that people use. With real observations if there are any. */
@Timeout(300)
class DiscoveryIT {
    private static final Path SCRIPT =
            Path.of(System.getProperty("ctavo.root"), "war", "src", "test", "python", "discovery.py");

    @TempDir
    private static Path directory;

    private static Launched demo;
    private static String base;

    @BeforeAll
    static void start() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "demo", "--port", "0", "--home", directory.resolve("home").toString()));
        for (String set : List.of("data/hess-dl3-dr1", "data/cta-1dc")) {
            Shared.path(set).ifPresent(data -> arguments.addAll(List.of("--data", data.toString())));
        }
        demo = new Launched(arguments.toArray(String[]::new));
        base = demo.line("ready ").substring("ready ".length()).replaceFirst("/$", "");
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        demo.interrupt();
        demo.close();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        boolean isThere = Files.isExecutable(Path.of(command[0]));
        Assumptions.assumeTrue("true".equals(System.getenv("CI")) || isThere, command[0] + " is not installed");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    private static String stilts(String... words) throws IOException, InterruptedException {
        return run(Stream.concat(Stream.of("/usr/bin/stilts"), Stream.of(words)).toArray(String[]::new));
    }

    @Test
    void pyvoFindsWhatAstropyWouldChooseAndEveryAnswerIsValid() throws Exception {
        Assumptions.assumeTrue(
                "true".equals(System.getenv("CI"))
                        || run("/usr/bin/python3", "-c", "import pyvo").isEmpty(),
                "pyVO is not installed");
        Path answers = Files.createDirectory(directory.resolve("answers"));
        assertThat(run("/usr/bin/python3", SCRIPT.toString(), base, answers.toString()))
                .contains("all found");
        try (Stream<Path> files = Files.list(answers)) {
            for (Path file : files.toList()) {
                assertThat(stilts("votlint", "votable=" + file, "ucd=true", "unit=true"))
                        .as(file.getFileName().toString())
                        .isBlank();
            }
        }
    }

    @Test
    void stiltsFindsTheSameByConeSearchAsBySia() throws Exception {
        String cone = "lon=83.63 lat=22.01 radius=3 ofmt=csv ocmd='keepcols obs_publisher_did'";
        String byCone = cone("cone", "/scs", cone);
        assertThat(byCone).startsWith("obs_publisher_did\n");
        // A region of 0 degrees around the axis of a cone meets regions; centres in the cone are fewer.
        assertThat(cone("sia2", "/sia2/query", cone).lines())
                .containsAll(byCone.lines().toList());
    }

    @Test
    void stiltsMatchesATableByCones() throws Exception {
        Path table = Files.writeString(directory.resolve("targets.csv"), "ra,dec\n83.63,22.01\n10,80\n");
        for (String service : List.of("cone /scs", "sia2 /sia2/query")) {
            String said = stilts(
                    "coneskymatch",
                    "in=" + table,
                    "ifmt=csv",
                    "ra=ra",
                    "dec=dec",
                    "sr=2",
                    "servicetype=" + service.replaceFirst(" .*", ""),
                    "serviceurl=" + base + service.replaceFirst(".* ", ""),
                    "find=each",
                    "usefoot=false",
                    "ocmd=keepcols 'ra obs_id'",
                    "ofmt=csv");
            assertThat(said).contains("ra,obs_id").contains("10.0,\n");
        }
    }

    @Test
    void stiltsTellsWhatIsWrongWithACone() throws Exception {
        assertThat(cone("cone", "/scs", "lon=83 lat=22 radius=200")).contains("SR: 200.0 is out of range");
    }

    private static String cone(String type, String path, String words) throws Exception {
        List<String> command = new ArrayList<>(List.of("cone", "servicetype=" + type, "serviceurl=" + base + path));
        // A quoted word may hold a space.
        for (String word : words.split(" (?=\\w+=)", -1)) {
            command.add(word.replace("'", ""));
        }
        return stilts(command.toArray(String[]::new));
    }
}
