package org.ctavo.war.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.ctavo.war.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The first thing anybody does: {@code ./cta-vo demo}, and then what it says to try. */
@Timeout(180)
class DemoIT {
    private static final Path SCRIPT = Path.of(System.getProperty("ctavo.root"), "cta-vo");

    @TempDir
    private Path directory;

    private Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(directory.resolve("errors").toFile());
        builder.environment().putAll(RunningService.environment());
        builder.environment().put("CTAVO_BUILD", "never");
        return builder.start();
    }

    @Test
    void theDemoIsReadySoonAndItsExamplesAnswer() throws Exception {
        Path home = directory.resolve("home");
        List<String> firstReport = demo(home, true);
        assertThat(firstReport.get(0)).matches("ingest: loaded [1-9]\\d*, unchanged 0, replaced 0, failed 0.*");
        List<String> secondReport = demo(home, false);
        assertThat(secondReport.get(0)).matches("ingest: loaded 0, unchanged [1-9]\\d*, replaced 0, failed 0.*");
    }

    /** Runs the demo to its end and returns the report of its ingest. */
    private List<String> demo(Path home, boolean tryExamples) throws Exception {
        long begin = System.nanoTime();
        Process demo = run("demo", "--port", "0", "--home", home.toString());
        try (BufferedReader output = demo.inputReader(StandardCharsets.UTF_8)) {
            List<String> report = until("ready http://localhost:", output);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
            List<String> advice = until("Ctrl-C ends it", output);
            if (tryExamples) {
                tryExamples(advice);
            }
            return report;
        } finally {
            new ProcessBuilder("kill", "-INT", Long.toString(demo.pid()))
                    .start()
                    .waitFor();
            assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static List<String> until(String begin, BufferedReader output) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith(begin)) {
                return lines;
            }
        }
        throw new IllegalStateException("No line begins with " + begin + ": " + lines);
    }

    private static void tryExamples(List<String> advice) throws Exception {
        List<String> commands = List.of(
                        String.join("\n", advice).replace("\\\n", " ").split("\n", -1))
                .stream()
                .filter(line -> line.startsWith("curl "))
                .toList();
        assertThat(commands).hasSize(3);
        for (String command : commands) {
            Process curl = new ProcessBuilder("sh", "-c", command)
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer.lines().count()).as(command + "\n" + answer).isGreaterThan(1);
            assertThat(answer).doesNotContain("VOTABLE");
        }
    }
}
