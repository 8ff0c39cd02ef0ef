package org.ctavo.preview.plot;

import org.ctavo.preview.draw.Colour;
import org.ctavo.preview.draw.ColourMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StyleTest {
    /** WCAG 2.1, success criterion 1.4.3. */
    private static final double TEXT = 4.5;

    /** WCAG 2.1, success criterion 1.4.11. */
    private static final double GRAPHICS = 3;

    @Test
    void textStandsOutFromThePaper() {
        assertThat(Style.INK.contrast(Style.PAPER)).isGreaterThan(TEXT);
        assertThat(Style.SOFT_INK.contrast(Style.PAPER)).isGreaterThan(TEXT);
    }

    @Test
    void linesStandOutFromWhateverTheyCross() {
        assertThat(Style.SERIES.contrast(Style.PAPER)).isGreaterThan(GRAPHICS);
        assertThat(Style.SERIES.contrast(Style.GAP)).isGreaterThan(GRAPHICS);
        Colour filled = new Colour(mix(0) << 16 | mix(8) << 8 | mix(16));
        assertThat(Style.SERIES.contrast(filled)).isGreaterThan(GRAPHICS);
    }

    private static int mix(int fromTheLeft) {
        int shift = 16 - fromTheLeft;
        int paper = Style.PAPER.rgb() >> shift & 0xff;
        int series = Style.SERIES.rgb() >> shift & 0xff;
        return (int) (paper + (series - paper) * Style.SERIES_FILL);
    }

    @Test
    void marksOnTheSkyStandOutFromEveryColourByThemselvesOrByTheirRim() {
        assertThat(Style.ON_SKY.contrast(Style.RIM)).isGreaterThan(TEXT);
        for (int i = 0; i <= 100; i++) {
            Colour sky = ColourMap.of(i / 100.0);
            assertThat(Math.max(Style.ON_SKY.contrast(sky), Style.RIM.contrast(sky)))
                    .isGreaterThan(GRAPHICS);
        }
    }
}
