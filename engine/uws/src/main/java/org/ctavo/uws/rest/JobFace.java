package org.ctavo.uws.rest;

import java.util.Objects;

/**
 * How a list of jobs shows itself to the web.
 *
 * @param kind of its jobs, as registered with the queue
 * @param collection which of the kind's lists it is; letters, digits and dashes
 * @param path where it lives below the service's base ({@code /tap/async}), no slash at the end
 * @param intake what it takes from a request
 * @param errors how it writes errors
 */
public record JobFace(String kind, String collection, String path, JobIntake intake, ErrorForm errors) {

    /** Checks that nothing is null. */
    public JobFace {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(collection, "collection");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(intake, "intake");
        Objects.requireNonNull(errors, "errors");
    }
}
