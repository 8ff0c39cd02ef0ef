package org.ctavo.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.ctavo.archive.FileStore;
import org.ctavo.archive.KnownFile;
import org.ctavo.archive.Product;
import org.ctavo.archive.ProductFile;
import org.ctavo.archive.ProductStore;
import org.ctavo.archive.dl3.Dl3File;
import org.ctavo.archive.fits.FitsFault;
import org.ctavo.ingest.mapping.EventListMapping;
import org.ctavo.ingest.source.ObservationReader;
import org.ctavo.ingest.source.Source;
import org.ctavo.ingest.source.SourceFault;
import org.ctavo.spi.Fault;

/** From a source to a product ready to be written, or the news that there is nothing to write. For many threads. */
final class Preparation {
    private static final String FITS = "application/fits";

    private final ProductStore store;
    private final FileStore files;
    private final EventListMapping mapping;
    private final ObservationReader reader;

    Preparation(ProductStore store, FileStore files, EventListMapping mapping, ObservationReader reader) {
        this.store = store;
        this.files = files;
        this.mapping = mapping;
        this.reader = reader;
    }

    /** What can come of a source. */
    enum State {
        UNCHANGED,
        COMPANION,
        READY
    }

    /**
     * What came of a source.
     *
     * @param known the identifier of the product that is there already; empty text unless unchanged
     * @param product what to write; empty unless ready
     */
    record Prepared(State state, String known, Optional<Product> product, List<String> notes) {}

    Prepared prepare(Source source) {
        ProductFile.Location location = files.locate(source.file());
        Optional<KnownFile> known = store.find(location);
        if (known.isPresent() && isUnchanged(source, known.get())) {
            return new Prepared(State.UNCHANGED, known.get().product(), Optional.empty(), List.of());
        }
        Optional<ObservationReader.Reading> reading = reader.read(source);
        if (reading.isEmpty()) {
            return new Prepared(State.COMPANION, "", Optional.empty(), List.of());
        }
        Map<Path, Dl3File> companions = reading.get().companions();
        Dl3File own = reading.get().file();
        List<ProductFile> parts = new ArrayList<>();
        parts.add(file(ProductFile.Role.EVENT_LIST, source.file(), own));
        new TreeMap<>(companions).forEach((path, file) -> parts.add(file(ProductFile.Role.IRF, path, file)));
        String fingerprint = fingerprint(source, own.seal().sha256(), companions);
        Product product = mapping.product(reading.get(), parts, fingerprint);
        return new Prepared(State.READY, "", Optional.of(product), reading.get().notes());
    }

    /** A file is read a first time only for its hash where its size gives reason to think that nothing changed. */
    private boolean isUnchanged(Source source, KnownFile known) {
        try {
            return Files.size(source.file()) == known.bytes()
                    && FileStore.sha256(source.file()).equals(known.sha256())
                    && fingerprint(source, known.sha256(), reader.companionsOf(source))
                            .equals(known.fingerprint());
        } catch (IOException e) {
            throw new Fault(FitsFault.UNREADABLE, "The file cannot be read; check its permissions.", e);
        }
    }

    private ProductFile file(ProductFile.Role role, Path path, Dl3File content) {
        try {
            if (Files.size(path) != content.seal().bytes()) {
                throw new Fault(SourceFault.CHANGED, "The file is being written; ingest it when it is complete.");
            }
            Instant modified = Files.getLastModifiedTime(path).toInstant();
            return new ProductFile(
                    role,
                    files.locate(path),
                    FITS,
                    content.seal().bytes(),
                    content.seal().sha256(),
                    content.extensionNames(),
                    modified);
        } catch (IOException e) {
            throw new Fault(FitsFault.UNREADABLE, "The file cannot be read; check its permissions.", e);
        }
    }

    /** Everything the description depends on, boiled down: files, what an index says, and the rules. */
    private String fingerprint(Source source, String sha256, Map<Path, Dl3File> companions) {
        StringBuilder text = new StringBuilder(mapping.summary()).append('\n').append(sha256);
        new TreeMap<>(companions).values().forEach(file -> text.append('\n')
                .append(file.seal().sha256()));
        source.run().ifPresent(run -> {
            text.append('\n').append(run.eventsHdu()).append('\n').append(run.row());
            run.places().forEach(place -> text.append('\n')
                    .append(place.map(Source.HduPlace::hduName).orElse("")));
        });
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
