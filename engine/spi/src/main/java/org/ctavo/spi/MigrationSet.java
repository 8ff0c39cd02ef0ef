package org.ctavo.spi;

import java.util.Objects;
import java.util.Set;

/**
 * A series of database migrations with a history of its own. Scripts may use the placeholders {@code ${queryRole}},
 * {@code ${ingestRole}} and {@code ${serviceRole}} for the roles to grant to; whatever they create belongs to the owner
 * role.
 *
 * @param name in lower case, unique in a service; names the history
 * @param location where the scripts lie on the class path ({@code org/ctavo/sphere/migrations})
 * @param after the names of the sets that must have run before this one
 */
public record MigrationSet(String name, String location, Set<String> after) {

    /** Copies the set of names. */
    public MigrationSet {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(location, "location");
        after = Set.copyOf(after);
    }
}
