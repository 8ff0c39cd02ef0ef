package org.ctavo.bench;

import java.net.URI;
import java.util.Objects;
import java.util.OptionalLong;

import org.ctavo.database.Logins;

/**
 * What to measure.
 *
 * @param rows of the synthetic table
 * @param service base of the running service ({@code http://localhost:8080/cta}), which publishes the table
 * @param logins of the service's database, for the floor
 * @param serviceProcess process id of the service, to read its memory; empty to leave that out
 * @param repeats of the long cases
 */
public record BenchOptions(long rows, URI service, Logins logins, OptionalLong serviceProcess, int repeats) {

    /** Checks that nothing is null. */
    public BenchOptions {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(logins, "logins");
        Objects.requireNonNull(serviceProcess, "serviceProcess");
    }
}
