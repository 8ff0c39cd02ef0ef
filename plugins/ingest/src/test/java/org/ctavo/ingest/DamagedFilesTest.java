package org.ctavo.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.ctavo.archive.Product;
import org.ctavo.archive.fits.FitsFault;
import org.ctavo.ingest.mapping.EventListMapping;
import org.ctavo.ingest.mapping.MappingRules;
import org.ctavo.ingest.simulation.SimulatedSet;
import org.ctavo.ingest.source.ObservationReader;
import org.ctavo.ingest.source.Source;
import org.ctavo.spi.Fault;
import org.ctavo.testing.Shared;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Damaged copies of good files: none crashes the ingest, none is loaded otherwise than the good file would be. */
@Timeout(120)
class DamagedFilesTest {
    private static final int FLIPS = 60;

    @TempDir
    private static Path directory;

    /** A gzip'ed file, a plain one without checksums, and a plain one with: the first two where they are there. */
    static Stream<Path> goodFiles() throws IOException {
        SimulatedSet.write(directory.resolve("simulated"));
        return Stream.of(
                        Shared.path("data/hess-dl3-dr1/data/hess_dl3_dr1_obs_id_023523.fits.gz"),
                        Shared.path("data/cta-1dc/data/gps_baseline_110380.fits"),
                        Optional.of(directory.resolve("simulated/data/simulated_900001.fits")))
                .flatMap(Optional::stream);
    }

    private static Product describe(Path file) {
        ObservationReader.Reading reading =
                new ObservationReader().read(new Source(file, Optional.empty())).orElseThrow();
        Product.Origin nothing = new Product.Origin("", Map.of());
        MappingRules rules = MappingRules.of(TestArchive.settings(Map.of()));
        Product product = new EventListMapping(rules)
                .product(reading, List.of(Products.anyFile(reading.file().seal().bytes())), "");
        return Products.with(product, nothing);
    }

    private static Path write(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("damaged.fits"), bytes);
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void aFileCutAnywhereIsRefusedAsCut(Path good) throws IOException {
        byte[] bytes = Files.readAllBytes(good);
        for (int percent = 10; percent < 100; percent += 10) {
            Path cut = write(Arrays.copyOf(bytes, (int) ((long) bytes.length * percent / 100)));
            assertThatThrownBy(() -> describe(cut))
                    .as(percent + " %")
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(FitsFault.TRUNCATED));
        }
        for (int missing : new int[] {1, 4, 8, 2879, 2880}) {
            Path cut = write(Arrays.copyOf(bytes, bytes.length - missing));
            assertThatThrownBy(() -> describe(cut))
                    .as(missing + " bytes missing")
                    .isInstanceOf(Fault.class);
        }
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void aFileWithAByteInvertedIsRefusedOrDescribedTheSame(Path good) throws IOException {
        flip(good, (random, value) -> (byte) ~value);
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void aFileWithABitFlippedInItsDataIsRefusedOrDescribedTheSame(Path good) throws IOException {
        flip(good, (random, value) -> (byte) (value ^ (1 << random.nextInt(8))));
    }

    private interface Damage {
        byte to(Random random, byte value);
    }

    private static void flip(Path good, Damage damage) throws IOException {
        byte[] bytes = Files.readAllBytes(good);
        Product right = describe(good);
        Random random = new Random(42);
        for (int i = 0; i < FLIPS; i++) {
            int at = random.nextInt(bytes.length);
            byte before = bytes[at];
            bytes[at] = damage.to(random, before);
            Path damaged = write(bytes);
            bytes[at] = before;
            Optional<Product> read = tryToDescribe(damaged);
            assertThat(read.orElse(right)).as("byte " + at).isEqualTo(right);
        }
    }

    private static Optional<Product> tryToDescribe(Path file) {
        try {
            return Optional.of(describe(file));
        } catch (Fault e) {
            assertThat(e.getMessage()).isNotEmpty().doesNotContain(directory.toString());
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void damagedFilesAreToldAndTheGoodOneAmongThemIsLoaded(Path good) throws IOException, SQLException {
        Path all = Files.createDirectories(directory.resolve("all-" + good.getFileName()));
        byte[] bytes = Files.readAllBytes(good);
        boolean zipped = good.toString().endsWith(".gz");
        Files.write(all.resolve("good.dat"), bytes);
        Files.write(all.resolve("empty.fits"), new byte[0]);
        Files.write(all.resolve("cut.fits" + (zipped ? ".gz" : "")), Arrays.copyOf(bytes, bytes.length / 2));
        Files.writeString(all.resolve("text.fits"), "This is not FITS.", StandardCharsets.US_ASCII);
        Files.writeString(all.resolve("text.fits.gz"), "This is not gzip.", StandardCharsets.US_ASCII);
        Files.writeString(all.resolve("README.txt"), "This does not matter.", StandardCharsets.US_ASCII);
        try (TestArchive archive = new TestArchive()) {
            IngestReport report = archive.ingest(all);
            assertThat(report.exitCode()).isEqualTo(1);
            assertThat(report.with(IngestResult.Status.LOADED))
                    .singleElement()
                    .satisfies(result -> assertThat(result.place()).endsWith("good.dat"));
            assertThat(report.with(IngestResult.Status.FAILED))
                    .extracting(result -> Path.of(result.place()).getFileName() + " "
                            + result.code().get() + ": " + result.message())
                    .containsExactly(
                            "cut.fits" + (zipped ? ".gz" : "") + " TRUNCATED: "
                                    + (zipped
                                            ? "The compressed file ends too early; fetch it again."
                                            : "The file ends within the data of HDU 1."),
                            "empty.fits EMPTY: The file is empty.",
                            "text.fits NOT_FITS: The file is not FITS.",
                            "text.fits.gz NOT_FITS: The file is not FITS.");
            assertThat(archive.number("SELECT count(*) FROM cta.data_product")).isEqualTo(1);
            assertThat(archive.number("SELECT count(*) FROM cta.data_file")).isEqualTo(1);
        }
    }
}
