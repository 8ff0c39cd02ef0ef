package org.ctavo.preview.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import javax.imageio.ImageIO;

import org.ctavo.preview.EventListFile;
import org.ctavo.preview.Subjecting;
import org.ctavo.preview.summary.Subject;
import org.ctavo.preview.summary.Summary;
import org.ctavo.preview.summary.SummaryReader;
import org.ctavo.testing.Shared;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
class PicturesTest {
    private static final double START = EventListFile.START;

    @TempDir
    private Path directory;

    /** What there may be: of each the events, their spread on the sky, their energy, the good times and the place. */
    private record Shape(String name, long events, double spread, double energy, int goodTimes, double ra, double dec) {
        Path write(Path directory) {
            Random random = new Random(3);
            List<double[]> good = new ArrayList<>();
            for (int i = 0; i < goodTimes; i++) {
                good.add(new double[] {START + i * 2.0, START + i * 2.0 + (goodTimes == 1 ? 1700 : 1.5)});
            }
            return new EventListFile(1, name, ra, dec, good, events, i -> {
                        double[] interval = good.get((int) (i % good.size()));
                        double time = interval[0] + random.nextDouble() * (interval[1] - interval[0]);
                        double lat = Math.max(-90, Math.min(90, dec + spread * random.nextGaussian()));
                        return new double[] {time, (ra + 360 + spread * random.nextGaussian()) % 360, lat, energy};
                    })
                    .write(directory.resolve("shape.fits"));
        }
    }

    static List<Shape> shapes() {
        return List.of(
                new Shape("empty", 0, 1, 1, 1, 10, 10),
                new Shape("one event", 1, 0.1, 1, 1, 10, 10),
                new Shape("thousands of good times", 30_000, 1, 5, 6000, 10, 10),
                new Shape("across 0 h", 3000, 0.5, 0.03, 2, 359.99, -1),
                new Shape("at the pole", 3000, 0.5, 300, 1, 0, 90),
                new Shape("at the other pole", 3000, 0.5, 1e-6, 1, 77, -90),
                new Shape("one place", 100_000, 0, 2e6, 1, 180, 0),
                new Shape("a name so long that it takes all the keyword can hold, really", 30, 1, 1, 1, 1, 1));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void picturesOpenHaveTheirSizeAndTouchNoEdge(Shape shape) throws IOException {
        Summary summary = Subjecting.read(shape.write(directory), OptionalDouble.of(5));
        Map<Kind, byte[]> pictures = Pictures.of(summary);
        assertThat(pictures).containsOnlyKeys(Kind.values());
        check(pictures.get(Kind.PLOT), 1200, 736, 5);
        check(pictures.get(Kind.MAP), 720, 736, 5);
        check(pictures.get(Kind.ENERGY), 720, 480, 5);
        check(pictures.get(Kind.RATE), 720, 480, 5);
        check(pictures.get(Kind.THUMBNAIL), 200, 200, 0);
    }

    /** Whatever is cut off has ink at the paper's edge. */
    private static void check(byte[] picture, int width, int height, int margin) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                boolean isMargin = x < margin || y < margin || x >= width - margin || y >= height - margin;
                if (isMargin) {
                    assertThat(image.getRGB(x, y)).as("%d, %d", x, y).isEqualTo(0xffffffff);
                }
            }
        }
    }

    @Test
    void theSameEventsGiveTheSameBytes() {
        Path file = shapes().get(3).write(directory);
        Map<Kind, byte[]> once = Pictures.of(Subjecting.read(file, OptionalDouble.of(5)));
        Map<Kind, byte[]> again = Pictures.of(Subjecting.read(file, OptionalDouble.of(5)));
        for (Kind kind : Kind.values()) {
            assertThat(again.get(kind)).isEqualTo(once.get(kind));
        }
    }

    @Test
    void theSkyIsBrightWhereTheEventsAreAndEastIsToTheLeft() throws IOException {
        // All events a degree to the east of the pointing.
        Path file = new EventListFile(1, "east", 10, 0, List.of(new double[] {START, START + 100}), 500, i ->
                        new double[] {START, 11, 0, 1})
                .write(directory.resolve("east.fits"));
        byte[] thumbnail =
                Pictures.of(Subjecting.read(file, OptionalDouble.of(5))).get(Kind.THUMBNAIL);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(thumbnail));
        int brightX = -1;
        for (int x = 20; x < 180; x++) {
            if ((image.getRGB(x, 99) >> 8 & 0xff) > 200) {
                brightX = x;
            }
        }
        assertThat(brightX).isBetween(50, 75);
    }

    @Test
    void everyRealRunIsDrawn() {
        Path runs = Shared.path("data/hess-dl3-dr1/data").orElse(null);
        Assumptions.assumeTrue(runs != null, "the reference data are not here");
        for (String run : List.of("020136", "023523", "033787", "047829")) {
            Path file = runs.resolve("hess_dl3_dr1_obs_id_" + run + ".fits.gz");
            Subject subject = Subjecting.of(file, OptionalDouble.of(5));
            assertThat(Pictures.of(SummaryReader.read(subject, file)).get(Kind.PLOT))
                    .hasSizeGreaterThan(50_000);
        }
    }
}
