package org.ctavo.archive.dl3;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.ctavo.archive.fits.FitsColumn;
import org.ctavo.archive.fits.FitsFile;
import org.ctavo.archive.fits.Hdu;
import org.ctavo.archive.fits.TableLayout;
import org.ctavo.archive.fits.TableRow;

/**
 * An observation index table (GADF, "Observation index table"), as far as it says what the event lists do not, or what
 * they can be checked against.
 *
 * @param rows by OBS_ID
 */
public record ObsIndex(Map<Long, Row> rows) {

    /** An index that lists nothing. */
    public static final ObsIndex NONE = new ObsIndex(Map.of());

    /**
     * A row; empty where the table lacks the column.
     *
     * @param quality QUALITY, -1 to 2; other values are taken as unknown
     * @param events EVENT_COUNT
     * @param raPnt RA_PNT, degrees
     * @param decPnt DEC_PNT, degrees
     */
    public record Row(OptionalInt quality, OptionalLong events, OptionalDouble raPnt, OptionalDouble decPnt) {}

    /** Copies the map. */
    public ObsIndex {
        rows = Map.copyOf(rows);
    }

    /**
     * Reads the index from a file.
     *
     * @return an empty index if the file holds none
     */
    public static ObsIndex read(Path path) {
        try (FitsFile file = FitsFile.open(path)) {
            for (Optional<Hdu> hdu = file.next(); hdu.isPresent(); hdu = file.next()) {
                if (HduKind.of(hdu.get()) == HduKind.OBS_INDEX) {
                    TableLayout layout = hdu.get().table().orElseThrow();
                    ObsIndex index = read(file, layout);
                    file.seal();
                    return index;
                }
            }
            return NONE;
        }
    }

    private static ObsIndex read(FitsFile file, TableLayout layout) {
        Map<Long, Row> rows = new HashMap<>();
        Optional<FitsColumn> obsId = layout.column("OBS_ID").filter(FitsColumn::isNumeric);
        obsId.ifPresent(id -> file.rows(layout, row -> rows.put((long) row.number(id), row(layout, row))));
        return new ObsIndex(rows);
    }

    private static Row row(TableLayout layout, TableRow row) {
        OptionalDouble quality = number(layout, row, "QUALITY");
        boolean known = quality.isPresent() && quality.getAsDouble() >= -1 && quality.getAsDouble() <= 2;
        OptionalDouble count = number(layout, row, "EVENT_COUNT");
        return new Row(
                known ? OptionalInt.of((int) quality.getAsDouble()) : OptionalInt.empty(),
                count.isPresent() ? OptionalLong.of((long) count.getAsDouble()) : OptionalLong.empty(),
                number(layout, row, "RA_PNT"),
                number(layout, row, "DEC_PNT"));
    }

    private static OptionalDouble number(TableLayout layout, TableRow row, String name) {
        Optional<FitsColumn> column = layout.column(name).filter(FitsColumn::isNumeric);
        return column.isPresent() ? OptionalDouble.of(row.number(column.get())) : OptionalDouble.empty();
    }
}
