package org.ctavo.spi;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks.
 *
 * @param subject stable identifier of the person or script; empty for an anonymous caller
 * @param groups the groups whose data the caller may see; empty for an anonymous caller
 * @param authentication how the subject was established
 */
public record Caller(Optional<String> subject, Set<String> groups, Authentication authentication) {

    /** Nobody in particular. */
    public static final Caller ANONYMOUS = new Caller(Optional.empty(), Set.of(), Authentication.NONE);

    /** How a caller proved who they are. */
    public enum Authentication {
        NONE,
        SESSION,
        TOKEN
    }

    /** Copies the groups. */
    public Caller {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(authentication, "authentication");
        groups = Set.copyOf(groups);
    }
}
