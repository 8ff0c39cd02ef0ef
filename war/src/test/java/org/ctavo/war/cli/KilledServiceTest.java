package org.ctavo.war.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

import org.ctavo.database.Login;
import org.ctavo.war.Foundation;
import org.ctavo.war.Plugins;
import org.ctavo.war.RunningService;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.Settings;
import org.ctavo.war.settings.SettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(180)
class KilledServiceTest {
    @TempDir
    private Path directory;

    @Test
    void aServiceThatWasKilledStartsAgainOnItsData() throws Exception {
        Home home = new Home(directory);
        home.prepare();
        Settings settings = new SettingsReader(Plugins.found().settings()).read(home, RunningService.environment());
        try (Launched first = new Launched("serve", "--home", directory.toString())) {
            up(first);
            // The database of a running service is open to commands of the same home.
            try (Foundation beside = Foundation.shared(home, settings)) {
                execute(beside.logins().owner(), "CREATE SCHEMA kept; CREATE TABLE kept.row AS SELECT 42 AS answer");
            }
            first.kill();
        }
        try (Launched second = new Launched("serve", "--home", directory.toString())) {
            up(second);
            try (Foundation beside = Foundation.shared(home, settings);
                    Connection connection = connect(beside.logins().owner());
                    ResultSet row = connection.createStatement().executeQuery("SELECT answer FROM kept.row")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(42);
            }
            second.interrupt();
            assertThat(second.exitCode()).isEqualTo(130);
            assertThat(second.errors()).doesNotContain("ERROR");
        }
        assertThat(home.database().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void aServiceWhoseDatabaseWasKilledEndsSoThatItCanBeStartedAgain() throws Exception {
        try (Launched service = new Launched("serve", "--home", directory.toString())) {
            up(service);
            String process = Files.readAllLines(directory.resolve("database").resolve("postmaster.pid"))
                    .get(0);
            ProcessHandle.of(Long.parseLong(process)).orElseThrow().destroyForcibly();
            // Not 2, after which the sample for systemd leaves it alone.
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.errors()).contains("The embedded database has ended by itself");
        }
        try (Launched again = new Launched("serve", "--home", directory.toString())) {
            up(again);
        }
    }

    private static void up(Launched launched) throws Exception {
        String ready = launched.line("ready ");
        HttpRequest health = HttpRequest.newBuilder(URI.create(ready.substring(6) + "health"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(health, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static Connection connect(Login login) throws Exception {
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }

    private static void execute(Login login, String sql) throws Exception {
        try (Connection connection = connect(login);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
