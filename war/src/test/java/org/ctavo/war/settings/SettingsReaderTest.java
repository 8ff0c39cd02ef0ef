package org.ctavo.war.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.ctavo.spi.Fault;
import org.ctavo.spi.Setting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsReaderTest {
    private static final Setting<Integer> PORT = Setting.wholeNumber("http.port", 8080, 1, 65535, "The port.");
    private static final Setting<String> PASSWORD = Setting.secret("database.owner.password", "A password.");
    private static final Setting<Path> PROGRAMS =
            new Setting<>("database.embedded.programs", "A path.", "here", false, "a path", Path::of);
    private static final List<Setting<?>> DECLARED = List.of(PORT, PASSWORD, PROGRAMS);

    @TempDir
    private Path directory;

    private Home home;

    @BeforeEach
    void prepareHome() {
        home = new Home(directory);
        home.prepare();
    }

    private Settings read(String text, Map<String, String> environment) throws IOException {
        Files.writeString(home.settingsFile(), text);
        return new SettingsReader(DECLARED).read(home, environment);
    }

    @Test
    void defaultsServeWithoutFileAndEnvironment() {
        Settings settings = new SettingsReader(DECLARED).read(home, Map.of("PATH", "/bin"));
        assertThat(settings.value(PORT)).isEqualTo(8080);
        assertThat(settings.of(PORT).source()).isEqualTo("default");
    }

    @Test
    void fileWinsOverDefaultAndEnvironmentOverFile() throws IOException {
        assertThat(read("http.port = 81", Map.of()).value(PORT)).isEqualTo(81);
        Settings settings = read("http.port = 81", Map.of("CTAVO_HTTP_PORT", "82"));
        assertThat(settings.value(PORT)).isEqualTo(82);
        assertThat(settings.of(PORT).source()).isEqualTo("CTAVO_HTTP_PORT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http.prot = 81                   | unknown setting http.prot (did you mean http.port?)",
                "http_port = 81                   | unknown setting http_port (did you mean http.port?)",
                "something.else.altogether = 1    | unknown setting something.else.altogether;",
                "http.port = many                 | http.port = many: not a number; it is a whole number from 1 to",
                "http.port = 0                    | http.port = 0: out of range; it is a whole number from 1 to 65535",
                "http.port = 1\\nhttp.port = 2    | written more than once: [http.port]",
                "http.port = \\u00zz              | cannot be read as UTF-8 properties"
            })
    void faultsNameThePlaceAndTheRemedy(String text, String message) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n"), Map.of()))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(message)
                .hasMessageContaining("cta-vo.properties");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThatThrownBy(() -> read(
                        "http.prot = 81\nhttp.port = -1", Map.of("CTAVO_HTTP_PROT", "1", "CTAVO_HOME", "/somewhere")))
                .hasMessageContaining("unknown setting http.prot")
                .hasMessageContaining("http.port = -1: out of range")
                .hasMessageContaining(
                        "environment variable CTAVO_HTTP_PROT matches no setting (did you mean CTAVO_HTTP_PORT?)");
    }

    @Test
    void secretsAreNeverShown() throws IOException {
        Settings settings = read("database.owner.password = hush", Map.of());
        assertThat(settings.value(PASSWORD)).isEqualTo("hush");
        assertThat(settings.of(PASSWORD).shown()).isEqualTo("***");
        assertThat(settings.toString()).doesNotContain("hush");
        assertThat(settings.all().toString()).doesNotContain("hush");
    }

    @Test
    void relativePathsBeginAtTheHome() throws IOException {
        assertThat(read("", Map.of()).value(PROGRAMS))
                .isEqualTo(home.directory().resolve("here"));
        assertThat(read("database.embedded.programs = /opt/pg", Map.of()).value(PROGRAMS))
                .isEqualTo(Path.of("/opt/pg"));
    }

    @Test
    void twoSettingsOfOneVariableAreRefused() {
        List<Setting<?>> clash = List.of(Setting.text("a.b-c", "", "One."), Setting.text("a.b.c", "", "Other."));
        assertThatThrownBy(() -> new SettingsReader(clash)).hasMessageContaining("declared twice");
    }

    @Test
    void anUndeclaredSettingIsRefused() throws IOException {
        Settings settings = read("", Map.of());
        assertThatThrownBy(() -> settings.value(Setting.text("a.b", "", "Unknown.")))
                .hasMessageContaining("never declared");
    }
}
