package org.ctavo.preview.draw;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CanvasTest {
    private static final Colour BLACK = new Colour(0);

    private final Canvas canvas = new Canvas(40, 30, Colour.WHITE);

    /** How much was drawn, in pixels. */
    private double drawn() {
        double sum = 0;
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                sum += 1 - canvas.at(x, y).red() / 255.0;
            }
        }
        return sum;
    }

    @Test
    void boxesCoverTheirArea() {
        canvas.fill(new Box(3.25, 4.5, 13.75, 9), BLACK, 1);
        assertThat(drawn()).isCloseTo(10.5 * 4.5, within(0.3));
        assertThat(canvas.at(5, 6)).isEqualTo(BLACK);
        assertThat(canvas.at(14, 6)).isEqualTo(Colour.WHITE);
    }

    @Test
    void linesCoverTheirLengthTimesTheirThickness() {
        canvas.stroke(Path.line(5, 5, 35, 25), 2, BLACK, 1);
        double length = Math.hypot(30, 20);
        // And half a disk at each end.
        assertThat(drawn()).isCloseTo(2 * length + Math.PI, within(2.5));
    }

    @Test
    void whatIsDrawnAsOneShapeIsNotDrawnTwice() {
        Path line = Path.line(5, 10, 35, 10);
        canvas.stroke(List.of(line, line), 2, BLACK, 0.5);
        assertThat(canvas.at(20, 10).red()).isBetween(127, 128);
    }

    @Test
    void nothingIsDrawnOutsideTheClip() {
        Canvas inside = canvas.within(new Box(10, 10, 20, 20));
        inside.fill(new Box(-100, -100, 100, 100), BLACK, 1);
        inside.stroke(Path.line(-1e6, 15, 1e6, 15), 5, BLACK, 1);
        inside.paint(9, 15, BLACK);
        assertThat(drawn()).isCloseTo(100, within(1e-9));
        canvas.within(new Box(50, 50, 60, 60)).stroke(Path.circle(55, 55, 20), 3, BLACK, 1);
        assertThat(drawn()).isCloseTo(100, within(1e-9));
    }
}
