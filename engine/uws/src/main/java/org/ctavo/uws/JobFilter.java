package org.ctavo.uws;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which jobs to list (UWS 1.1, section 2.2.2.1); conditions are combined by AND.
 *
 * @param kind of the jobs
 * @param collection the list they belong to; empty for all of the kind
 * @param owner whose jobs; empty for those created anonymously
 * @param phases any of these; empty for all but archived ones
 * @param after created later than this
 * @param last at most so many, the newest
 */
public record JobFilter(
        String kind,
        Optional<String> collection,
        Optional<String> owner,
        Set<Phase> phases,
        Optional<Instant> after,
        OptionalInt last) {

    /** Copies the set. */
    public JobFilter {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(collection, "collection");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(last, "last");
        phases = Set.copyOf(phases);
    }
}
