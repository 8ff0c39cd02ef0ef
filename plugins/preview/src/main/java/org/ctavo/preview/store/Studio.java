package org.ctavo.preview.store;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.ctavo.archive.FileStore;
import org.ctavo.preview.plot.Kind;
import org.ctavo.preview.plot.Pictures;
import org.ctavo.preview.summary.PreviewFault;
import org.ctavo.preview.summary.Subject;
import org.ctavo.preview.summary.SummaryReader;
import org.ctavo.spi.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws pictures, a few at a time, each once however many ask for it at the same time. All pictures of an event list
 * are drawn together, since reading it takes the longest. Its threads end by themselves when there is nothing to do.
 * Safe for use by any number of threads.
 */
public final class Studio {
    private static final Logger LOG = LoggerFactory.getLogger(Studio.class);
    private static final int MOST_WAITING = 1000;
    private static final long IDLE_SECONDS = 5;

    private final PictureCache cache;
    private final Function<Subject, Map<Kind, byte[]>> drawing;
    private final ThreadPoolExecutor threads;
    private final Map<String, CompletableFuture<Map<Kind, byte[]>>> underWay = new ConcurrentHashMap<>();

    /**
     * A studio for the files of a store.
     *
     * @param atOnce how many event lists are drawn at one time
     */
    public Studio(PictureCache cache, FileStore store, int atOnce) {
        this(cache, atOnce, subject -> {
            Path file = store.resolve(subject.file().location());
            return Pictures.of(SummaryReader.read(subject, file));
        });
    }

    Studio(PictureCache cache, int atOnce, Function<Subject, Map<Kind, byte[]>> drawing) {
        this.cache = cache;
        this.drawing = drawing;
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                atOnce, atOnce, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
                    Thread thread = new Thread(task, "preview-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * A picture.
     *
     * @return what is there, or will be; a failure is a {@link Fault}
     * @throws Fault {@link PreviewFault#BUSY} if too many are waiting already
     */
    public CompletableFuture<byte[]> picture(Subject subject, Kind kind) {
        String key = subject.key();
        Optional<byte[]> kept = cache.find(key, kind);
        return kept.map(CompletableFuture::completedFuture)
                .orElseGet(() -> drawn(subject, key).thenApply(pictures -> pictures.get(kind)));
    }

    private CompletableFuture<Map<Kind, byte[]>> drawn(Subject subject, String key) {
        CompletableFuture<Map<Kind, byte[]>> mine = new CompletableFuture<>();
        CompletableFuture<Map<Kind, byte[]>> others = underWay.putIfAbsent(key, mine);
        if (others != null) {
            return others;
        }
        try {
            threads.execute(() -> draw(subject, key, mine));
            return mine;
        } catch (RejectedExecutionException e) {
            Fault busy = new Fault(
                    PreviewFault.BUSY, "Too many pictures are being drawn at present; ask again in a minute.", e);
            underWay.remove(key, mine);
            mine.completeExceptionally(busy);
            throw busy;
        }
    }

    private void draw(Subject subject, String key, CompletableFuture<Map<Kind, byte[]>> result) {
        try {
            // Somebody else may have kept them between the look into the cache and this one's turn.
            Map<Kind, byte[]> pictures = kept(key).orElseGet(() -> {
                Map<Kind, byte[]> fresh = drawing.apply(subject);
                cache.keep(key, fresh);
                return fresh;
            });
            underWay.remove(key, result);
            result.complete(pictures);
        } catch (Fault e) {
            underWay.remove(key, result);
            result.completeExceptionally(e.code() == PreviewFault.CHANGED ? e : undrawable(subject, e));
        } catch (RuntimeException | Error e) {
            underWay.remove(key, result);
            result.completeExceptionally(undrawable(subject, e));
        }
    }

    private static Fault undrawable(Subject subject, Throwable cause) {
        LOG.warn("{} cannot be drawn: {}", subject.product(), cause.toString());
        return new Fault(
                PreviewFault.NOT_DRAWABLE,
                "The file of this product cannot be read as an event list at present; tell the archive's operator.",
                cause);
    }

    private Optional<Map<Kind, byte[]>> kept(String key) {
        Map<Kind, byte[]> pictures = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            cache.find(key, kind).ifPresent(picture -> pictures.put(kind, picture));
        }
        return pictures.size() == Kind.values().length ? Optional.of(pictures) : Optional.empty();
    }
}
