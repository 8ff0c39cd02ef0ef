package org.ctavo.soda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.ctavo.archive.fits.FitsColumn;
import org.ctavo.archive.fits.FitsFile;
import org.ctavo.archive.fits.FitsHeader;
import org.ctavo.archive.fits.Hdu;

/** A FITS file read whole, for assertions; reading it checks its sums. */
public final class FitsText {
    /** An HDU: header, values of numeric columns by name, and the header as stored. */
    public record Part(FitsHeader header, String head, TreeMap<String, List<Double>> columns) {}

    private final List<Part> parts = new ArrayList<>();

    private FitsText() {}

    /** Reads a file. */
    public static FitsText of(byte[] bytes) {
        try {
            Path file = Files.createTempFile("ctavo-soda", ".fits");
            try {
                Files.write(file, bytes);
                return of(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file. */
    public static FitsText of(Path path) {
        FitsText text = new FitsText();
        try (FitsFile file = FitsFile.open(path)) {
            for (Optional<Hdu> hdu = file.next(); hdu.isPresent(); hdu = file.next()) {
                TreeMap<String, List<Double>> columns = new TreeMap<>();
                Hdu found = hdu.get();
                found.table().ifPresent(layout -> {
                    List<FitsColumn> numeric = layout.columns().stream()
                            .filter(column -> column.isNumeric() && column.repeat() == 1)
                            .toList();
                    numeric.forEach(column -> columns.put(column.name(), new ArrayList<>()));
                    file.rows(
                            layout,
                            row -> numeric.forEach(
                                    column -> columns.get(column.name()).add(row.number(column))));
                });
                text.parts.add(
                        new Part(found.header(), new String(file.headerBytes(), StandardCharsets.ISO_8859_1), columns));
            }
        }
        return text;
    }

    /** The HDU of that EXTNAME. */
    public Part part(String name) {
        return parts.stream()
                .filter(part -> part.header().text("EXTNAME").orElse("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** All HDUs. */
    public List<Part> parts() {
        return parts;
    }
}
