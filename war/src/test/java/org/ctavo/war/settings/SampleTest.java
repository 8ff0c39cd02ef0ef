package org.ctavo.war.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.ctavo.spi.Setting;
import org.ctavo.war.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SampleTest {

    @Test
    void sampleInConfIsThatOfTheDeclarations() throws IOException {
        Path sample = Path.of(System.getProperty("ctavo.root"), "conf", "cta-vo.properties.sample");
        assertThat(sample)
                .as("write it anew by `./cta-vo settings > conf/cta-vo.properties.sample`")
                .content()
                .isEqualTo(AnnotatedSample.of(Plugins.found().settings()));
    }

    @Test
    void sampleWithoutItsCommentSignsIsAValidFileOfAllDefaults(@TempDir Path directory) throws IOException {
        Home home = new Home(directory);
        home.prepare();
        String sample = AnnotatedSample.of(Plugins.found().settings());
        Files.writeString(home.settingsFile(), sample.replaceAll("(?m)^#(?=[a-z])", ""));
        Settings settings = new SettingsReader(Plugins.found().settings()).read(home, Map.of());
        assertThat(settings.all()).allSatisfy(value -> {
            assertThat(value.source()).isEqualTo(home.settingsFile().toString());
            assertThat(value.text()).isEqualTo(value.setting().defaultText());
        });
    }

    @Test
    void everySettingIsDescribedInWholeSentences() {
        for (Setting<?> setting : Plugins.found().settings()) {
            assertThat(setting.key()).matches("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+");
            assertThat(setting.description()).as(setting.key()).endsWith(".").matches("(?s)[A-Z].*");
        }
    }
}
