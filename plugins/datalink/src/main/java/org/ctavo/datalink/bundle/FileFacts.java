package org.ctavo.datalink.bundle;

import java.util.List;
import java.util.Map;

import org.ctavo.archive.dl3.TimeFrame;

/**
 * What the headers of a DL3 file say that the index tables repeat.
 *
 * @param runs its event lists
 * @param parts its HDUs that an index lists, in order
 */
record FileFacts(List<Run> runs, List<Part> parts) {

    /** A file that is no FITS file, or holds nothing that an index lists. */
    static final FileFacts NONE = new FileFacts(List.of(), List.of());

    /**
     * An event list.
     *
     * @param hdu HDU_NAME of its table
     * @param obsId OBS_ID
     * @param events how many there are
     * @param frame what its times count from
     * @param numbers further keywords with a number, those that are there
     * @param words further keywords with a text, those that are there
     */
    record Run(
            String hdu,
            long obsId,
            long events,
            TimeFrame frame,
            Map<String, Double> numbers,
            Map<String, String> words) {

        /** Copies the maps. */
        Run {
            numbers = Map.copyOf(numbers);
            words = Map.copyOf(words);
        }

        /** A number; NaN if it is not there. */
        double number(String keyword) {
            return numbers.getOrDefault(keyword, Double.NaN);
        }
    }

    /**
     * An HDU.
     *
     * @param type HDU_TYPE: events, gti, aeff, edisp, psf, bkg, rad_max
     * @param hduClass HDU_CLASS, such as {@code psf_3gauss}
     * @param name HDU_NAME
     */
    record Part(String type, String hduClass, String name) {}

    /** Copies the lists. */
    FileFacts {
        runs = List.copyOf(runs);
        parts = List.copyOf(parts);
    }
}
