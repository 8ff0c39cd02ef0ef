package org.ctavo.preview.plot;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ScaleTest {
    private static List<String> labels(Scale scale) {
        return scale.ticks().stream()
                .map(Tick::label)
                .filter(label -> !label.isEmpty())
                .toList();
    }

    @Test
    void evenStepsHaveAsManyDecimalsAsTheyNeed() {
        assertThat(labels(Scale.Linear.of(0, 1, 5))).containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(labels(Scale.Linear.of(-3, 3, 3))).containsExactly("\u22122", "0", "2");
        assertThat(labels(Scale.Linear.of(0, 0.004, 4))).containsExactly("0.000", "0.001", "0.002", "0.003", "0.004");
        assertThat(labels(new Scale.Linear(0, 31, 15))).containsExactly("0", "15", "30");
    }

    @Test
    void decadesAreNamedPlainlyWhereTheyAreFewAndSmall() {
        assertThat(labels(new Scale.Logarithmic(-2, 2))).containsExactly("0.01", "0.1", "1", "10", "100");
        assertThat(labels(new Scale.Logarithmic(0, 1))).containsExactly("1", "2", "5", "10");
        assertThat(labels(new Scale.Logarithmic(3.5, 6.1)))
                .containsExactly("10\u00014\u0002", "10\u00015\u0002", "10\u00016\u0002");
        assertThat(labels(new Scale.Logarithmic(-12, 7))).hasSizeBetween(5, 9);
    }

    @Test
    void numbersLieWhereTheyBelong() {
        assertThat(new Scale.Logarithmic(-1, 3).part(10)).isCloseTo(0.5, within(1e-12));
        assertThat(new Scale.Linear(2, 6, 1).part(3)).isCloseTo(0.25, within(1e-12));
    }
}
