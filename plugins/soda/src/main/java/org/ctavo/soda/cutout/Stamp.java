package org.ctavo.soda.cutout;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * By whom and when a cut-out is made.
 *
 * @param base of the service
 * @param made when
 * @param identifier under which the archive's provenance knows the cut-out; empty if it does not
 */
public record Stamp(URI base, Instant made, Optional<String> identifier) {}
