package org.ctavo.uws;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/**
 * The file parts that were sent with a job, kept until it runs and as long as it lives. Safe for use by any number of
 * threads, but parts of the same name are stored one after the other.
 *
 * @param directory the job's place for them, see {@link JobRun#uploads()}
 * @param mostBytes of all of them together
 */
public record JobUploads(Path directory, long mostBytes) {
    private static final int MOST_PARTS = 100;
    private static final int LONGEST_NAME = 100;
    private static final String ABOUT = ".about";

    /**
     * Stores a part; one of the same name that was stored before is replaced.
     *
     * @throws Fault {@code BODY_TOO_LARGE} beyond the limit, {@code BAD_PARAMETER} for a name that is too long
     */
    public void store(String name, Exchange.Part part) throws IOException {
        Path file = file(name)
                .orElseThrow(() -> new Fault(
                        RequestFault.BAD_PARAMETER,
                        "The name of a file part is empty or longer than " + LONGEST_NAME + " bytes."));
        Files.createDirectories(directory);
        checkRoom(file, part.size());
        try (InputStream content = part.open()) {
            Files.deleteIfExists(file);
            Files.copy(content, file);
        }
        Files.write(about(file), List.of(line(part.contentType()), line(part.fileName())), StandardCharsets.UTF_8);
    }

    private void checkRoom(Path file, long size) throws IOException {
        long sum = size;
        long count = 1;
        try (Stream<Path> stored = Files.list(directory)) {
            for (Path other : (Iterable<Path>) stored::iterator) {
                if (!other.equals(file) && !other.toString().endsWith(ABOUT)) {
                    sum += Files.size(other);
                    count++;
                }
            }
        }
        if (sum > mostBytes || count > MOST_PARTS) {
            throw new Fault(
                    RequestFault.BODY_TOO_LARGE,
                    "The files of a job may have " + mostBytes + " bytes in all, and be " + MOST_PARTS + " at most.");
        }
    }

    /** A part by its name, case-sensitive; empty if it was not sent. */
    public Optional<Exchange.Part> find(String name) {
        return file(name).filter(Files::isRegularFile).map(StoredPart::new);
    }

    /** Hexadecimal, so that a name can be anything and name no other file. */
    private Optional<Path> file(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return bytes.length == 0 || bytes.length > LONGEST_NAME
                ? Optional.empty()
                : Optional.of(directory.resolve(HexFormat.of().formatHex(bytes)));
    }

    private static Path about(Path file) {
        return file.resolveSibling(file.getFileName() + ABOUT);
    }

    private static String line(Optional<String> text) {
        return text.map(value -> value.replaceAll("\\R", " ")).orElse("");
    }

    /** A part as it was sent. */
    private record StoredPart(Path file) implements Exchange.Part {
        @Override
        public Optional<String> contentType() {
            return about(0);
        }

        @Override
        public Optional<String> fileName() {
            return about(1);
        }

        private Optional<String> about(int line) {
            try {
                return Optional.of(Files.readAllLines(JobUploads.about(file)).get(line))
                        .filter(text -> !text.isEmpty());
            } catch (IOException e) {
                throw gone(e);
            }
        }

        @Override
        public long size() {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw gone(e);
            }
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        private static Fault gone(IOException e) {
            return new Fault(
                    JobFault.RESULT_STORE, "A file sent with the job can no longer be read; send it again.", e);
        }
    }
}
