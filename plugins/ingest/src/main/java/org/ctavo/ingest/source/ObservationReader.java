package org.ctavo.ingest.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.ctavo.archive.dl3.Dl3Fault;
import org.ctavo.archive.dl3.Dl3File;
import org.ctavo.archive.dl3.EventTable;
import org.ctavo.archive.dl3.GoodTimes;
import org.ctavo.archive.dl3.Observation;
import org.ctavo.spi.Fault;

/**
 * Reads sources with all that belongs to them. Files that many runs share, as responses apart from the events, are read
 * once. Safe for use by any number of threads; use one for one ingest, since it remembers.
 */
public final class ObservationReader {
    /** Files of responses that may be remembered; their tables are small once read. */
    private static final int MOST_REMEMBERED = 10_000;

    private final Map<Path, Dl3File> companions = new ConcurrentHashMap<>();

    /**
     * What was read of a source.
     *
     * @param observation the observation
     * @param file the file of its events
     * @param companions other files that its good times and responses came from
     * @param notes what a user should know
     */
    public record Reading(Observation observation, Dl3File file, Map<Path, Dl3File> companions, List<String> notes) {

        /** Copies the collections. */
        public Reading {
            companions = Map.copyOf(companions);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Reads a source to its end.
     *
     * @return empty if the file holds no event list but what belongs to others (responses, an index)
     * @throws Fault with the reason if it cannot be published
     */
    public Optional<Reading> read(Source source) {
        Dl3File file = Dl3File.read(source.file());
        if (file.isCompanion() && source.run().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Assembly(source, file).reading());
    }

    /** The files apart from the events that a source's responses come from, read. */
    public Map<Path, Dl3File> companionsOf(Source source) {
        Map<Path, Dl3File> files = new TreeMap<>();
        source.run().ifPresent(run -> {
            run.files()
                    .filter(path -> !path.equals(source.file()))
                    .forEach(path -> files.computeIfAbsent(path, this::companion));
        });
        return files;
    }

    private Dl3File companion(Path path) {
        if (companions.size() > MOST_REMEMBERED) {
            companions.clear();
        }
        Dl3File known = companions.get(path);
        if (known == null) {
            try {
                known = Dl3File.read(path);
            } catch (Fault e) {
                throw new Fault(e.code(), "In " + path.getFileName() + ", which belongs to it: " + e.getMessage(), e);
            }
            companions.put(path, known);
        }
        return known;
    }

    /** Picks the parts of one observation. For one thread. */
    private final class Assembly {
        private final Source source;
        private final Dl3File file;
        private final Map<Path, Dl3File> others;
        private final List<String> notes = new ArrayList<>();

        Assembly(Source source, Dl3File file) {
            this.source = source;
            this.file = file;
            this.others = companionsOf(source);
        }

        Reading reading() {
            EventTable events = events();
            source.run().ifPresent(run -> {
                if (run.obsId() != events.obsId()) {
                    throw new Fault(
                            Dl3Fault.INDEX_MISMATCH,
                            "The index says run " + run.obsId() + ", the file says run " + events.obsId() + ".");
                }
            });
            Observation observation = Observation.of(
                    events,
                    goodTimes(),
                    response("effective area", Source.IndexedRun::area, Dl3File::areas),
                    response("point spread function", Source.IndexedRun::spread, Dl3File::spreads),
                    response("energy dispersion", Source.IndexedRun::dispersion, Dl3File::dispersions),
                    source.run().flatMap(Source.IndexedRun::row));
            notes.addAll(observation.notes());
            return new Reading(observation, file, others, notes);
        }

        private EventTable events() {
            List<EventTable> found = file.events();
            if (found.isEmpty()) {
                throw new Fault(Dl3Fault.NOT_DL3, "The file is FITS but holds no event list.");
            }
            if (found.size() == 1) {
                return found.get(0);
            }
            return source.run()
                    .flatMap(run -> found.stream()
                            .filter(events -> events.hduName().equals(run.eventsHdu()))
                            .findFirst())
                    .orElseThrow(() -> new Fault(
                            Dl3Fault.NOT_DL3, "The file holds " + found.size() + " event lists; one file, one list."));
        }

        private Optional<GoodTimes> goodTimes() {
            Optional<Source.HduPlace> place = source.run().flatMap(Source.IndexedRun::goodTimes);
            List<GoodTimes> found = place.map(this::fileOf).orElse(file).goodTimes();
            if (found.size() <= 1) {
                return missingGoodTimes(found.stream().findFirst());
            }
            String name = place.map(Source.HduPlace::hduName).orElse("GTI");
            return Optional.of(found.stream()
                    .filter(times -> times.hduName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Fault(
                            Dl3Fault.INCOMPLETE,
                            "The file holds " + found.size() + " tables of good times, none of them " + name + ".")));
        }

        /** An event list that refers to good times, or whose index does, and lacks them has lost them. */
        private Optional<GoodTimes> missingGoodTimes(Optional<GoodTimes> found) {
            boolean expected =
                    source.run().flatMap(Source.IndexedRun::goodTimes).isPresent()
                            || file.events().get(0).keywords().has("DSREF1");
            if (found.isEmpty() && expected) {
                throw new Fault(Dl3Fault.INCOMPLETE, "The table of good times is missing.");
            }
            return found;
        }

        private Dl3File fileOf(Source.HduPlace place) {
            return place.file().map(path -> others.getOrDefault(path, file)).orElse(file);
        }

        private <T> Optional<T> response(
                String what,
                Function<Source.IndexedRun, Optional<Source.HduPlace>> where,
                Function<Dl3File, Map<String, T>> kind) {
            Optional<Source.HduPlace> place = source.run().flatMap(where);
            if (place.isPresent() && place.get().file().isEmpty()) {
                notes.add("the file of its " + what + " is not there");
                return Optional.empty();
            }
            Map<String, T> found = kind.apply(place.map(this::fileOf).orElse(file));
            Optional<T> named =
                    place.map(Source.HduPlace::hduName).flatMap(name -> Optional.ofNullable(found.get(name)));
            if (named.isPresent() || found.size() == 1) {
                return named.or(() -> found.values().stream().findFirst());
            }
            if (found.size() > 1) {
                throw new Fault(
                        Dl3Fault.INCOMPLETE, "There are " + found.size() + " of its " + what + "; no index names one.");
            }
            notes.add("it has no " + what);
            return Optional.empty();
        }
    }
}
