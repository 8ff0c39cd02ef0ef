package org.ctavo.ingest;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.ctavo.spi.FaultCode;

/**
 * What became of one file.
 *
 * @param place the file, or what an index calls it
 * @param status what became of it
 * @param product identifier of its product; empty if there is none
 * @param code why it failed; empty unless it did
 * @param message why it failed, in the user's terms; empty text unless it did
 * @param notes what a user should know although it did not fail
 */
public record IngestResult(
        String place,
        Status status,
        Optional<String> product,
        Optional<FaultCode> code,
        String message,
        List<String> notes) {

    /** What can become of a file. */
    public enum Status {
        /** Its product is new. */
        LOADED,
        /** Its product is there already, from the same content. */
        UNCHANGED,
        /** Its product is now described from other content, or in another way. */
        REPLACED,
        /** It holds no event list but what belongs to event lists: responses or an index. */
        COMPANION,
        /** An index names it, but it is not there. */
        MISSING,
        /** It could not be taken in; nothing of it was. */
        FAILED
    }

    /** Copies the list. */
    public IngestResult {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(status, "status");
        notes = List.copyOf(notes);
    }

    static IngestResult of(String place, Status status, String product, List<String> notes) {
        return new IngestResult(place, status, Optional.of(product), Optional.empty(), "", notes);
    }

    static IngestResult companion(String place) {
        return new IngestResult(place, Status.COMPANION, Optional.empty(), Optional.empty(), "", List.of());
    }

    static IngestResult failed(String place, Status status, FaultCode code, String message) {
        return new IngestResult(place, status, Optional.empty(), Optional.of(code), message, List.of());
    }
}
