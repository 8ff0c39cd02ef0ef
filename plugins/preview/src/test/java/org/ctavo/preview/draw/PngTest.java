package org.ctavo.preview.draw;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PngTest {
    private static byte[] picture() {
        Canvas canvas = new Canvas(33, 21, new Colour(0xf0e0d0));
        canvas.stroke(Path.circle(16, 10, 8), 2.5, new Colour(0x1030c0), 1);
        return Png.of(canvas, Map.of("Title", "A circle"));
    }

    @Test
    void readersSeeThePixels() throws IOException {
        Canvas canvas = new Canvas(64, 5, Colour.WHITE);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 5; y++) {
                canvas.paint(x, y, new Colour((x * 4) << 16 | (y * 50) << 8 | (x * y) % 256));
            }
        }
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.of(canvas, Map.of())));
        assertThat(image.getWidth()).isEqualTo(64);
        assertThat(image.getHeight()).isEqualTo(5);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 5; y++) {
                assertThat(image.getRGB(x, y) & 0xffffff)
                        .isEqualTo(canvas.at(x, y).rgb());
            }
        }
    }

    @Test
    void theSameDrawingGivesTheSameBytes() {
        assertThat(picture()).isEqualTo(picture());
    }

    @Test
    void damageIsSeenWhereverItIs() {
        byte[] whole = picture();
        assertThat(Png.isWhole(whole)).isTrue();
        for (int i = 0; i < whole.length; i++) {
            byte[] flipped = whole.clone();
            flipped[i] ^= 0x10;
            assertThat(Png.isWhole(flipped)).as("byte %d", i).isFalse();
            assertThat(Png.isWhole(Arrays.copyOf(whole, i))).as("cut at %d", i).isFalse();
        }
        assertThat(Png.isWhole(Arrays.copyOf(whole, whole.length + 1))).isFalse();
    }
}
