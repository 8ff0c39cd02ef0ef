package org.ctavo.datalink;

import java.util.List;

import org.ctavo.archive.link.LinkProvider;
import org.ctavo.archive.link.LinkSource;
import org.ctavo.datalink.links.ProvenanceLinks;
import org.ctavo.spi.Services;

/** The links that come last: where a product came from. */
public final class OriginLinks implements LinkProvider {

    @Override
    public List<LinkSource> linkSources(Services services) {
        return List.of(new ProvenanceLinks());
    }

    @Override
    public int rank() {
        return 100;
    }
}
