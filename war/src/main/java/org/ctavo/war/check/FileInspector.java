package org.ctavo.war.check;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.ctavo.archive.FileStore;

/** Holds files against what is listed of them. Safe for use by any number of threads. */
final class FileInspector {
    private final Map<String, Path> roots;
    private final Map<String, Path> realRoots = new HashMap<>();
    private final boolean isQuick;

    /**
     * An inspector.
     *
     * @param roots directories by name
     * @param isQuick whether to leave the bytes unread
     */
    FileInspector(Map<String, Path> roots, boolean isQuick) {
        this.roots = Map.copyOf(roots);
        this.isQuick = isQuick;
        roots.forEach((name, directory) -> {
            try {
                if (Files.isDirectory(directory) && Files.isReadable(directory)) {
                    realRoots.put(name, directory.toRealPath());
                }
            } catch (IOException e) {
                // Every file of it will be found to lie in a directory that is away.
                realRoots.remove(name);
            }
        });
    }

    /** What is wrong with a file; empty if it is as listed. */
    Optional<Finding> inspect(ListedFile listed) {
        Path root = realRoots.get(listed.location().root());
        if (root == null) {
            Path known = roots.get(listed.location().root());
            return known == null
                    ? found(listed, FileFault.NO_ROOT, "")
                    : found(listed, FileFault.ROOT_AWAY, known.toString());
        }
        try {
            Path place = root.resolve(listed.location().path()).normalize();
            if (!place.startsWith(root)) {
                return found(listed, FileFault.OUTSIDE, place.toString());
            }
            Path real = place.toRealPath();
            if (!real.startsWith(root)) {
                return found(listed, FileFault.OUTSIDE, real.toString());
            }
            if (!Files.isRegularFile(real)) {
                return found(listed, FileFault.NO_FILE, real.toString());
            }
            return content(listed, real);
        } catch (NoSuchFileException e) {
            return found(
                    listed,
                    FileFault.MISSING,
                    root.resolve(listed.location().path()).toString());
        } catch (IOException | InvalidPathException e) {
            return found(listed, FileFault.UNREADABLE, reason(e));
        }
    }

    private Optional<Finding> content(ListedFile listed, Path file) throws IOException {
        long size = Files.size(file);
        if (size != listed.bytes()) {
            return found(listed, FileFault.SIZE, size + " bytes, not " + listed.bytes());
        }
        if (isQuick) {
            return Files.isReadable(file) ? Optional.empty() : found(listed, FileFault.UNREADABLE, "permission denied");
        }
        String sha256 = FileStore.sha256(file);
        return sha256.equals(listed.sha256())
                ? Optional.empty()
                : found(listed, FileFault.CHECKSUM, sha256 + ", not " + listed.sha256());
    }

    /** What the system says, without the names that Java has for it. */
    private static String reason(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return String.valueOf(e.getMessage());
    }

    private static Optional<Finding> found(ListedFile file, FileFault fault, String detail) {
        return Optional.of(new Finding(file, fault, detail));
    }
}
