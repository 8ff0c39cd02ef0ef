package org.ctavo.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ctavo.archive.fits.FitsFile;
import org.ctavo.spi.Fault;

/** The files below a directory, by name, but for hidden ones. Links to directories are not followed. Immutable. */
final class FileTree {
    private static final int MOST_LEVELS = 32;
    private static final String PACKED = ".gz";

    private final Path directory;
    private final List<Path> files;
    private final Map<String, List<Path>> byName;

    private FileTree(Path directory, List<Path> files) {
        this.directory = directory;
        this.files = files;
        this.byName = files.stream()
                .collect(Collectors.groupingBy(file -> file.getFileName().toString()));
    }

    static FileTree of(Path directory) {
        try (Stream<Path> walk = Files.walk(directory, MOST_LEVELS)) {
            return new FileTree(
                    directory,
                    walk.filter(Files::isRegularFile)
                            .filter(file -> !file.getFileName().toString().startsWith("."))
                            .sorted()
                            .toList());
        } catch (IOException | UncheckedIOException e) {
            throw new Fault(SourceFault.NO_SUCH_INPUT, "The directory cannot be read whole; check its permissions.", e);
        }
    }

    Path directory() {
        return directory;
    }

    List<Path> files() {
        return files;
    }

    /** Index tables whose names begin so, by the custom of GADF. */
    List<Path> named(String start) {
        return files.stream()
                .filter(file -> {
                    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                    return name.startsWith(start) && isFitsName(name);
                })
                .filter(FitsFile::looksLikeFits)
                .toList();
    }

    /** Whether a name promises a FITS file. */
    static boolean isFitsName(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(fits|fit|fts)(\\.gz)?");
    }

    /**
     * The file an index means: where it says, else the one of that name whose path ends most alike, else one that was
     * packed or unpacked since.
     *
     * @param from where the index lies
     * @return empty if there is none
     * @throws Fault {@code AMBIGUOUS} if several are as likely
     */
    Optional<Path> find(Path from, String fileDir, String fileName) {
        Path said = from.resolve(fileDir).resolve(fileName).normalize();
        String other = fileName.endsWith(PACKED)
                ? fileName.substring(0, fileName.length() - PACKED.length())
                : fileName + PACKED;
        return likeliest(said)
                .or(() -> likeliest(from.resolve(fileDir).resolve(other).normalize()));
    }

    private Optional<Path> likeliest(Path said) {
        String fileName = said.getFileName().toString();
        List<Path> sameName = byName.getOrDefault(fileName, List.of());
        if (sameName.size() <= 1 || sameName.contains(said)) {
            return sameName.contains(said)
                    ? Optional.of(said)
                    : sameName.stream().findFirst();
        }
        int best = sameName.stream().mapToInt(file -> alike(file, said)).max().orElse(0);
        List<Path> likely =
                sameName.stream().filter(file -> alike(file, said) == best).toList();
        if (likely.size() > 1) {
            throw new Fault(
                    SourceFault.AMBIGUOUS,
                    "The index names " + fileName + ", of which there are " + likely.size() + "; keep one of them.");
        }
        return Optional.of(likely.get(0));
    }

    /** How many last parts two paths share. */
    private static int alike(Path one, Path other) {
        int same = 0;
        while (same < Math.min(one.getNameCount(), other.getNameCount())
                && one.getName(one.getNameCount() - 1 - same).equals(other.getName(other.getNameCount() - 1 - same))) {
            same++;
        }
        return same;
    }
}
