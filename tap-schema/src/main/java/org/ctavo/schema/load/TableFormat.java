package org.ctavo.schema.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.ctavo.spi.Fault;

/** The formats of metadata files, told by the end of the file's name. */
public enum TableFormat {
    /** Comma-separated values. */
    CSV("csv"),
    /** Enhanced character-separated values, as astropy writes them. */
    ECSV("ecsv"),
    /** VOTable in any serialisation. */
    VOTABLE("vot", "votable", "xml");

    private final String extensions;

    TableFormat(String... extensions) {
        this.extensions = String.join(" ", extensions);
    }

    /** The extension that files of the format get. */
    public String extension() {
        return extensions().get(0);
    }

    private List<String> extensions() {
        return List.of(extensions.split(" ", -1));
    }

    RowSource source(Path file) {
        return switch (this) {
            case CSV -> new CsvSource(file);
            case ECSV -> StilSource.ecsv(file);
            case VOTABLE -> StilSource.votable(file);
        };
    }

    RowWriter writer() {
        return switch (this) {
            case CSV -> new CsvWriter();
            case ECSV -> new EcsvWriter();
            case VOTABLE -> new VotableWriter();
        };
    }

    static boolean isKnown(Path file) {
        return find(file).isPresent();
    }

    static TableFormat of(Path file) {
        return find(file)
                .orElseThrow(() -> new Fault(
                        LoadFault.UNKNOWN_FILE,
                        file.getFileName()
                                + " is of no known format: its name ends in none of .csv, .ecsv, .vot, .votable,"
                                + " .xml."));
    }

    private static Optional<TableFormat> find(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> format.extensions().stream().anyMatch(end -> name.endsWith("." + end)))
                .findFirst();
    }
}
