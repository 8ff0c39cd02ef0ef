package org.ctavo.tap.result;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A format that results can be asked for in (DALI 1.1, section 3.4.3).
 *
 * @param mime its media type, as declared in the capabilities and sent when a client asks by a short name
 * @param ivoId its identifier in TAPRegExt, if it has one there
 * @param names short names; the first is the one used in documentation
 * @param otherMimes further media types that mean it; each is sent back to clients that ask by it
 * @param rows how its writer wants the rows
 * @param writers makes a writer for a result
 */
public record ResultFormat(
        String mime,
        Optional<String> ivoId,
        List<String> names,
        List<String> otherMimes,
        CopyFormat rows,
        Function<ResultDescription, ResultWriter> writers) {

    /** Copies the lists. */
    public ResultFormat {
        Objects.requireNonNull(mime, "mime");
        Objects.requireNonNull(ivoId, "ivoId");
        names = List.copyOf(names);
        otherMimes = List.copyOf(otherMimes);
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(writers, "writers");
    }
}
