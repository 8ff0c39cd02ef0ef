package org.ctavo.preview.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.ctavo.archive.ProductFile;
import org.ctavo.preview.draw.Canvas;
import org.ctavo.preview.draw.Colour;
import org.ctavo.preview.draw.Png;
import org.ctavo.preview.plot.Kind;
import org.ctavo.preview.summary.PreviewFault;
import org.ctavo.preview.summary.Subject;
import org.ctavo.spi.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class StudioTest {
    private static final Map<Kind, byte[]> PICTURES = new EnumMap<>(Kind.class);

    static {
        for (Kind kind : Kind.values()) {
            PICTURES.put(kind, Png.of(new Canvas(10 + kind.word().length(), 10, Colour.WHITE), Map.of()));
        }
    }

    @TempDir
    private Path directory;

    private PictureCache cache;
    private final AtomicInteger drawings = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);

    @BeforeEach
    void openCache() {
        cache = new PictureCache(directory, 1 << 20);
    }

    private static Subject subject(int number) {
        ProductFile file = new ProductFile(
                ProductFile.Role.EVENT_LIST,
                new ProductFile.Location("runs", "a.fits"),
                "application/fits",
                1,
                "00",
                List.of(),
                Instant.EPOCH);
        return new Subject(
                "ivo://a/b?" + number,
                "1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                file);
    }

    private Studio studio() {
        return new Studio(cache, 3, subject -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try {
                assertThat(open.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            atOnce.decrementAndGet();
            drawings.incrementAndGet();
            return PICTURES;
        });
    }

    @Test
    void thoseWhoAskAtTheSameTimeShareOneDrawing() throws Exception {
        Studio studio = studio();
        List<CompletableFuture<byte[]>> asked = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            asked.add(studio.picture(subject(1), Kind.values()[i % 5]));
        }
        open.countDown();
        for (int i = 0; i < 200; i++) {
            assertThat(asked.get(i).get()).isEqualTo(PICTURES.get(Kind.values()[i % 5]));
        }
        assertThat(drawings).hasValue(1);
        assertThat(studio.picture(subject(1), Kind.RATE).getNow(null)).isEqualTo(PICTURES.get(Kind.RATE));
        assertThat(drawings).hasValue(1);
    }

    @Test
    void onlySoManyAreDrawnAtOnceAndNoneIsForgotten() throws Exception {
        Studio studio = studio();
        List<CompletableFuture<byte[]>> asked = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            asked.add(studio.picture(subject(i), Kind.MAP));
        }
        open.countDown();
        for (CompletableFuture<byte[]> one : asked) {
            assertThat(one.get()).isEqualTo(PICTURES.get(Kind.MAP));
        }
        assertThat(drawings).hasValue(50);
        assertThat(mostAtOnce.get()).isBetween(1, 3);
    }

    @Test
    void tooManyWaitingAreTurnedAwayAndMayComeAgain() throws Exception {
        cache = new PictureCache(directory, 0);
        Studio studio = studio();
        List<CompletableFuture<byte[]>> asked = new ArrayList<>();
        for (int i = 0; i < 1003; i++) {
            asked.add(studio.picture(subject(i), Kind.MAP));
        }
        assertThatThrownBy(() -> studio.picture(subject(5000), Kind.MAP))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(PreviewFault.BUSY));
        // One that is under way already costs nothing more.
        CompletableFuture<byte[]> known = studio.picture(subject(1002), Kind.MAP);
        open.countDown();
        assertThat(known.get()).isNotEmpty();
        for (CompletableFuture<byte[]> one : asked) {
            assertThat(one.get()).isNotEmpty();
        }
        assertThat(studio.picture(subject(5000), Kind.MAP).get()).isNotEmpty();
    }

    @Test
    void aFailureIsToldAndNotRemembered() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Studio studio = new Studio(cache, 1, subject -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("the path /secret/place");
            }
            return PICTURES;
        });
        assertThatThrownBy(() -> studio.picture(subject(1), Kind.MAP).get())
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(Fault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(PreviewFault.NOT_DRAWABLE);
                    assertThat(fault.getMessage()).doesNotContain("/secret");
                });
        assertThat(studio.picture(subject(1), Kind.MAP).get()).isEqualTo(PICTURES.get(Kind.MAP));
    }
}
