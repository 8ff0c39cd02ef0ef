package org.ctavo.war.check;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.ctavo.spi.Database;

/**
 * Reads the files that the catalogue lists, a few at a time, and tells what is wrong with them. The catalogue passes by
 * and is never in memory, however long it is.
 */
public final class FileCheck {
    /** Rows read ahead of each reader of files. */
    private static final int AHEAD = 4;

    /** Large files on a slow disk are read until they are read. */
    private static final long LONGEST_DAYS = 30;

    private final ListedFiles files;
    private final FileInspector inspector;
    private final int readers;

    /**
     * What a check may leave out, and how hard it works.
     *
     * @param root the name of the only root to check; empty for all
     * @param isQuick whether to leave the bytes unread
     * @param readers how many files are read at one time
     */
    public record Scope(Optional<String> root, boolean isQuick, int readers) {}

    /**
     * What came of it.
     *
     * @param files how many were checked
     * @param bytes how much they should hold together
     * @param faults how many of them have each fault
     */
    public record Outcome(long files, long bytes, Map<FileFault, Long> faults) {

        /** Copies the map. */
        public Outcome {
            faults = Map.copyOf(faults);
        }

        /** How many have any fault. */
        public long faulty() {
            return faults.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * A check of an archive.
     *
     * @param roots directories by name
     */
    public FileCheck(Database database, Map<String, Path> roots, Scope scope) {
        this.files = new ListedFiles(database, scope.root());
        this.inspector = new FileInspector(roots, scope.isQuick());
        this.readers = scope.readers();
    }

    /** Checks them all; what is found is told to the progress as it is found. */
    public Outcome run(CheckProgress progress) throws InterruptedException {
        ListedFiles.Extent extent = files.extent();
        progress.begin(extent.files(), extent.bytes());
        Tally tally = new Tally(progress);
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        try {
            Semaphore room = new Semaphore(readers * AHEAD);
            files.each(file -> {
                room.acquire();
                threads.execute(() -> {
                    try {
                        tally.add(file, inspector.inspect(file));
                    } finally {
                        room.release();
                    }
                });
            });
            threads.shutdown();
            if (!threads.awaitTermination(LONGEST_DAYS, TimeUnit.DAYS)) {
                throw new IllegalStateException("The last files take for ever.");
            }
            return tally.outcome();
        } finally {
            threads.shutdownNow();
            progress.end();
        }
    }

    /** Adds up what the readers find. */
    private static final class Tally {
        private final CheckProgress progress;
        private final Map<FileFault, Long> faults = new EnumMap<>(FileFault.class);
        private long files;
        private long bytes;

        Tally(CheckProgress progress) {
            this.progress = progress;
        }

        synchronized void add(ListedFile file, Optional<Finding> finding) {
            files++;
            bytes += file.bytes();
            finding.ifPresent(found -> faults.merge(found.fault(), 1L, Long::sum));
            progress.step(file.bytes(), finding);
        }

        synchronized Outcome outcome() {
            return new Outcome(files, bytes, faults);
        }
    }
}
