package org.ctavo.archive.dl3;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ctavo.archive.fits.FitsFile;
import org.ctavo.archive.fits.FitsHeader;
import org.ctavo.archive.fits.Hdu;
import org.ctavo.archive.fits.TableLayout;
import org.ctavo.spi.Fault;

/**
 * All that is wanted of a DL3 file, be it events with their responses, responses alone or an index.
 *
 * @param seal its size and hash
 * @param primary the keywords of its primary HDU
 * @param events its event lists
 * @param goodTimes its tables of good times
 * @param areas its effective areas, by HDU name in upper case
 * @param spreads its point spread functions, by HDU name in upper case
 * @param dispersions its energy dispersions, by HDU name in upper case
 * @param parts its HDUs, in order
 */
public record Dl3File(
        FitsFile.Seal seal,
        FitsHeader primary,
        List<EventTable> events,
        List<GoodTimes> goodTimes,
        Map<String, EffectiveArea> areas,
        Map<String, PointSpread> spreads,
        Map<String, EnergyDispersion> dispersions,
        List<Part> parts) {

    /**
     * An HDU.
     *
     * @param name EXTNAME in upper case; empty text if it has none
     * @param kind what it is
     */
    public record Part(String name, HduKind kind) {}

    /** Copies the lists and maps. */
    public Dl3File {
        events = List.copyOf(events);
        goodTimes = List.copyOf(goodTimes);
        areas = Map.copyOf(areas);
        spreads = Map.copyOf(spreads);
        dispersions = Map.copyOf(dispersions);
        parts = List.copyOf(parts);
    }

    /**
     * Reads a file to its end.
     *
     * @throws Fault with the reason if it is damaged, cut or implausible
     */
    public static Dl3File read(Path path) {
        Reading reading = new Reading();
        try (FitsFile file = FitsFile.open(path)) {
            for (Optional<Hdu> hdu = file.next(); hdu.isPresent(); hdu = file.next()) {
                reading.take(file, hdu.get());
            }
            return reading.result(file.seal());
        }
    }

    /** Whether it is a file that belongs to event lists without holding one: responses or an index. */
    public boolean isCompanion() {
        return events.isEmpty() && parts.stream().anyMatch(part -> part.kind().isCompanion());
    }

    /** The names of its extensions, in order. */
    public List<String> extensionNames() {
        return parts.stream().map(Part::name).filter(name -> !name.isEmpty()).toList();
    }

    /** What has been read so far. For one thread. */
    private static final class Reading {
        private FitsHeader primary;
        private final List<EventTable> events = new ArrayList<>();
        private final List<GoodTimes> goodTimes = new ArrayList<>();
        private final Map<String, EffectiveArea> areas = new LinkedHashMap<>();
        private final Map<String, PointSpread> spreads = new LinkedHashMap<>();
        private final Map<String, EnergyDispersion> dispersions = new LinkedHashMap<>();
        private final List<Part> parts = new ArrayList<>();

        void take(FitsFile file, Hdu hdu) {
            if (hdu.index() == 0) {
                primary = hdu.header();
            }
            HduKind kind = HduKind.of(hdu);
            parts.add(new Part(hdu.extensionName(), kind));
            hdu.table().ifPresent(layout -> takeTable(file, hdu, layout, kind));
        }

        private void takeTable(FitsFile file, Hdu hdu, TableLayout layout, HduKind kind) {
            switch (kind) {
                case EVENTS -> events.add(EventTable.read(file, hdu, layout));
                case GTI -> goodTimes.add(GoodTimes.read(file, hdu, layout));
                case AEFF -> file.rows(
                        single(hdu, layout),
                        row -> areas.put(hdu.extensionName(), EffectiveArea.read(hdu.header(), layout, row)));
                case PSF -> file.rows(single(hdu, layout), row -> PointSpread.read(layout, row)
                        .ifPresent(spread -> spreads.put(hdu.extensionName(), spread)));
                case EDISP -> file.rows(single(hdu, layout), row -> EnergyDispersion.read(layout, row)
                        .ifPresent(dispersion -> dispersions.put(hdu.extensionName(), dispersion)));
                case POINTING, BKG, RAD_MAX, OBS_INDEX, HDU_INDEX, OTHER -> {}
            }
        }

        private static TableLayout single(Hdu hdu, TableLayout layout) {
            if (layout.rows() != 1) {
                throw new Fault(
                        Dl3Fault.IMPLAUSIBLE,
                        "The response in " + hdu.label() + " has not one row but " + layout.rows() + ".");
            }
            return layout;
        }

        Dl3File result(FitsFile.Seal seal) {
            return new Dl3File(seal, primary, events, goodTimes, areas, spreads, dispersions, parts);
        }
    }
}
