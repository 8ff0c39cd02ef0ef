package org.ctavo.war.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.ctavo.war.Plugins;
import org.ctavo.war.settings.AnnotatedSample;
import org.ctavo.war.settings.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
class CommandTest {
    @TempDir
    private Path directory;

    private static void refused(String message, String... arguments) throws IOException, InterruptedException {
        try (Launched launched = new Launched(arguments)) {
            assertThat(launched.exitCode()).as(launched.errors()).isEqualTo(2);
            assertThat(launched.errors())
                    .startsWith("cta-vo: ")
                    .contains(message)
                    .doesNotContain("\tat ");
            assertThat(launched.errors().lines().count()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void anUnknownOptionIsOneLineAndExitCodeTwo() throws Exception {
        refused("'--prot'", "serve", "--prot", "1");
    }

    @Test
    void anUnknownCommandIsOneLineAndExitCodeTwo() throws Exception {
        refused("'sevre'", "sevre");
    }

    @Test
    void unreadableDataAreOneLineAndExitCodeTwo() throws Exception {
        refused("/no/such/place", "demo", "--home", directory.toString(), "--data", "/no/such/place");
    }

    @Test
    void aHomeThatCannotBeWrittenIsOneLineAndExitCodeTwo() throws Exception {
        // Root may write everywhere, but not below a file.
        Path file = Files.createFile(directory.resolve("file"));
        refused(
                "choose another with --home",
                "serve",
                "--home",
                file.resolve("home").toString());
    }

    @Test
    void aDirectoryOfJobsThatCannotBeWrittenIsOneLineAndExitCodeTwo() throws Exception {
        Path conf = Files.createDirectories(directory.resolve("conf"));
        Path file = Files.createFile(directory.resolve("file"));
        Files.writeString(conf.resolve("cta-vo.properties"), "jobs.directory=" + file);
        refused("set jobs.directory to one that can", "serve", "--home", directory.toString());
    }

    @Test
    void aHomeInUseIsOneLineAndExitCodeTwo() throws Exception {
        Home home = new Home(directory);
        home.prepare();
        try (Home.Lock lock = home.lock()) {
            assertThat(lock).isNotNull();
            refused("in use by another process", "serve", "--home", directory.toString());
        }
    }

    @Test
    void aTakenPortIsOneLineAndExitCodeTwo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            refused("choose another with --port", "serve", "--home", directory.toString(), "--port", port);
        }
    }

    @Test
    void aBadSettingIsOneLineAndExitCodeTwo() throws Exception {
        Home home = new Home(directory);
        home.prepare();
        Files.writeString(home.settingsFile(), "http.prot = 81\n");
        refused("did you mean http.port?", "migrate", "--home", directory.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"demo", "serve", "ingest", "migrate", "load", "export", "settings", "adql", "model", "bench"})
    void everyCommandAnswersToHelp(String command) throws Exception {
        try (Launched launched = new Launched(command, "--help")) {
            assertThat(launched.output()).startsWith("Usage: cta-vo " + command);
            assertThat(launched.exitCode()).isZero();
        }
    }

    @Test
    void settingsPrintsTheSample() throws Exception {
        try (Launched launched = new Launched("settings")) {
            assertThat(launched.output() + "\n")
                    .isEqualTo(AnnotatedSample.of(Plugins.found().settings()));
        }
    }
}
