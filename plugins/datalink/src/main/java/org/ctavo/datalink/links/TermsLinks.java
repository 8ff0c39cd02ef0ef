package org.ctavo.datalink.links;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.ctavo.archive.link.Link;
import org.ctavo.archive.link.LinkSource;
import org.ctavo.datalink.bundle.Terms;
import org.ctavo.spi.Caller;

/** Links to the terms of use of the collection that a product belongs to. */
public final class TermsLinks implements LinkSource {
    private final Terms terms;

    /** Links to these. */
    public TermsLinks(Terms terms) {
        this.terms = terms;
    }

    @Override
    public List<Link> links(String product, Caller caller, URI base) {
        return terms.ofProduct(product).stream()
                .map(address -> new Link(
                        semantics(),
                        new Link.Target.Access(address),
                        "terms of use of the data collection",
                        Optional.of("text/html"),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.of("terms"),
                        Optional.of(new Link.Authorization("false", true))))
                .toList();
    }

    @Override
    public String semantics() {
        return "#documentation";
    }
}
