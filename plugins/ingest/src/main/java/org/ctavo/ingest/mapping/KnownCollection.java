package org.ctavo.ingest.mapping;

import java.time.Instant;
import java.util.Optional;

import org.ctavo.archive.dl3.Dl3File;
import org.ctavo.archive.fits.FitsHeader;

/**
 * Data collections that anyone may download, told by their headers. Their rights are known: no setting need say that
 * they are public.
 */
enum KnownCollection {
    /** The first public test data release of H.E.S.S., of 2018. */
    HESS_DL3_DR1("HESS-DL3-DR1", "2018-12-31T00:00:00Z") {
        @Override
        boolean holds(FitsHeader events, FitsHeader primary) {
            return is(events, "TELESCOP", "HESS")
                    && (mentions(events, "FITS test data release") || mentions(primary, "FITS test data release"));
        }
    },
    /** The first data challenge of CTA, simulated; distributed freely since 2018. */
    CTA_1DC("CTA-1DC", "2018-12-31T00:00:00Z") {
        @Override
        boolean holds(FitsHeader events, FitsHeader primary) {
            return is(events, "TELESCOP", "CTA") && is(events, "CALDB", "1dc");
        }
    },
    /** What this project simulates for a first look. */
    SIMULATION("CTA-VO-SIM", "2020-01-01T00:00:00Z") {
        @Override
        boolean holds(FitsHeader events, FitsHeader primary) {
            return is(events, "ORIGIN", "CTA-VO simulation");
        }
    };

    private final String label;
    private final Instant release;

    KnownCollection(String label, String release) {
        this.label = label;
        this.release = Instant.parse(release);
    }

    abstract boolean holds(FitsHeader events, FitsHeader primary);

    /** {@code obs_collection}. */
    String label() {
        return label;
    }

    /** A date at which it was public at the latest. */
    Instant release() {
        return release;
    }

    /** The collection an event list belongs to; empty for one unknown here. */
    static Optional<KnownCollection> of(FitsHeader events, Dl3File file) {
        for (KnownCollection collection : values()) {
            if (collection.holds(events, file.primary())) {
                return Optional.of(collection);
            }
        }
        return Optional.empty();
    }

    private static boolean is(FitsHeader header, String keyword, String value) {
        return header.text(keyword).filter(value::equalsIgnoreCase).isPresent();
    }

    private static boolean mentions(FitsHeader header, String words) {
        return header.lines("COMMENT").stream().anyMatch(line -> line.contains(words));
    }
}
