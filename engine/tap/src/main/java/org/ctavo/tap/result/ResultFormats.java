package org.ctavo.tap.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of a service, in the order they are declared; the first is the default. Immutable. */
public final class ResultFormats {
    private static final String IDS = "ivo://ivoa.net/std/TAPRegExt#output-votable-";
    private static final String VOTABLE = "application/x-votable+xml";
    private static final String OLD_VOTABLE = "text/xml";
    private static final String SERIALIZATION = ";serialization=";

    /** The formats the engine itself writes. */
    public static final ResultFormats BUILT_IN = new ResultFormats(List.of(
            new ResultFormat(
                    VOTABLE,
                    Optional.empty(),
                    List.of("votable"),
                    List.of(OLD_VOTABLE),
                    CopyFormat.BINARY,
                    result -> new VOTableBinaryWriter(result, true)),
            votable("binary2", "votable/b2", CopyFormat.BINARY, "BINARY2"),
            votable("td", "votable/td", CopyFormat.TEXT, "TABLEDATA"),
            votable("binary", "votable/b", CopyFormat.BINARY, "BINARY"),
            new ResultFormat(
                    "text/csv;header=present",
                    Optional.empty(),
                    List.of("csv"),
                    List.of(),
                    CopyFormat.TEXT,
                    CsvWriter::new),
            new ResultFormat(
                    "text/tab-separated-values",
                    Optional.empty(),
                    List.of("tsv"),
                    List.of(),
                    CopyFormat.TEXT,
                    TsvWriter::new)));

    private final List<ResultFormat> list;

    /** Formats in order of preference; where two claim a name, the first has it. */
    public ResultFormats(List<ResultFormat> list) {
        this.list = List.copyOf(list);
    }

    private static ResultFormat votable(String id, String name, CopyFormat rows, String serialization) {
        return new ResultFormat(
                VOTABLE + SERIALIZATION + serialization,
                Optional.of(IDS + id),
                List.of(name),
                List.of(OLD_VOTABLE + SERIALIZATION + serialization),
                rows,
                switch (serialization) {
                    case "TABLEDATA" -> VOTableDataWriter::new;
                    case "BINARY" -> result -> new VOTableBinaryWriter(result, false);
                    default -> result -> new VOTableBinaryWriter(result, true);
                });
    }

    /** The same and more. */
    public ResultFormats with(List<ResultFormat> more) {
        List<ResultFormat> all = new ArrayList<>(list);
        all.addAll(more);
        return new ResultFormats(all);
    }

    /** The formats in order. */
    public List<ResultFormat> list() {
        return list;
    }

    /** What is written when nothing is asked for. */
    public Choice preferred() {
        return new Choice(list.get(0), list.get(0).mime());
    }

    /**
     * The format that a RESPONSEFORMAT means: a short name, or a media type with or without parameters.
     *
     * @return empty if there is none
     */
    public Optional<Choice> named(String asked) {
        String wanted = normal(asked);
        for (ResultFormat format : list) {
            if (format.names().stream().anyMatch(wanted::equals)
                    || wanted.equals(normal(format.mime()))
                    // No parameter is added to what a client named, but text/csv must say that it has a header.
                    || (wanted.equals("text/csv") && format.names().contains("csv"))) {
                return Optional.of(new Choice(format, format.mime()));
            }
            Optional<String> other = format.otherMimes().stream()
                    .filter(mime -> normal(mime).equals(wanted))
                    .findFirst();
            if (other.isPresent()) {
                return Optional.of(new Choice(format, other.get()));
            }
        }
        return Optional.empty();
    }

    private static String normal(String name) {
        return name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s*;\\s*", ";")
                .replace("\"", "");
    }

    /**
     * A format and how to call it in the answer.
     *
     * @param format to write
     * @param contentType for the answer's header: the media type that was asked for
     */
    public record Choice(ResultFormat format, String contentType) {}
}
