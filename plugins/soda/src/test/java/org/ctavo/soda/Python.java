package org.ctavo.soda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs the scripts of {@code src/test/python} with the system's Python. */
final class Python {
    private static final String INTERPRETER = "/usr/bin/python3";

    private Python() {}

    /** Skips the test where a module is missing, except in CI. */
    static void require(String... modules) throws IOException, InterruptedException {
        List<String> command = List.of(INTERPRETER, "-c", "import " + String.join(", ", modules));
        boolean there = Files.isExecutable(Path.of(INTERPRETER)) && run(command).code() == 0;
        boolean ci = "true".equals(System.getenv("CI"));
        Assumptions.assumeTrue(there || ci, "skipped: no Python with " + String.join(", ", modules));
        assertThat(there).as("Python with " + String.join(", ", modules)).isTrue();
    }

    /** Standard output of a script that must succeed. */
    static String script(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                INTERPRETER, Path.of("src/test/python", name).toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        Outcome outcome = run(command);
        assertThat(outcome.code()).as(outcome.text()).isZero();
        return outcome.text();
    }

    private record Outcome(int code, String text) {}

    private static Outcome run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("ctavo-python", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(180, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("The script does not end: " + command);
            }
            return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }
}
