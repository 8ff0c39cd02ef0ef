package org.ctavo.soda.cutout;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.ctavo.archive.Derivation;

/**
 * By whom and how a cut-out is made.
 *
 * @param base of the service
 * @param making what is told of it
 * @param recorded whether the archive's provenance knows of it too
 */
public record Stamp(URI base, Derivation making, boolean recorded) {

    /** When it was made. */
    Instant made() {
        return making.end();
    }

    /** Where the provenance of its source is told. */
    String provenance() {
        return base + "/provsap?ID=" + URLEncoder.encode(making.source(), StandardCharsets.UTF_8);
    }
}
