package org.ctavo.preview.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.ctavo.preview.draw.Canvas;
import org.ctavo.preview.draw.Colour;
import org.ctavo.preview.draw.Png;
import org.ctavo.preview.plot.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PictureCacheTest {
    private static final byte[] PICTURE = Png.of(new Canvas(10, 10, Colour.WHITE), Map.of("Title", "x".repeat(900)));

    @TempDir
    private Path directory;

    private static String key(int number) {
        return String.format("%064x", number * 0x9e3779b9L);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatIsKeptIsFound() {
        PictureCache cache = new PictureCache(directory.resolve("deep/down"), 1 << 20);
        assertThat(cache.find(key(1), Kind.MAP)).isEmpty();
        cache.keep(key(1), Map.of(Kind.MAP, PICTURE));
        assertThat(cache.find(key(1), Kind.MAP)).contains(PICTURE);
        assertThat(cache.find(key(1), Kind.PLOT)).isEmpty();
        assertThat(new PictureCache(directory.resolve("deep/down"), 1 << 20).find(key(1), Kind.MAP))
                .contains(PICTURE);
    }

    @Test
    void aDamagedFileIsTakenAway() throws IOException {
        PictureCache cache = new PictureCache(directory, 1 << 20);
        for (int damage = 0; damage < 3; damage++) {
            cache.keep(key(1), Map.of(Kind.MAP, PICTURE));
            Path file = files().get(0);
            byte[] bytes = PICTURE.clone();
            bytes[500] ^= 1;
            Files.write(file, damage == 0 ? bytes : new byte[damage == 1 ? 0 : 100]);
            assertThat(cache.find(key(1), Kind.MAP)).isEmpty();
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void theSizeIsKeptAndTheLongestUnusedGiveWay() throws IOException {
        PictureCache cache = new PictureCache(directory, 20L * PICTURE.length);
        for (int i = 0; i < 15; i++) {
            cache.keep(key(i), Map.of(Kind.MAP, PICTURE));
        }
        int age = 15;
        for (int i = 0; i < 15; i++) {
            Path file = directory.resolve(key(i).substring(0, 2)).resolve(key(i) + "-map.png");
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(100_000L * age--)));
        }
        // Looked at again, so that it is not the oldest any more.
        assertThat(cache.find(key(0), Kind.MAP)).isPresent();
        for (int i = 15; i < 60; i++) {
            cache.keep(key(i), Map.of(Kind.MAP, PICTURE));
            assertThat(files()).hasSizeLessThanOrEqualTo(20);
            if (i == 22) {
                assertThat(cache.find(key(0), Kind.MAP)).isPresent();
                assertThat(cache.find(key(1), Kind.MAP)).isEmpty();
            }
        }
        assertThat(cache.find(key(59), Kind.MAP)).isPresent();
    }

    @Test
    void whatACrashLeftUnfinishedIsNeverServedAndGoesAwayInTime() throws IOException {
        PictureCache cache = new PictureCache(directory, 1);
        Path part = Files.createDirectories(directory.resolve("ab")).resolve("123.part");
        Files.write(part, new byte[10]);
        Files.setLastModifiedTime(part, FileTime.from(Instant.now().minusSeconds(7200)));
        cache.keep(key(1), Map.of(Kind.MAP, PICTURE));
        assertThat(files()).isEmpty();
    }

    @Test
    void aDirectoryThatCannotBeWrittenKeepsNothingAndFailsNothing() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "no directory");
        PictureCache cache = new PictureCache(file, 1 << 20);
        cache.keep(key(1), Map.of(Kind.MAP, PICTURE));
        assertThat(cache.find(key(1), Kind.MAP)).isEmpty();
        new PictureCache(directory, 0).keep(key(1), Map.of(Kind.MAP, PICTURE));
        assertThat(files()).hasSize(1);
    }

    @Test
    void manyAtOnceSeeWholePicturesOrNone() throws Exception {
        PictureCache cache = new PictureCache(directory, 6L * PICTURE.length);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> all = Stream.iterate(0, i -> i + 1)
                    .limit(8)
                    .map(thread -> threads.submit(() -> {
                        int found = 0;
                        for (int i = 0; i < 200; i++) {
                            cache.keep(key(i % 10), Map.of(Kind.MAP, PICTURE));
                            found += cache.find(key((i + thread) % 10), Kind.MAP)
                                    .map(bytes -> Png.isWhole(bytes) ? 1 : 1000)
                                    .orElse(0);
                        }
                        return found;
                    }))
                    .toList();
            for (Future<Integer> one : all) {
                assertThat(one.get()).isBetween(1, 200);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
