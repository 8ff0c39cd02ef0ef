package org.ctavo.provenance.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ctavo.archive.ProductId;
import org.ctavo.provenance.store.Merge;
import org.ctavo.provenance.store.StoreFixture;

/** An archive of three runs by H.E.S.S. and a simulated one, with what their files tell and, if wanted, the chain. */
final class SampleArchive implements AutoCloseable {
    static final String HESS = "ivo://example.org/HESS-DL3-DR1?";
    static final String SIMULATED = "ivo://example.org/SIM?7";
    static final String CHAIN = "ivo://example.org/provenance?illustrative/HESS-DL3-DR1/";
    static final String MAP = CHAIN + "DL4/countmap-1-3";
    static final String SPECTRUM = CHAIN + "DL4/spectrum-1-3";

    private final StoreFixture fixture = new StoreFixture();

    SampleArchive() throws SQLException {
        for (String run : List.of("1", "2", "3")) {
            record(facts(run, "SASH FITS::EventListWriter", Optional.empty(), "a", Set.of()));
        }
    }

    StoreFixture fixture() {
        return fixture;
    }

    /** Adds the illustrative chain. */
    Merge addChain() {
        return new SampleChain(fixture.database()).add(List.of(HESS + 1, HESS + 2, HESS + 3, SIMULATED));
    }

    static ProductFacts facts(
            String run, String program, Optional<String> version, String fingerprint, Set<String> groups) {
        return facts(
                run,
                program,
                version,
                fingerprint,
                Map.of("EV_CLASS", "std", "HISTORY", "line one\nline \u0001two", "OBJECT", "Crab Nebula"),
                groups);
    }

    static ProductFacts facts(String run, Map<String, String> header) {
        return facts(run, "program", Optional.empty(), "abc", header, Set.of());
    }

    private static ProductFacts facts(
            String run,
            String program,
            Optional<String> version,
            String fingerprint,
            Map<String, String> header,
            Set<String> groups) {
        return new ProductFacts(
                new ProductId("example.org", "HESS-DL3-DR1", run),
                Optional.of("H.E.S.S. run " + run),
                Optional.empty(),
                "hea-event-list",
                3,
                "application/fits",
                "HESS-DL3-DR1",
                run,
                Optional.of("HESS"),
                Optional.of("Crab Nebula"),
                ProductFacts.mjd(53343.25),
                ProductFacts.mjd(53343.28),
                Optional.of(LocalDateTime.of(2018, 5, 6, 9, 14, 31)),
                Optional.of("H.E.S.S.  Collaboration"),
                Optional.of(program),
                version,
                Optional.of("1.4"),
                fingerprint,
                header,
                groups);
    }

    void record(ProductFacts facts) throws SQLException {
        try (Connection ingest = fixture.database().asIngest()) {
            ingest.setAutoCommit(false);
            new ProductLineage(fixture.store()).record(ingest, facts);
            ingest.commit();
        }
    }

    @Override
    public void close() {
        fixture.close();
    }
}
