package org.ctavo.tap.async;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Asynchronous queries by pyVO, a client of others. */
class PyVoTest {
    private static final String PYTHON = "/usr/bin/python3";

    @Test
    void pyVoCreatesRunsAbortsListsAndDeletesJobs() throws Exception {
        boolean isThere = run("-c", "import pyvo").isEmpty();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(isThere).as("pyVO is missing: install python3-pyvo").isTrue();
        }
        Assumptions.assumeTrue(isThere, "pyVO is not installed here.");
        try (AsyncFixture tap = new AsyncFixture()) {
            assertThat(run(script(), tap.tap())).isEmpty();
        }
    }

    private static String script() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(PyVoTest.class.getResource("jobs.py"))
                        .toURI())
                .toString();
    }

    /** What a script complains of; nothing if it ends well. */
    private static String run(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = PYTHON;
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return "There is no Python: " + e.getMessage();
        }
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() == 0 ? "" : said;
    }
}
