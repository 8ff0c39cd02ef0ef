package org.ctavo.datalink.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ctavo.archive.ProductFile;
import org.ctavo.testing.RecordingExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TarContentTest {
    private static final String LONG = "d".repeat(90) + "/" + "f".repeat(120) + ".fits";

    @TempDir
    private Path directory;

    private TarContent tar;
    private byte[] whole;

    @BeforeEach
    void pack() throws IOException {
        Map<String, List<Basket.Item>> products = new LinkedHashMap<>();
        Basket.Item shared = Baskets.item(directory, "irf/shared.fits", ProductFile.Role.DATA, new byte[512]);
        products.put("ivo://x.y/r?1", List.of(Baskets.item(directory, LONG, ProductFile.Role.DATA, of(700)), shared));
        products.put("ivo://x.y/r?2", List.of(Baskets.item(directory, "b.fits", ProductFile.Role.DATA, of(0)), shared));
        products.put("ivo://x.y/r?3", List.of(Baskets.item(directory, "c.fits", ProductFile.Role.DATA, of(513))));
        tar = new TarContent(Manifest.of(new Basket(products), new FactsReader(), new Terms(Map.of(), Map.of())));
        whole = part(0, tar.size());
    }

    private static byte[] of(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }

    private byte[] part(long offset, long length) throws IOException {
        RecordingExchange exchange = RecordingExchange.get("");
        tar.send(exchange, offset, length);
        return exchange.bytes();
    }

    private String tar(String... options) throws Exception {
        Path file = Files.write(directory.resolve("package.tar"), whole);
        List<String> command = new ArrayList<>(List.of("tar"));
        command.addAll(List.of(options));
        command.addAll(List.of("-f", file.toString()));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void isAsLongAsItSaid() {
        assertThat(whole).hasSize((int) tar.size());
        assertThat(tar.size() % 512).isZero();
    }

    @Test
    void holdsEachFileOnceInTheOrderOfTheirNames() throws Exception {
        String root = tar.fileName().replace(".tar", "/");
        assertThat(tar("-t").lines())
                .containsExactly(
                        root + "README.txt",
                        root + "SHA256SUMS",
                        root + "runs/b.fits",
                        root + "runs/c.fits",
                        root + "runs/" + LONG,
                        root + "runs/irf/shared.fits");
    }

    @Test
    void unpacksToTheSameBytes() throws Exception {
        tar("-x");
        Path root = directory.resolve(tar.fileName().replace(".tar", ""));
        assertThat(root.resolve("runs").resolve(LONG)).hasBinaryContent(of(700));
        assertThat(root.resolve("runs/c.fits")).hasBinaryContent(of(513));
        assertThat(root.resolve("runs/b.fits")).isEmptyFile();
        assertThat(Files.getLastModifiedTime(root.resolve("runs/c.fits")).toInstant())
                .isEqualTo(Instant.parse("2024-05-06T07:08:09Z"));
        Process check = new ProcessBuilder("sha256sum", "--check", "--quiet", "SHA256SUMS")
                .directory(root.toFile())
                .start();
        assertThat(check.waitFor()).isZero();
    }

    @Test
    void anyPartIsThatPartOfTheWhole() throws IOException {
        for (int first = 0; first < whole.length; first += 97) {
            for (int length : new int[] {1, 511, 513, 3000, whole.length}) {
                int last = Math.min(whole.length, first + length);
                assertThat(part(first, (long) last - first)).isEqualTo(Arrays.copyOfRange(whole, first, last));
            }
        }
    }

    @Test
    void sizesOverEightGigabytesHaveAnExtendedHeader() {
        byte[] header = TarHeader.of("a", 10_000_000_000L, Instant.EPOCH);
        assertThat(header).hasSize(3 * 512);
        assertThat(new String(header, 512, 20, StandardCharsets.US_ASCII)).startsWith("20 size=10000000000\n");
    }

    @Test
    void anotherContentHasAnotherHash() throws IOException {
        Basket other = new Basket(
                Map.of("ivo://x.y/r?3", List.of(Baskets.item(directory, "c.fits", ProductFile.Role.DATA, of(514)))));
        Manifest manifest = Manifest.of(other, new FactsReader(), new Terms(Map.of(), Map.of()));
        assertThat(manifest.hash()).isNotEqualTo(tar.hash());
        assertThat(Manifest.of(other, new FactsReader(), new Terms(Map.of(), Map.of()))
                        .hash())
                .isEqualTo(manifest.hash());
    }
}
