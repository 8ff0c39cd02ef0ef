package org.ctavo.datalink.links;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.ctavo.archive.link.Link;
import org.ctavo.archive.link.LinkSource;
import org.ctavo.spi.Caller;

/** Links to where a product came from: a picture for people, a document for programs. Both are ProvSAP's. */
public final class ProvenanceLinks implements LinkSource {

    @Override
    public List<Link> links(String product, Caller caller, URI base) {
        String asked = base + "/provsap?ID=" + URLEncoder.encode(product, StandardCharsets.UTF_8)
                + "&DEPTH=ALL&RESPONSEFORMAT=";
        return List.of(
                Link.document(
                        URI.create(asked + "PROV-SVG"), "provenance, as a picture", "image/svg+xml", "provenance-svg"),
                Link.document(
                        URI.create(asked + "PROV-JSON"),
                        "provenance, as PROV-JSON",
                        "application/json",
                        "provenance-json"));
    }
}
