package org.ctavo.ingest.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.ctavo.archive.dl3.ObsIndex;

/**
 * A file that should hold an event list.
 *
 * @param file where it is
 * @param run what an index says of it; empty where there is no index
 */
public record Source(Path file, Optional<IndexedRun> run) {

    /**
     * A run as the indexes describe it.
     *
     * @param obsId OBS_ID
     * @param eventsHdu name of the HDU with the events, in upper case
     * @param goodTimes where its good times are
     * @param area where its effective area is
     * @param spread where its point spread function is
     * @param dispersion where its energy dispersion is
     * @param background where its background rate is; nothing is read from it
     * @param row its row of the observation index
     */
    public record IndexedRun(
            long obsId,
            String eventsHdu,
            Optional<HduPlace> goodTimes,
            Optional<HduPlace> area,
            Optional<HduPlace> spread,
            Optional<HduPlace> dispersion,
            Optional<HduPlace> background,
            Optional<ObsIndex.Row> row) {

        /** The places of what the description is made from, but that of the events, in a fixed order. */
        public List<Optional<HduPlace>> places() {
            return List.of(goodTimes, area, spread, dispersion);
        }

        /** The files of all places but that of the events, as far as they are there. */
        public Stream<Path> files() {
            return Stream.concat(places().stream(), Stream.of(background))
                    .flatMap(Optional::stream)
                    .flatMap(place -> place.file().stream());
        }
    }

    /**
     * An HDU in a file.
     *
     * @param file empty if it is not there
     * @param hduName in upper case
     */
    public record HduPlace(Optional<Path> file, String hduName) {}
}
