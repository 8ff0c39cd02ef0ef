package org.ctavo.tap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** STILTS, a client of others, run as a process of its own. */
final class Stilts {
    private Stilts() {}

    /** What votlint finds wrong with a VOTable: a line each. */
    static List<String> votlint(byte[] votable) throws IOException, InterruptedException {
        Path file = Files.createTempFile("result", ".vot");
        try {
            Files.write(file, votable);
            return run("votlint", "votable=" + file, "ucd=true", "unit=true");
        } finally {
            Files.delete(file);
        }
    }

    /** Runs a task; what it says, a line each. Skips the test where there is no STILTS, but never in CI. */
    static List<String> run(String... arguments) throws IOException, InterruptedException {
        boolean isThere = Files.isExecutable(Path.of("/usr/bin/stilts"));
        if ("true".equals(System.getenv("CI"))) {
            Assertions.assertTrue(isThere, "STILTS is missing: install the package stilts.");
        }
        Assumptions.assumeTrue(isThere, "STILTS is not installed here.");
        List<String> command = new ArrayList<>(List.of("/usr/bin/stilts"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Assertions.assertTrue(process.waitFor(60, TimeUnit.SECONDS), "STILTS does not end.");
        return said.lines().filter(line -> !line.isBlank()).toList();
    }
}
