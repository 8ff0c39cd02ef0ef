package org.ctavo.preview.draw;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LetteringTest {
    private static final Lettering LETTERS = new Lettering(20, 2);

    @Test
    void everyCharacterOfAFitsHeaderHasItsGlyph() {
        for (char c = ' '; c < 127; c++) {
            assertThat(Lettering.has(c)).as("'%s'", c).isTrue();
        }
        assertThat("\u2013\u2212\u00b0\u00d7\u00b7\u00b1".chars()).allMatch(c -> Lettering.has((char) c.intValue()));
    }

    @Test
    void glyphsAreAllDifferentAndStayWithinTheirWidth() {
        String pictures = "";
        for (char c = '!'; c < 127; c++) {
            Canvas canvas = new Canvas(60, 60, Colour.WHITE);
            LETTERS.write(canvas, Character.toString(c), 20, 40, Lettering.Anchor.START, new Colour(0));
            String picture = " ";
            for (int y = 0; y < 60; y++) {
                for (int x = 0; x < 60; x++) {
                    int shade = canvas.at(x, y).red();
                    picture += shade < 128 ? x + "," + y + ";" : "";
                    boolean isNear = x >= 18 && x <= 22 + LETTERS.width(Character.toString(c)) && y >= 15 && y <= 48;
                    assertThat(shade == 255 || isNear)
                            .as("'%s' at %d, %d", c, x, y)
                            .isTrue();
                }
            }
            assertThat(picture).as("'%s'", c).hasSizeGreaterThan(10);
            assertThat(pictures).as("'%s'", c).doesNotContain(picture + " ");
            pictures += picture + " ";
        }
    }

    @Test
    void textIsHeldWhereItIsAnchored() {
        assertThat(inkFrom(Lettering.Anchor.START)).isCloseTo(100, within(3.0));
        double width = LETTERS.width("HHH");
        assertThat(inkFrom(Lettering.Anchor.MIDDLE)).isCloseTo(100 - width / 2, within(3.0));
        assertThat(inkFrom(Lettering.Anchor.END)).isCloseTo(100 - width, within(3.0));
    }

    private static double inkFrom(Lettering.Anchor anchor) {
        Canvas canvas = new Canvas(200, 60, Colour.WHITE);
        LETTERS.write(canvas, "HHH", 100, 40, anchor, new Colour(0));
        for (int x = 0; x < 200; x++) {
            if (canvas.at(x, 35).red() < 128) {
                return x;
            }
        }
        throw new AssertionError("Nothing was written.");
    }

    @Test
    void longTextIsCutToFit() {
        assertThat(LETTERS.fitted("short", 500)).isEqualTo("short");
        String cut = LETTERS.fitted("x".repeat(500), 300);
        assertThat(cut).endsWith("...").hasSizeLessThan(60);
        assertThat(LETTERS.width(cut)).isLessThanOrEqualTo(300);
        assertThat(LETTERS.width("")).isZero();
    }

    @Test
    void unknownCharactersBecomeQuestionMarks() {
        assertThat(LETTERS.width("\u4f60")).isEqualTo(LETTERS.width("?"));
    }
}
