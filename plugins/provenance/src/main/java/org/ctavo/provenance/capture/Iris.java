package org.ctavo.provenance.capture;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Identifiers of things that are not products: {@code ivo://AUTHORITY/provenance?kind/name}. The same name gives the
 * same identifier, so that what many products share is one thing.
 *
 * @param authority the archive's naming authority
 */
record Iris(String authority) {

    /** The identifier of a thing of a kind; the parts of its name may hold anything. */
    String of(String kind, String... name) {
        StringBuilder iri = new StringBuilder("ivo://" + authority + "/provenance?" + kind);
        for (String part : name) {
            // An identifier's local part has no blanks, and few other marks.
            iri.append('/')
                    .append(URLEncoder.encode(part.strip().replaceAll("\\s+", "_"), StandardCharsets.UTF_8)
                            .replace("*", "%2A"));
        }
        return iri.substring(0, Math.min(iri.length(), 900));
    }
}
