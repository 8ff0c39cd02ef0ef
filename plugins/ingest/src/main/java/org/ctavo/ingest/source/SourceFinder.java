package org.ctavo.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.ctavo.archive.dl3.HduIndex;
import org.ctavo.archive.dl3.ObsIndex;
import org.ctavo.archive.fits.FitsFault;
import org.ctavo.archive.fits.FitsFile;
import org.ctavo.spi.Fault;

/** Finds the event lists in files and directories. For one thread, one use. */
public final class SourceFinder {
    private final Map<Path, Source> sources = new TreeMap<>();
    private final List<Sources.Problem> problems = new ArrayList<>();
    private final Set<Path> directories = new LinkedHashSet<>();

    private SourceFinder() {}

    /**
     * Looks through files and directories. A directory with an HDU index gives the runs of the index, any other every
     * FITS file in it.
     *
     * @throws Fault {@code NO_SUCH_INPUT} if one of them is not there or may not be read
     */
    public static Sources find(List<Path> inputs) {
        SourceFinder finder = new SourceFinder();
        for (Path input : inputs) {
            finder.take(input);
        }
        return new Sources(List.copyOf(finder.sources.values()), finder.problems, List.copyOf(finder.directories));
    }

    private void take(Path input) {
        Path real;
        try {
            real = input.toRealPath();
        } catch (IOException e) {
            throw new Fault(SourceFault.NO_SUCH_INPUT, "There is no readable file or directory " + input + ".", e);
        }
        if (!Files.isReadable(real)) {
            throw new Fault(SourceFault.NO_SUCH_INPUT, input + " may not be read; check its permissions.");
        }
        if (Files.isDirectory(real)) {
            directories.add(real);
            takeDirectory(FileTree.of(real));
        } else {
            directories.add(real.getParent());
            add(new Source(real, Optional.empty()));
        }
    }

    private void add(Source source) {
        Source known = sources.get(source.file());
        if (known == null || known.run().isEmpty()) {
            // What an index says is worth more than the bare file.
            sources.put(source.file(), source);
        } else if (source.run().isPresent()
                && source.run().get().obsId() != known.run().get().obsId()) {
            problems.add(new Sources.Problem(
                    source.file().toString(),
                    SourceFault.AMBIGUOUS,
                    "The index finds run " + source.run().get().obsId() + " in the file of run "
                            + known.run().get().obsId() + "; one file, one event list."));
        }
    }

    private void takeDirectory(FileTree tree) {
        int sourcesBefore = sources.size();
        int problemsBefore = problems.size();
        boolean indexed = false;
        for (Path index : tree.named("hdu-index")) {
            try {
                Optional<HduIndex> rows = HduIndex.read(index);
                if (rows.isPresent()) {
                    indexed = true;
                    takeIndex(tree, index, rows.get());
                }
            } catch (Fault e) {
                problems.add(new Sources.Problem(index.toString(), e.code(), e.getMessage()));
            }
        }
        if (!indexed) {
            tree.files().forEach(this::takeAny);
        }
        if (sources.size() == sourcesBefore && problems.size() == problemsBefore) {
            problems.add(new Sources.Problem(
                    tree.directory().toString(), SourceFault.NO_EVENT_LIST, "There is no FITS file in the directory."));
        }
    }

    private void takeAny(Path file) {
        if (FitsFile.looksLikeFits(file)) {
            add(new Source(file, Optional.empty()));
        } else if (FileTree.isFitsName(file.getFileName().toString())) {
            // Its name promises what it does not hold; reading it again gives the reason.
            add(new Source(file, Optional.empty()));
        }
    }

    private void takeIndex(FileTree tree, Path index, HduIndex rows) {
        ObsIndex observations = observations(tree, index);
        Map<Long, Map<String, HduIndex.Row>> runs = new TreeMap<>();
        for (HduIndex.Row row : rows.rows()) {
            runs.computeIfAbsent(row.obsId(), id -> new TreeMap<>()).putIfAbsent(row.type(), row);
        }
        runs.forEach((obsId, hdus) -> takeRun(tree, index, obsId, hdus, observations));
    }

    private ObsIndex observations(FileTree tree, Path index) {
        for (Path file : tree.named("obs-index")) {
            if (file.getParent().equals(index.getParent())) {
                try {
                    return ObsIndex.read(file);
                } catch (Fault e) {
                    problems.add(new Sources.Problem(file.toString(), e.code(), e.getMessage()));
                }
            }
        }
        return ObsIndex.NONE;
    }

    private void takeRun(FileTree tree, Path index, long obsId, Map<String, HduIndex.Row> hdus, ObsIndex observations) {
        HduIndex.Row events = hdus.get("events");
        String place = index + ", run " + obsId;
        if (events == null) {
            problems.add(new Sources.Problem(
                    place, SourceFault.NO_EVENT_LIST, "The index names no event list for run " + obsId + "."));
            return;
        }
        try {
            Optional<Path> file = tree.find(index.getParent(), events.fileDir(), events.fileName());
            if (file.isEmpty()) {
                problems.add(new Sources.Problem(
                        place,
                        SourceFault.MISSING_FILE,
                        "The index names " + events.fileName() + ", which is not in the directory."));
                return;
            }
            add(new Source(
                    file.get(),
                    Optional.of(new Source.IndexedRun(
                            obsId,
                            events.hduName(),
                            place(tree, index, hdus.get("gti")),
                            place(tree, index, hdus.get("aeff")),
                            place(tree, index, hdus.get("psf")),
                            place(tree, index, hdus.get("edisp")),
                            place(tree, index, hdus.get("bkg")),
                            Optional.ofNullable(observations.rows().get(obsId))))));
        } catch (InvalidPathException e) {
            problems.add(new Sources.Problem(
                    place, FitsFault.DAMAGED, "The index has a file name for run " + obsId + " that is none."));
        } catch (Fault e) {
            problems.add(new Sources.Problem(place, e.code(), e.getMessage()));
        }
    }

    private static Optional<Source.HduPlace> place(FileTree tree, Path index, HduIndex.Row row) {
        return Optional.ofNullable(row)
                .map(known -> new Source.HduPlace(
                        tree.find(index.getParent(), known.fileDir(), known.fileName()), known.hduName()));
    }
}
