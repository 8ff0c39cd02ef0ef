package org.ctavo.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;

/**
 * Where the archive's files lie: named directories ("roots"), so that the database speaks of {@code name} and
 * {@code path} and a disk can move. What a setting says of a name goes before what the database remembers. Safe for use
 * by any number of threads.
 */
public final class FileStore {
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Za-z0-9._-]+");

    private final Database database;
    private final Map<String, Path> configured;

    /**
     * A store over the roots the database remembers and those configured.
     *
     * @param configured directories by the names of their roots
     */
    public FileStore(Database database, Map<String, Path> configured) {
        this.database = database;
        this.configured = Map.copyOf(configured);
    }

    /**
     * The place of a file that is below a root.
     *
     * @throws Fault {@code OUTSIDE_ROOTS} if it is below none, or reached by a link that leaves its root
     */
    public ProductFile.Location locate(Path file) {
        Path real = real(file);
        Map.Entry<String, Path> root = rootOf(real)
                .orElseThrow(() -> new Fault(
                        ArchiveFault.OUTSIDE_ROOTS,
                        "A link leads out of the archive's directories; ingest the directory it leads to."));
        String path = real(root.getValue()).relativize(real).toString().replace('\\', '/');
        return new ProductFile.Location(root.getKey(), path);
    }

    /** The deepest root that holds a file: one that was there first stays, whatever is made a root above it. */
    private Optional<Map.Entry<String, Path>> rootOf(Path real) {
        return roots().entrySet().stream()
                .filter(root -> Files.isDirectory(root.getValue()) && real.startsWith(real(root.getValue())))
                .max(Comparator.comparingInt(root -> real(root.getValue()).getNameCount()));
    }

    /**
     * The file at a place.
     *
     * @throws Fault {@code NO_SUCH_FILE} if there is none, whatever the reason: the answer tells nothing of the disk
     */
    public Path resolve(ProductFile.Location location) {
        return resolver().apply(location);
    }

    /**
     * Resolves many places, as {@link #resolve} does one, by the roots as they are now; for one request, which asks for
     * the roots once.
     */
    public Function<ProductFile.Location, Path> resolver() {
        Function<ProductFile.Location, Optional<Path>> finder = finder();
        return location -> finder.apply(location)
                .orElseThrow(() ->
                        new Fault(ArchiveFault.NO_SUCH_FILE, "The file is not there; tell the archive's operator."));
    }

    /** Finds the files at many places as {@link #resolver} does; empty where there is none. */
    public Function<ProductFile.Location, Optional<Path>> finder() {
        Map<String, Path> directories = new HashMap<>();
        roots().forEach((name, directory) -> {
            if (Files.isDirectory(directory)) {
                directories.put(name, real(directory));
            }
        });
        return location -> below(directories.get(location.root()), location.path());
    }

    private static Optional<Path> below(Path directory, String path) {
        if (directory == null) {
            return Optional.empty();
        }
        Path file = directory.resolve(path).normalize();
        boolean isThere = file.startsWith(directory) && Files.isRegularFile(file);
        return isThere && real(file).startsWith(directory) ? Optional.of(file) : Optional.empty();
    }

    /**
     * Makes a directory a root unless it lies below one. Its name becomes that of the directory, with a number where
     * that is taken.
     *
     * @return the root's name
     */
    public String register(Path directory) {
        Path real = real(directory);
        Optional<Map.Entry<String, Path>> known = rootOf(real);
        if (known.isPresent()) {
            return known.get().getKey();
        }
        String name =
                Optional.ofNullable(real.getFileName()).map(Path::toString).orElse("root");
        String clean = NOT_IN_NAMES.matcher(name).replaceAll("_").replaceFirst("^[._-]+", "");
        String base = clean.isEmpty() ? "root" : clean;
        for (int i = 1; ; i++) {
            String candidate = i == 1 ? base : base + "-" + i;
            if (!configured.containsKey(candidate) && remember(candidate, real)) {
                return candidate;
            }
        }
    }

    /** Whether the name now stands for the directory, in the database. */
    private boolean remember(String name, Path directory) {
        try (Connection connection = database.asIngest();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO archive.file_root (name, directory) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, name);
            insert.setString(2, directory.toString());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw ProductStore.fault(e);
        }
        return directory.equals(roots().get(name));
    }

    /** The directories of all roots by name, configured ones first; they need not be there. */
    public Map<String, Path> roots() {
        Map<String, Path> roots = new LinkedHashMap<>(configured);
        try (Connection connection = database.asService();
                PreparedStatement select =
                        connection.prepareStatement("SELECT name, directory FROM archive.file_root ORDER BY name");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                roots.putIfAbsent(rows.getString(1), Path.of(rows.getString(2)));
            }
        } catch (SQLException e) {
            throw ProductStore.fault(e);
        }
        return roots;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new Fault(ArchiveFault.NO_SUCH_FILE, "A file or directory is not there or may not be read.", e);
        }
    }

    /** SHA-256 of a file, in hexadecimal. */
    public static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                digest.update(buffer, 0, got);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
