package org.ctavo.war.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.ctavo.spi.Fault;

/**
 * The home directory: settings, database, logs and whatever else a service keeps on disk.
 *
 * @param directory absolute; need not exist yet
 */
public record Home(Path directory) {
    /** Makes the path absolute. */
    public Home {
        directory = directory.toAbsolutePath().normalize();
    }

    /** Keeps a home for one process. Close it when the process ends; the system does so if it is killed. */
    public interface Lock extends AutoCloseable {
        @Override
        void close();
    }

    /** The settings file, which need not exist. */
    public Path settingsFile() {
        return directory.resolve("conf").resolve("cta-vo.properties");
    }

    /** Where descriptions of the site's own tables lie. */
    public Path tables() {
        return directory.resolve("conf").resolve("tables");
    }

    /** Where the embedded database keeps its data. */
    public Path database() {
        return directory.resolve("database");
    }

    /** Where logs are written. */
    public Path logs() {
        return directory.resolve("logs");
    }

    /** Where the bundled simulated observations are written. */
    public Path simulated() {
        return directory.resolve("simulated");
    }

    /** A path of the settings: as it stands if it is absolute, else from the home. */
    public Path resolve(Path path) {
        return directory.resolve(path).normalize();
    }

    /**
     * Makes the home exist and proves that it can be written.
     *
     * @throws Fault {@link StartFault#HOME_NOT_WRITABLE}
     */
    public void prepare() {
        try {
            Files.createDirectories(directory.resolve("conf"));
            Files.createDirectories(logs());
            Files.delete(Files.createTempFile(directory, ".write", null));
        } catch (IOException e) {
            throw new Fault(
                    StartFault.HOME_NOT_WRITABLE,
                    "The home directory " + directory + " cannot be written; choose another with --home DIR"
                            + " or CTAVO_HOME",
                    e);
        }
    }

    /**
     * Takes the home for this process.
     *
     * @throws Fault {@link StartFault#HOME_IN_USE} if another process has it, or another service of this one
     */
    public Lock lock() {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                FileChannel held = channel;
                return () -> closeQuietly(held);
            }
            closeQuietly(channel);
            throw inUse(null);
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel);
            throw inUse(e);
        } catch (IOException e) {
            throw new Fault(StartFault.HOME_NOT_WRITABLE, "The home directory " + directory + " cannot be locked", e);
        }
    }

    private Fault inUse(Throwable cause) {
        return new Fault(
                StartFault.HOME_IN_USE,
                "The home directory " + directory + " is in use by another process; stop that one or choose another"
                        + " with --home DIR",
                cause);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Closing gives the lock back whether or not it complains. No log may be opened yet.
            return;
        }
    }
}
