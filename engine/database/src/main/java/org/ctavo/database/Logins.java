package org.ctavo.database;

import java.util.List;
import java.util.Objects;

/**
 * The four roles of the service, each with least privilege.
 *
 * @param owner owns the schemas and runs the migrations; used at start only
 * @param ingest writes the archive's tables
 * @param service writes the service's own records: jobs, tokens
 * @param query reads published tables and nothing else; every user query runs under it
 */
public record Logins(Login owner, Login ingest, Login service, Login query) {

    /** Checks that nothing is null. */
    public Logins {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(ingest, "ingest");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(query, "query");
    }

    /** The roles other than the owner. */
    List<Login> workers() {
        return List.of(ingest, service, query);
    }
}
