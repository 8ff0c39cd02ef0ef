package org.ctavo.uws;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A kind of job: who runs it and within which limits.
 *
 * @param name unique in a service; letters, digits and dashes
 * @param runner runs the jobs of this kind
 * @param slots how many of them a node runs at once; zero on a node that only accepts them
 * @param duration how long they may execute
 * @param retention how long they are kept after their creation
 * @param archive how long their record is kept, without results, after their destruction time; zero destroys it too
 */
public record JobKind(
        String name, JobRunner runner, int slots, Allowance duration, Allowance retention, Duration archive) {

    /**
     * A time that a client may choose.
     *
     * @param standard what it gets unless it asks
     * @param most what it can get at all
     */
    public record Allowance(Duration standard, Duration most) {

        /** Checks that the standard is within the limit. */
        public Allowance {
            if (standard.compareTo(most) > 0) {
                throw new IllegalArgumentException("The default " + standard + " is more than the limit " + most + ".");
            }
        }
    }

    /** Checks that nothing is null. */
    public JobKind {
        Objects.requireNonNull(runner, "runner");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(retention, "retention");
        Objects.requireNonNull(archive, "archive");
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("Not the name of a kind of job: " + name);
        }
    }

    /**
     * How long a job may execute.
     *
     * @param wanted by the client; zero for as long as it likes; empty for the default
     */
    Duration duration(Optional<Duration> wanted) {
        Duration asked = wanted.orElse(duration.standard());
        return asked.isZero() || asked.compareTo(duration.most()) > 0 ? duration.most() : asked;
    }
}
