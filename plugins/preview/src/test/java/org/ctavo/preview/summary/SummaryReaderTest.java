package org.ctavo.preview.summary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.ctavo.archive.dl3.SkyPosition;
import org.ctavo.preview.EventListFile;
import org.ctavo.preview.Subjecting;
import org.ctavo.spi.Fault;
import org.ctavo.testing.Shared;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SummaryReaderTest {
    private static final double START = EventListFile.START;

    /** Counts the same with numpy and astropy: by energy, by half minutes, within the view. */
    private static final String INDEPENDENT =
            """
            import sys, numpy as np
            from astropy.io import fits
            from astropy.coordinates import SkyCoord
            radius, width = float(sys.argv[2]), float(sys.argv[3])
            with fits.open(sys.argv[1]) as f:
                e, g = f['EVENTS'], f['GTI'].data
                h, d = e.header, e.data
                edges = 10 ** (np.arange(-120, 71) / 10)
                counts = np.histogram(d['ENERGY'].astype(float), edges)[0]
                start = g['START'].min()
                t = d['TIME'][[any(a <= x <= b for a, b in zip(g['START'], g['STOP'])) for x in d['TIME']]] - start
                end = g['STOP'].max() - start
                n = max(1, round(end / width))
                rate = np.histogram(t, [*np.arange(n) * width, end])[0]
                here = SkyCoord(h['RA_PNT'], h['DEC_PNT'], unit='deg')
                there = SkyCoord(d['RA'].astype(float), d['DEC'].astype(float), unit='deg')
                print((here.separation(there).deg <= radius).sum(), *counts, *rate)
            """;

    @TempDir
    private Path directory;

    private Path scattered(double ra, double dec, long events, double spread) {
        Random random = new Random(7);
        SkyProjection projection = new SkyProjection(ra, dec);
        return new EventListFile(1, "X", ra, dec, List.of(new double[] {START, START + 1800}), events, i -> {
                    double[] to = projection.direction(random.nextGaussian() * spread, random.nextGaussian() * spread);
                    double energy = 0.05 * Math.pow(random.nextDouble(), -0.7);
                    return new double[] {START + 1800 * random.nextDouble(), (to[0] + 720) % 360, to[1], energy};
                })
                .write(directory.resolve("events.fits"));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0", "359.95, -30", "83.6, 22", "10, 89.7", "120, 90", "0, -90"})
    void theMapHoldsEveryEventThatFallsOnItWhereverOnTheSky(double ra, double dec) {
        Summary summary = Subjecting.read(scattered(ra, dec, 20_000, 1.2), OptionalDouble.of(4));
        SkyCounts sky = summary.sky();
        Random random = new Random(7);
        SkyProjection projection = new SkyProjection(ra, dec);
        long mapped = 0;
        long inView = 0;
        for (int i = 0; i < 20_000; i++) {
            double x = random.nextGaussian() * 1.2;
            double y = random.nextGaussian() * 1.2;
            random.nextDouble();
            random.nextDouble();
            double[] to = projection.direction(x, y);
            mapped += Math.abs(x) < sky.half() && Math.abs(y) < sky.half() ? 1 : 0;
            inView += new SkyPosition((to[0] + 720) % 360, to[1]).separation(new SkyPosition(ra, dec)) <= 2 ? 1 : 0;
        }
        assertThat(sky.total()).isEqualTo(20_000);
        assertThat(sky.mapped()).isEqualTo(mapped);
        assertThat(sky.inView()).isEqualTo(inView);
        assertThat(sum(sky, Double.POSITIVE_INFINITY)).isEqualTo(mapped);
        // Bins that lie wholly in the view, and those that touch it, bracket what is in it.
        assertThat(sum(sky, 2 - sky.binSize())).isLessThanOrEqualTo(inView);
        assertThat(sum(sky, 2 + sky.binSize())).isGreaterThanOrEqualTo(inView);
        assertThat(summary.rate().outside()).isZero();
    }

    private static long sum(SkyCounts sky, double radius) {
        long sum = 0;
        for (int row = 0; row < sky.bins(); row++) {
            for (int column = 0; column < sky.bins(); column++) {
                double x = (column + 0.5) * sky.binSize() - sky.half();
                double y = (row + 0.5) * sky.binSize() - sky.half();
                sum += Math.hypot(x, y) <= radius ? sky.count(column, row) : 0;
            }
        }
        return sum;
    }

    @Test
    void oneEventIsCountedOnceAndNoEventNowhere() {
        Summary one = Subjecting.read(scattered(50, 10, 1, 0.1), OptionalDouble.of(4));
        assertThat(one.sky().largest()).isEqualTo(1);
        assertThat(one.energies().largest()).isEqualTo(1);
        Summary none = Subjecting.read(scattered(50, 10, 0, 0.1), OptionalDouble.empty());
        assertThat(none.sky().total()).isZero();
        assertThat(none.energies().range()).isEmpty();
        assertThat(none.target()).isPresent();
    }

    @Test
    void energiesAllTheSameFallIntoOneBinWithItsLowerEdgeInIt() {
        Path file = new EventListFile(1, "X", 1, 1, List.of(new double[] {START, START + 60}), 100, i ->
                        new double[] {START, 1, 1, 1})
                .write(directory.resolve("same.fits"));
        EnergyCounts energies = Subjecting.read(file, OptionalDouble.of(2)).energies();
        assertThat(energies.count(0)).isEqualTo(100);
        assertThat(energies.count(-1)).isZero();
    }

    @Test
    void aFileThatChangedIsNotPictured() throws IOException {
        Path file = scattered(50, 10, 10, 0.1);
        Subject listed = Subjecting.of(file, OptionalDouble.empty());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> SummaryReader.read(listed, file))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(PreviewFault.CHANGED));
    }

    @ParameterizedTest
    @CsvSource({
        "hess-dl3-dr1/data/hess_dl3_dr1_obs_id_020136.fits.gz, 2.5",
        "hess-dl3-dr1/data/hess_dl3_dr1_obs_id_033800.fits.gz, 2.5",
        "cta-1dc/data/gps_baseline_110380.fits, 5"
    })
    void realEventsCountAsNumpyCountsThem(String name, double radius) throws Exception {
        Path file = Shared.path("data/" + name).orElse(null);
        Assumptions.assumeTrue(file != null, "the reference data are not here");
        Path python = Path.of("/usr/bin/python3");
        Assumptions.assumeTrue(Files.isExecutable(python), "there is no python3");
        Summary summary = Subjecting.read(file, OptionalDouble.of(2 * radius));
        Path script = Files.writeString(directory.resolve("count.py"), INDEPENDENT);
        Process process = new ProcessBuilder(
                        python.toString(),
                        script.toString(),
                        file.toString(),
                        Double.toString(radius),
                        Double.toString(summary.rate().width()))
                .redirectError(directory.resolve("errors").toFile())
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String errors = Files.readString(directory.resolve("errors"));
        Assumptions.assumeFalse(
                errors.contains("ModuleNotFoundError") && !"true".equals(System.getenv("CI")), "there is no astropy");
        assertThat(process.exitValue()).as(errors).isZero();
        StringBuilder ours = new StringBuilder().append(summary.sky().inView());
        for (int bin = -120; bin < 70; bin++) {
            ours.append(' ').append(summary.energies().count(bin));
        }
        for (int bin = 0; bin < summary.rate().bins(); bin++) {
            ours.append(' ').append(summary.rate().count(bin));
        }
        assertThat(ours).hasToString(answer);
    }
}
