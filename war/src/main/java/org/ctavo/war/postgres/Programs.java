package org.ctavo.war.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.ctavo.spi.Fault;
import org.ctavo.war.settings.StartFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once from the archive on the class path. */
final class Programs {
    private static final Logger LOG = LoggerFactory.getLogger(Programs.class);
    private static final int OWNER_EXECUTES = 0100;

    private final Path directory;

    private Programs(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes the programs of a release exist below a directory. Several processes may do so at once.
     *
     * @param cache shared by any number of homes
     * @param release such as {@code 18.4.0}
     */
    static Programs unpacked(Path cache, String release) {
        Path wanted = cache.resolve(release);
        if (!Files.isDirectory(wanted)) {
            LOG.info("Unpacking PostgreSQL {} to {}", release, wanted);
            try {
                unpack(cache, wanted);
            } catch (IOException e) {
                throw new Fault(
                        StartFault.DATABASE_START,
                        "The programs of the embedded PostgreSQL cannot be unpacked to " + wanted + ": " + reason(e)
                                + "; check the space and the permissions there",
                        e);
            }
        }
        return new Programs(wanted);
    }

    /**
     * A command line for a program that stays. In a session of its own, Ctrl-C at the terminal reaches only this
     * process, which then stops the other in its turn.
     */
    List<String> lastingCommand(String program) {
        return Stream.concat(Stream.of("setsid"), command(program).stream()).toList();
    }

    /** A command line for one of the programs, such as {@code initdb}, that works for root as well. */
    List<String> command(String program) {
        String path = directory.resolve("bin").resolve(program).toString();
        // PostgreSQL refuses to run as root; in a user namespace of its own the same process is nobody.
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U", path) : List.of(path);
    }

    private static void unpack(Path cache, Path wanted) throws IOException {
        Files.createDirectories(cache);
        Path partial = Files.createTempDirectory(cache, ".unpacking");
        try (InputStream packed = archive();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, partial);
            }
            Files.setPosixFilePermissions(partial, permissions(true));
            Files.move(partial, wanted, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(partial);
            // Another process may have been quicker; what it unpacked is the same.
            if (!Files.isDirectory(wanted)) {
                throw e;
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("The archive leaves its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            Files.setPosixFilePermissions(target, permissions((entry.getMode() & OWNER_EXECUTES) != 0));
        }
    }

    private static Set<PosixFilePermission> permissions(boolean executable) {
        EnumSet<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
        if (executable) {
            permissions.addAll(EnumSet.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        return permissions;
    }

    private static InputStream archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch");
        InputStream archive = null;
        if (system.equals("linux") && (machine.equals("amd64") || machine.equals("x86_64"))) {
            archive = Programs.class.getResourceAsStream("/postgres-linux-x86_64.txz");
        }
        if (archive == null) {
            throw new Fault(
                    StartFault.DATABASE_START,
                    "There is no embedded PostgreSQL for " + system + " on " + machine
                            + "; set database.url to a server of your own");
        }
        return archive;
    }

    /** Deletes a directory with all below it. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> below = Files.walk(directory)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Why an operation on files failed, for people. */
    static String reason(IOException e) {
        return e instanceof FileAlreadyExistsException ? "it exists already" : e.getMessage();
    }
}
