package org.ctavo.provenance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Programs that check what we write. Tests skip, saying so, where one is missing; in CI they fail. */
public final class Tool {
    private Tool() {}

    /** What the program prints when it succeeds. */
    public static String run(String... command) throws IOException, InterruptedException {
        boolean isThere = Files.isExecutable(Path.of(command[0]));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(isThere).as(command[0] + " is installed").isTrue();
        }
        assumeTrue(isThere, command[0] + " is not installed");
        Path output = Files.createTempFile("tool", ".txt");
        try {
            List<String> all = new ArrayList<>(List.of(command));
            Process process = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            String text = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(process.exitValue()).as(text).isZero();
            return text;
        } finally {
            Files.delete(output);
        }
    }
}
