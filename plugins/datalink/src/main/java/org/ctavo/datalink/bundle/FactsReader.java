package org.ctavo.datalink.bundle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.ctavo.archive.dl3.HduKind;
import org.ctavo.archive.dl3.TimeFrame;
import org.ctavo.archive.fits.FitsFile;
import org.ctavo.archive.fits.FitsHeader;
import org.ctavo.archive.fits.Hdu;
import org.ctavo.archive.fits.TableLayout;
import org.ctavo.spi.Fault;

/**
 * Reads headers of DL3 files and remembers them by the files' hashes, so that a download that is resumed, or responses
 * that many runs share, cost no second look. Safe for use by any number of threads.
 */
final class FactsReader {
    private static final int MOST_REMEMBERED = 5000;

    private final Map<String, FileFacts> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FileFacts> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /**
     * The facts of a file.
     *
     * @param sha256 of its content
     */
    FileFacts read(Path path, String sha256) {
        synchronized (remembered) {
            FileFacts known = remembered.get(sha256);
            if (known != null) {
                return known;
            }
        }
        FileFacts facts = read(path);
        synchronized (remembered) {
            remembered.put(sha256, facts);
        }
        return facts;
    }

    private static FileFacts read(Path path) {
        List<FileFacts.Run> runs = new ArrayList<>();
        List<FileFacts.Part> parts = new ArrayList<>();
        try (FitsFile file = FitsFile.open(path)) {
            for (Optional<Hdu> next = file.next(); next.isPresent(); next = file.next()) {
                file.skip();
                Hdu hdu = next.get();
                HduKind kind = HduKind.of(hdu);
                if (kind == HduKind.EVENTS) {
                    runs.add(run(hdu));
                }
                part(hdu, kind).ifPresent(parts::add);
            }
        }
        return new FileFacts(runs, parts);
    }

    private static FileFacts.Run run(Hdu hdu) {
        FitsHeader header = hdu.header();
        Map<String, Double> numbers = new LinkedHashMap<>();
        ObsColumns.numbers().forEach(keyword -> tolerant(header, h -> h.number(keyword))
                .ifPresent(number -> number.ifPresent(value -> numbers.put(keyword, value))));
        Map<String, String> words = new LinkedHashMap<>();
        ObsColumns.words().forEach(keyword -> tolerant(header, h -> h.text(keyword))
                .ifPresent(text -> text.ifPresent(value -> words.put(keyword, value))));
        return new FileFacts.Run(
                hdu.extensionName(),
                header.whole("OBS_ID").orElse(-1),
                hdu.table().orElseThrow().rows(),
                TimeFrame.of(header),
                numbers,
                words);
    }

    /** A keyword that is no use is as if it were not there: the archive took the file for what else it says. */
    private static <T> Optional<T> tolerant(FitsHeader header, Function<FitsHeader, T> keyword) {
        try {
            return Optional.of(keyword.apply(header));
        } catch (Fault e) {
            return Optional.empty();
        }
    }

    private static Optional<FileFacts.Part> part(Hdu hdu, HduKind kind) {
        String type = kind.name().toLowerCase(Locale.ROOT);
        return switch (kind) {
            case EVENTS, GTI -> named(hdu, type, type);
            case AEFF, EDISP, RAD_MAX -> named(hdu, type, type + "_2d");
            case PSF -> named(hdu, type, pointSpread(hdu.table().orElseThrow()));
            case BKG -> named(hdu, type, hdu.table().orElseThrow().has("DETX_LO") ? "bkg_3d" : "bkg_2d");
            case POINTING, OBS_INDEX, HDU_INDEX, OTHER -> Optional.empty();
        };
    }

    /** By the columns (GADF, "Point spread function"): HDUCLAS4 is spelt in more than one way. */
    private static String pointSpread(TableLayout table) {
        if (table.has("SIGMA_1")) {
            return "psf_3gauss";
        }
        return table.has("GAMMA") ? "psf_king" : "psf_table";
    }

    private static Optional<FileFacts.Part> named(Hdu hdu, String type, String hduClass) {
        return Optional.of(hdu.extensionName())
                .filter(name -> !name.isEmpty())
                .map(name -> new FileFacts.Part(type, hduClass, name));
    }
}
