package org.ctavo.provenance.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A set of statements about provenance, each thing told of once. Equal to any document that says the same, in whatever
 * order. Immutable.
 *
 * @param records in the order they were given
 */
public record ProvDocument(Set<ProvRecord> records) {

    /** Copies the records. */
    public ProvDocument {
        records = Collections.unmodifiableSet(new LinkedHashSet<>(records));
    }

    /** A document of records that do not contradict each other; see {@link ProvBuilder} for others. */
    public static ProvDocument of(Collection<? extends ProvRecord> records) {
        ProvBuilder builder = new ProvBuilder();
        records.forEach(record -> builder.add(record, ""));
        return builder.build();
    }

    /** All records of a class, in order. */
    public <T extends ProvRecord> List<T> all(Class<T> type) {
        return records.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What two documents say together. */
    public ProvDocument and(ProvDocument other) {
        ProvBuilder builder = new ProvBuilder();
        records.forEach(record -> builder.add(record, ""));
        other.records.forEach(record -> builder.add(record, ""));
        return builder.build();
    }
}
