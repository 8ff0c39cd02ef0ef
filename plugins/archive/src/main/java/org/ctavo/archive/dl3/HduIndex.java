package org.ctavo.archive.dl3;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.ctavo.archive.fits.FitsColumn;
import org.ctavo.archive.fits.FitsFile;
import org.ctavo.archive.fits.Hdu;
import org.ctavo.archive.fits.TableLayout;
import org.ctavo.spi.Fault;

/**
 * An HDU index table (GADF, "HDU index table"): which HDUs belong to which observation.
 *
 * @param rows in the table's order
 */
public record HduIndex(List<Row> rows) {
    private static final long MOST_ROWS = 10_000_000;

    /**
     * A row.
     *
     * @param obsId OBS_ID
     * @param type HDU_TYPE in lower case: events, gti, aeff, psf, edisp, bkg, rad_max
     * @param fileDir FILE_DIR, where the index says the file is; often wrong in copies
     * @param fileName FILE_NAME
     * @param hduName HDU_NAME in upper case
     */
    public record Row(long obsId, String type, String fileDir, String fileName, String hduName) {}

    /** Copies the list. */
    public HduIndex {
        rows = List.copyOf(rows);
    }

    /**
     * Reads the index from a file.
     *
     * @return empty if the file holds none
     */
    public static Optional<HduIndex> read(Path path) {
        try (FitsFile file = FitsFile.open(path)) {
            for (Optional<Hdu> hdu = file.next(); hdu.isPresent(); hdu = file.next()) {
                if (HduKind.of(hdu.get()) == HduKind.HDU_INDEX) {
                    HduIndex index = read(file, hdu.get().table().orElseThrow());
                    file.seal();
                    return Optional.of(index);
                }
            }
            return Optional.empty();
        }
    }

    private static HduIndex read(FitsFile file, TableLayout layout) {
        if (layout.rows() > MOST_ROWS) {
            throw new Fault(Dl3Fault.IMPLAUSIBLE, "The index has more than " + MOST_ROWS + " rows.");
        }
        FitsColumn obsId = column(layout, "OBS_ID");
        FitsColumn type = column(layout, "HDU_TYPE");
        FitsColumn dir = column(layout, "FILE_DIR");
        FitsColumn name = column(layout, "FILE_NAME");
        FitsColumn hdu = column(layout, "HDU_NAME");
        List<Row> rows = new ArrayList<>();
        file.rows(
                layout,
                row -> rows.add(new Row(
                        (long) row.number(obsId),
                        row.text(type).toLowerCase(Locale.ROOT),
                        row.text(dir),
                        row.text(name),
                        row.text(hdu).toUpperCase(Locale.ROOT))));
        return new HduIndex(rows);
    }

    private static FitsColumn column(TableLayout layout, String name) {
        return layout.column(name)
                .filter(column -> name.equals("OBS_ID") == column.isNumeric())
                .orElseThrow(
                        () -> new Fault(Dl3Fault.INCOMPLETE, "The index of HDUs has no usable column " + name + "."));
    }
}
