package org.ctavo.preview.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ctavo.preview.draw.Png;
import org.ctavo.preview.plot.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures on disk, up to a size; those that nobody has asked for the longest give way. A file appears under its name
 * when it is whole, and is checked again when it is read, so that a crash or a failing disk costs a drawing and no
 * more. A disk that cannot be written makes the cache useless, not the service. Safe for use by any number of threads.
 */
public final class PictureCache {
    private static final Logger LOG = LoggerFactory.getLogger(PictureCache.class);

    /** Uses within this time are one use: else every reading would write. */
    private static final Duration USE = Duration.ofHours(1);

    /** A file that is still unfinished after so long has lost its writer. */
    private static final Duration UNFINISHED = Duration.ofHours(1);

    /** When the cache is full, so much of it is kept. */
    private static final double KEPT = 0.9;

    private static final String SUFFIX = ".png";
    private static final String UNFINISHED_SUFFIX = ".part";

    private final Path directory;
    private final long mostBytes;
    private long bytes = -1;

    private record Entry(Path file, long size, FileTime used) {}

    /**
     * A cache in a directory, which is made when it is needed. What lies there already counts.
     *
     * @param mostBytes the size of all pictures; 0 keeps none
     */
    public PictureCache(Path directory, long mostBytes) {
        this.directory = directory;
        this.mostBytes = mostBytes;
    }

    /**
     * A picture.
     *
     * @param key of its subject: letters and digits
     * @return empty if it is not there, or not whole; then it is taken away
     */
    public Optional<byte[]> find(String key, Kind kind) {
        Path file = file(key, kind);
        try {
            byte[] content = Files.readAllBytes(file);
            if (Png.isWhole(content)) {
                use(file);
                return Optional.of(content);
            }
            LOG.warn("A picture in the cache is damaged and will be drawn anew: {}", file.getFileName());
            Files.deleteIfExists(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("A picture in the cache cannot be read and will be drawn anew", e);
        }
        return Optional.empty();
    }

    private static void use(Path file) throws IOException {
        Instant now = Instant.now();
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(USE))) {
            try {
                Files.setLastModifiedTime(file, FileTime.from(now));
            } catch (NoSuchFileException e) {
                // It gave way to others a moment ago; it was read before.
                return;
            }
        }
    }

    /** Keeps the pictures of a subject. */
    public void keep(String key, Map<Kind, byte[]> pictures) {
        if (mostBytes == 0) {
            return;
        }
        try {
            long added = 0;
            for (Map.Entry<Kind, byte[]> picture : pictures.entrySet()) {
                write(file(key, picture.getKey()), picture.getValue());
                added += picture.getValue().length;
            }
            makeRoom(added);
        } catch (IOException e) {
            LOG.warn("Pictures cannot be kept; preview.directory must be writable and have room", e);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), "", UNFINISHED_SUFFIX);
        try {
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Counts what is on the disk when it must; else it adds up, so that pictures drawn twice count twice till then. */
    private synchronized void makeRoom(long added) throws IOException {
        if (bytes >= 0 && bytes + added <= mostBytes) {
            bytes += added;
            return;
        }
        List<Entry> entries = entries();
        bytes = entries.stream().mapToLong(Entry::size).sum();
        if (bytes <= mostBytes) {
            return;
        }
        entries.sort(Comparator.comparing(Entry::used));
        for (Entry entry : entries) {
            if (bytes <= KEPT * mostBytes) {
                break;
            }
            Files.deleteIfExists(entry.file());
            bytes -= entry.size();
        }
    }

    private List<Entry> entries() throws IOException {
        Lister lister = new Lister();
        Files.walkFileTree(directory, Set.of(), 2, lister);
        return lister.entries;
    }

    /** Lists pictures while others come and go. */
    private static final class Lister extends SimpleFileVisitor<Path> {
        private final List<Entry> entries = new ArrayList<>();
        private final FileTime old = FileTime.from(Instant.now().minus(UNFINISHED));

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (file.toString().endsWith(SUFFIX)) {
                entries.add(new Entry(file, attributes.size(), attributes.lastModifiedTime()));
            } else if (file.toString().endsWith(UNFINISHED_SUFFIX)
                    && attributes.lastModifiedTime().compareTo(old) < 0) {
                Files.deleteIfExists(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // It went between being listed and being looked at.
            return FileVisitResult.CONTINUE;
        }
    }

    private Path file(String key, Kind kind) {
        return directory.resolve(key.substring(0, 2)).resolve(key + "-" + kind.word() + SUFFIX);
    }
}
