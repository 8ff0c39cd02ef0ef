package org.ctavo.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

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

    /**
     * Why a caller to whom the product is not open gets no bytes: an anonymous one must log in, another may not.
     */
    public Fault refusal(Caller caller) {
        String date = release.map(day -> "They become public on " + LocalDate.ofInstant(day, ZoneOffset.UTC) + ".")
                .orElse("No date of release is set.");
        return caller.authentication() == Caller.Authentication.NONE
                ? new Fault(
                        RequestFault.LOGIN_NEEDED,
                        "These data are proprietary: log in or send a token of a member. " + date)
                : new Fault(
                        RequestFault.NOT_ALLOWED, "You are no member of the groups that may have these data. " + date);
    }

    private boolean isMember(Caller caller) {
        return !Collections.disjoint(groups, caller.groups());
    }
}
