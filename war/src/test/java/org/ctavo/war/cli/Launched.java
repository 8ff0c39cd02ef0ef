package org.ctavo.war.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.ctavo.war.RunningService;

/** The command line in a process of its own. */
final class Launched implements AutoCloseable {
    private final Process process;
    private final Path errors;
    private final BufferedReader output;

    Launched(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        errors = Files.createTempFile("ctavo", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(RunningService.environment());
        process = builder.start();
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** What was printed until the process ended. */
    String output() throws InterruptedException {
        String text = String.join("\n", output.lines().toList());
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The command does not end.");
        }
        return text;
    }

    /** The first line that begins so. */
    String line(String begin) {
        return output.lines()
                .filter(line -> line.startsWith(begin))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No line begins with " + begin + ": " + errors()));
    }

    String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int exitCode() throws InterruptedException {
        output();
        return process.exitValue();
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(errors);
    }
}
