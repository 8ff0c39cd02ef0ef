package org.ctavo.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.ctavo.archive.FileStore;
import org.ctavo.archive.ProductFile;
import org.ctavo.preview.summary.Subject;
import org.ctavo.preview.summary.Summary;
import org.ctavo.preview.summary.SummaryReader;

/** Files as subjects, for tests without a catalogue. */
public final class Subjecting {
    private Subjecting() {}

    /** The subject that a file is. */
    public static Subject of(Path file, OptionalDouble fieldOfView) {
        try {
            return new Subject(
                    "ivo://test.archive/runs?" + file.getFileName(),
                    "42",
                    Optional.of("Somewhere"),
                    Optional.of("TEST"),
                    Optional.empty(),
                    fieldOfView,
                    new ProductFile(
                            ProductFile.Role.EVENT_LIST,
                            new ProductFile.Location("runs", file.getFileName().toString()),
                            "application/fits",
                            Files.size(file),
                            FileStore.sha256(file),
                            List.of("EVENTS", "GTI"),
                            Instant.EPOCH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file comes to. */
    public static Summary read(Path file, OptionalDouble fieldOfView) {
        return SummaryReader.read(of(file, fieldOfView), file);
    }
}
