package org.ctavo.uws;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.ctavo.spi.Fault;

/**
 * The files of jobs, each job's in a directory of its own: {@code uploads}, {@code work}, and one directory for each
 * attempt, named by its claim. No attempt ever writes into another's directory, and only the attempt whose claim stands
 * in the database is looked at: so a result is whole or not there, whatever a forgotten node still writes.
 */
public final class JobFiles {
    /** With less than this many bytes a disk is full. */
    private static final long LEAST = 1 << 16;

    private static final String UPLOADS = "uploads";
    private static final String WORK = "work";

    private final Path root;
    private final long reserve;

    /**
     * Files below a directory, which is created when it is first needed.
     *
     * @param reserve bytes of the disk that results leave free
     */
    public JobFiles(Path root, long reserve) {
        this.root = root;
        this.reserve = reserve;
    }

    /**
     * Sees to it that results leave the disk some room.
     *
     * @throws Fault {@code NO_ROOM} if they do not
     */
    void checkRoom() throws IOException {
        if (usable() < reserve) {
            throw noRoom(null);
        }
    }

    /**
     * What to tell of a failure to write: that the disk is full, if that is what it comes from, as the reserve may be
     * eaten up by others.
     *
     * @return {@code NO_ROOM}; empty if there is another reason
     */
    Optional<Fault> fullDisk(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        // What the system says in English; in other languages, or for want of a quota, the disk itself is asked.
        boolean isTold = message.contains("No space left") || message.contains("quota exceeded");
        try {
            return isTold || usable() < LEAST ? Optional.of(noRoom(failure)) : Optional.empty();
        } catch (IOException e) {
            failure.addSuppressed(e);
            return Optional.empty();
        }
    }

    private long usable() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    private static Fault noRoom(IOException cause) {
        return new Fault(
                JobFault.NO_ROOM,
                "The service has no room for results at present; try again later, or ask for a smaller result.",
                cause);
    }

    /** Where a job's files are. The first two digits spread them over directories. */
    private Path directory(JobId id) {
        String name = id.toString();
        return root.resolve(name.substring(0, 2)).resolve(name);
    }

    /** The place of files sent with a job; not created. */
    public Path uploads(JobId id) {
        return directory(id).resolve(UPLOADS);
    }

    /** The place for what must outlive an attempt; created. */
    Path workspace(JobId id) throws IOException {
        return Files.createDirectories(directory(id).resolve(WORK));
    }

    /** The directory of an attempt; created. */
    Path attempt(JobId id, UUID claim) throws IOException {
        return Files.createDirectories(directory(id).resolve(claim.toString()));
    }

    /** The file of a result that an attempt brought. */
    public Path result(JobId id, UUID claim, String resultId) {
        return directory(id).resolve(claim.toString()).resolve(resultId);
    }

    /** Makes the names in an attempt's directory durable. */
    void sync(JobId id, UUID claim) throws IOException {
        try (FileChannel channel = FileChannel.open(directory(id).resolve(claim.toString()), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Deletes what an attempt wrote. */
    void deleteAttempt(JobId id, UUID claim) throws IOException {
        deleteTree(directory(id).resolve(claim.toString()));
    }

    /** Deletes what earlier attempts left, whole or not. */
    void deleteOtherAttempts(JobId id, UUID claim) throws IOException {
        if (!Files.isDirectory(directory(id))) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory(id))) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!name.equals(UPLOADS) && !name.equals(WORK) && !name.equals(claim.toString())) {
                    deleteTree(entry);
                }
            }
        }
    }

    /** Deletes all files of a job. */
    public void delete(JobId id) throws IOException {
        deleteTree(directory(id));
    }

    /** The jobs that have files which nothing has changed since a moment. */
    List<JobId> unchangedSince(Instant moment) throws IOException {
        List<JobId> ids = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return ids;
        }
        try (DirectoryStream<Path> groups = Files.newDirectoryStream(root, "[0-9a-f][0-9a-f]")) {
            for (Path group : groups) {
                try (DirectoryStream<Path> jobs = Files.newDirectoryStream(group)) {
                    for (Path job : jobs) {
                        if (isOlder(job, moment)) {
                            JobId.parse(job.getFileName().toString()).ifPresent(ids::add);
                        }
                    }
                }
            }
        }
        return ids;
    }

    private static boolean isOlder(Path path, Instant moment) throws IOException {
        try {
            return Files.getLastModifiedTime(path).toInstant().isBefore(moment);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void deleteTree(Path top) throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                // Two nodes may delete the same directory.
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
