package org.ctavo.spi;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingTest {

    @ParameterizedTest
    @CsvSource({"10, 10", "64MiB, 67108864", "1 GB, 1000000000", "3kB, 3000"})
    void readsSizes(String text, long bytes) {
        assertThat(Setting.bytes("a.b", "1", "A size.").reader().apply(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MiB", "-1", "1.5GB", "1 mb", "99999999999GB"})
    void refusesWhatIsNoSize(String text) {
        assertThatThrownBy(() -> Setting.bytes("a.b", "1", "A size.").reader().apply(text))
                .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
    }

    @Test
    void readsTimes() {
        Setting<Duration> setting = Setting.duration("a.b", "30s", "A time.");
        assertThat(setting.reader().apply("5min")).isEqualTo(Duration.ofMinutes(5));
        assertThat(setting.reader().apply("250 ms")).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void holdsNumbersToTheirRange() {
        Setting<Integer> port = Setting.wholeNumber("http.port", 8080, 1, 65535, "The port.");
        assertThat(port.reader().apply("65535")).isEqualTo(65535);
        assertThatThrownBy(() -> port.reader().apply("0")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesADefaultThatItsOwnReaderRefuses() {
        assertThatThrownBy(() -> Setting.choice("a.b", "c", List.of("x", "y"), "A choice."))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
