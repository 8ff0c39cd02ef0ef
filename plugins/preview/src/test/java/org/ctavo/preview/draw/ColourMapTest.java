package org.ctavo.preview.draw;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ColourMapTest {
    /** What eyes without one kind of cone see, in linear light (Machado, Oliveira and Fernandes, 2009; severity 1). */
    private static final double[][][] EYES = {
        {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
    };

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void moreIsLighterToEveryEye(int eye) {
        double before = -1;
        // The darkest colours differ by less than eight bits can tell some eyes.
        for (int i = 0; i <= 32; i++) {
            double seen = seenLightness(ColourMap.of(i / 32.0), EYES[eye]);
            assertThat(seen).as("step %d", i).isGreaterThan(before);
            before = seen;
        }
    }

    @Test
    void itReachesFromDarkToLight() {
        assertThat(ColourMap.of(0).contrast(Colour.WHITE)).isGreaterThan(15);
        assertThat(ColourMap.of(1).contrast(Colour.WHITE)).isLessThan(1.3);
        assertThat(ColourMap.of(-5)).isEqualTo(ColourMap.of(0));
        assertThat(ColourMap.of(7)).isEqualTo(ColourMap.of(1));
    }

    @Test
    void stepsAreEven() {
        for (int i = 1; i <= 16; i++) {
            double step = lightness(ColourMap.of(i / 16.0).luminance())
                    - lightness(ColourMap.of((i - 1) / 16.0).luminance());
            assertThat(step).as("step %d", i).isBetween(2.5, 11.0);
        }
    }

    private static double seenLightness(Colour colour, double[][] eye) {
        double[] linear = {linear(colour.red()), linear(colour.green()), linear(colour.blue())};
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                seen[i] += eye[i][j] * linear[j];
            }
        }
        return lightness(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
    }

    /** L* of CIE 1976. */
    private static double lightness(double luminance) {
        return luminance > 216.0 / 24389 ? 116 * Math.cbrt(luminance) - 16 : luminance * 24389 / 27;
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
