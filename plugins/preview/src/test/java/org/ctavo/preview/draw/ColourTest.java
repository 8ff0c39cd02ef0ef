package org.ctavo.preview.draw;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ColourTest {

    @Test
    void contrastIsThatOfWcag() {
        assertThat(Colour.WHITE.contrast(new Colour(0))).isCloseTo(21, within(1e-9));
        // A grey known for being the lightest that may carry text on white.
        assertThat(new Colour(0x767676).contrast(Colour.WHITE)).isCloseTo(4.54, within(0.005));
        assertThat(new Colour(0xff0000).contrast(Colour.WHITE)).isCloseTo(4.0, within(0.005));
    }

    @Test
    void mixturesLieBetween() {
        Colour half = new Colour(0x000000).mixed(new Colour(0x80ff40), 0.5);
        assertThat(half).isEqualTo(new Colour(0x408020));
        assertThat(half.mixed(Colour.WHITE, 0)).isEqualTo(half);
        assertThat(half.mixed(Colour.WHITE, 1)).isEqualTo(Colour.WHITE);
    }
}
