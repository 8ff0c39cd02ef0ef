package org.ctavo.archive;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.ctavo.spi.Caller;

/**
 * Who may know of a product, and who may have its bytes.
 *
 * @param rights {@code data_rights}
 * @param release {@code obs_release_date}; empty means that it is never released (ObsCore 1.1, section B.4.4)
 * @param groups whose members may have it before
 */
public record AccessRule(DataRights rights, Optional<Instant> release, Set<String> groups) {

    /** Copies the groups. */
    public AccessRule {
        Objects.requireNonNull(rights, "rights");
        Objects.requireNonNull(release, "release");
        groups = Set.copyOf(groups);
    }

    /** Whether the caller may see that the product exists. */
    public boolean isKnownTo(Caller caller) {
        return rights != DataRights.SECURE || isMember(caller);
    }

    /** Whether the caller may have the product's files. */
    public boolean isOpenTo(Caller caller, Instant now) {
        boolean released = release.filter(date -> !date.isAfter(now)).isPresent();
        return isMember(caller) || (released && rights != DataRights.SECURE);
    }

    private boolean isMember(Caller caller) {
        return !Collections.disjoint(groups, caller.groups());
    }
}
