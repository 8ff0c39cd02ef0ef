package org.ctavo.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.ctavo.archive.ArchiveFault;
import org.ctavo.archive.ArchivePlugin;
import org.ctavo.archive.FileStore;
import org.ctavo.archive.Lineage;
import org.ctavo.archive.Product;
import org.ctavo.archive.ProductStore;
import org.ctavo.ingest.mapping.EventListMapping;
import org.ctavo.ingest.mapping.MappingRules;
import org.ctavo.ingest.source.ObservationReader;
import org.ctavo.ingest.source.Source;
import org.ctavo.ingest.source.SourceFault;
import org.ctavo.ingest.source.SourceFinder;
import org.ctavo.ingest.source.Sources;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;
import org.ctavo.spi.SettingValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes event lists into the archive. Files are read in parallel and written one after the other in the order of their
 * paths, each in a transaction of its own: an ingest that is killed leaves whole runs only, and the next one goes on
 * where it ended. Safe for use by several threads and processes at once.
 */
public final class IngestService {
    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);

    /** How many files may be read ahead of the writer, per thread. */
    private static final int AHEAD = 4;

    private final ProductStore store;
    private final FileStore files;
    private final EventListMapping mapping;

    /**
     * An ingest into an archive.
     *
     * @param database its tables, in the state of {@link ArchivePlugin#MIGRATIONS}
     * @param settings with those of {@link ArchivePlugin} and {@link IngestPlugin}
     * @param lineage is told of each product
     */
    public IngestService(Database database, SettingValues settings, Lineage lineage) {
        this.store = new ProductStore(database, lineage);
        this.files = new FileStore(database, settings.value(ArchivePlugin.ROOTS));
        this.mapping = new EventListMapping(MappingRules.of(settings));
    }

    /**
     * Ingests files and directories.
     *
     * @param inputs files are taken as event lists; directories are looked through
     * @param progress hears how it goes on
     * @return what became of each file; one that cannot be taken in does not stop the others
     * @throws Fault {@code NO_SUCH_INPUT} if an input is not there, {@code DATABASE} if the database is away
     */
    public IngestReport ingest(List<Path> inputs, Progress progress) {
        long start = System.nanoTime();
        Sources sources = SourceFinder.find(inputs);
        sources.directories().forEach(files::register);
        Set<Path> named = new HashSet<>();
        inputs.forEach(input -> named.add(input.toAbsolutePath().normalize()));
        List<IngestResult> results = new ArrayList<>();
        progress.begin(sources.sources().size() + sources.problems().size());
        for (Sources.Problem problem : sources.problems()) {
            boolean missing = problem.code() == SourceFault.MISSING_FILE;
            IngestResult.Status status = missing ? IngestResult.Status.MISSING : IngestResult.Status.FAILED;
            add(results, progress, IngestResult.failed(problem.place(), status, problem.code(), problem.reason()));
        }
        new Run(results, progress, named).all(sources.sources());
        IngestReport report = new IngestReport(results, Duration.ofNanos(System.nanoTime() - start));
        progress.end(report);
        return report;
    }

    private static void add(List<IngestResult> results, Progress progress, IngestResult result) {
        results.add(result);
        progress.step(result);
    }

    /** One ingest: reads ahead on all processors and writes in order. */
    private final class Run {
        private final List<IngestResult> results;
        private final Progress progress;
        private final Set<Path> named;
        private final Map<String, Product> written = new HashMap<>();
        private final Preparation preparation = new Preparation(store, files, mapping, new ObservationReader());

        Run(List<IngestResult> results, Progress progress, Set<Path> named) {
            this.results = results;
            this.progress = progress;
            this.named = named;
        }

        void all(List<Source> sources) {
            int threads = Runtime.getRuntime().availableProcessors();
            ExecutorService readers = Executors.newFixedThreadPool(threads, task -> {
                Thread thread = new Thread(task, "ingest-reader");
                thread.setDaemon(true);
                return thread;
            });
            try {
                Iterator<Source> waiting = sources.iterator();
                Deque<Reading> ahead = new ArrayDeque<>();
                while (waiting.hasNext() || !ahead.isEmpty()) {
                    while (waiting.hasNext() && ahead.size() < threads * AHEAD) {
                        Source source = waiting.next();
                        ahead.add(new Reading(source, readers.submit(() -> preparation.prepare(source))));
                    }
                    Reading next = ahead.remove();
                    add(results, progress, finish(next));
                }
            } finally {
                readers.shutdownNow();
            }
        }

        private IngestResult finish(Reading reading) {
            String place = reading.source().file().toString();
            try {
                return write(reading.source(), place, reading.prepared().get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Fault fault) {
                    return failed(place, fault);
                }
                return unexpected(place, e.getCause());
            } catch (Fault e) {
                return failed(place, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Fault(SourceFault.UNEXPECTED, "The ingest was interrupted; run it again to go on.", e);
            } catch (RuntimeException e) {
                return unexpected(place, e);
            }
        }

        private IngestResult write(Source source, String place, Preparation.Prepared prepared) {
            return switch (prepared.state()) {
                case UNCHANGED -> IngestResult.of(
                        place, IngestResult.Status.UNCHANGED, prepared.known(), prepared.notes());
                case COMPANION -> {
                    if (named.contains(source.file())) {
                        throw new Fault(
                                SourceFault.NO_EVENT_LIST,
                                "The file holds instrument responses or an index, but no event list.");
                    }
                    yield IngestResult.companion(place);
                }
                case READY -> store(place, prepared);
            };
        }

        private IngestResult store(String place, Preparation.Prepared prepared) {
            Product product = prepared.product().orElseThrow();
            Product before = written.putIfAbsent(product.id().text(), product);
            if (before != null
                    && !before.files()
                            .get(0)
                            .sha256()
                            .equals(product.files().get(0).sha256())) {
                throw new Fault(
                        SourceFault.CONFLICT,
                        "Another version of run " + product.obsId() + " was ingested a moment ago from "
                                + before.files().get(0).location().path() + "; keep one of the two.");
            }
            if (before != null) {
                return IngestResult.of(
                        place, IngestResult.Status.UNCHANGED, product.id().text(), prepared.notes());
            }
            IngestResult.Status status =
                    switch (store.store(product)) {
                        case LOADED -> IngestResult.Status.LOADED;
                        case UNCHANGED -> IngestResult.Status.UNCHANGED;
                        case REPLACED -> IngestResult.Status.REPLACED;
                    };
            return IngestResult.of(place, status, product.id().text(), prepared.notes());
        }

        private static IngestResult failed(String place, Fault fault) {
            if (fault.code() == ArchiveFault.DATABASE) {
                throw fault;
            }
            if (fault.code().category().isServiceFault()) {
                LOG.error("Ingest of {}", place, fault);
            }
            return IngestResult.failed(place, IngestResult.Status.FAILED, fault.code(), fault.getMessage());
        }

        private static IngestResult unexpected(String place, Throwable failure) {
            LOG.error("Ingest of {}", place, failure);
            return IngestResult.failed(
                    place,
                    IngestResult.Status.FAILED,
                    SourceFault.UNEXPECTED,
                    "Reading it failed in a way nobody thought of; the log has the details.");
        }
    }

    private record Reading(Source source, Future<Preparation.Prepared> prepared) {}
}
