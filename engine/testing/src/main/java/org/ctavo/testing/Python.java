package org.ctavo.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the scripts of a module's {@code src/test/python} with the system's Python. */
public final class Python {
    private static final String INTERPRETER = "/usr/bin/python3";

    private Python() {}

    /**
     * Whether the modules are there; a test skips, saying so, where they are not.
     *
     * @throws IllegalStateException if they are missing in CI, where nothing is skipped
     */
    public static boolean has(String... modules) throws IOException, InterruptedException {
        String names = String.join(", ", modules);
        boolean there = Files.isExecutable(Path.of(INTERPRETER))
                && run(List.of(INTERPRETER, "-c", "import " + names)).code() == 0;
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("There is no Python with " + names + ".");
        }
        return there;
    }

    /** Standard output of a script that must succeed. */
    public static String script(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                INTERPRETER, Path.of("src/test/python", name).toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        Outcome outcome = run(command);
        if (outcome.code() != 0) {
            throw new AssertionError(name + " ends with " + outcome.code() + ": " + outcome.errors() + outcome.text());
        }
        return outcome.text();
    }

    private record Outcome(int code, String text, String errors) {}

    private static Outcome run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("ctavo-python", ".txt");
        Path errors = Files.createTempFile("ctavo-python", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            if (!process.waitFor(180, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("The script does not end: " + command);
            }
            return new Outcome(
                    process.exitValue(),
                    Files.readString(output, StandardCharsets.UTF_8),
                    Files.readString(errors, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
