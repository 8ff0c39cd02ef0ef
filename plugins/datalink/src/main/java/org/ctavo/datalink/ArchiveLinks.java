package org.ctavo.datalink;

import java.time.Clock;
import java.util.List;

import org.ctavo.archive.ArchivePlugin;
import org.ctavo.archive.FileCatalogue;
import org.ctavo.archive.FileStore;
import org.ctavo.archive.link.LinkProvider;
import org.ctavo.archive.link.LinkSource;
import org.ctavo.datalink.bundle.Terms;
import org.ctavo.datalink.links.FileLinks;
import org.ctavo.datalink.links.PackageLinks;
import org.ctavo.datalink.links.TermsLinks;
import org.ctavo.spi.Services;

/** The links that come first: the files of a product, and the terms under which to use them. */
public final class ArchiveLinks implements LinkProvider {

    @Override
    public List<LinkSource> linkSources(Services services) {
        FileCatalogue catalogue = new FileCatalogue(services.database());
        FileStore store = new FileStore(services.database(), services.settings().value(ArchivePlugin.ROOTS));
        return List.of(
                new FileLinks(catalogue, store, Clock.systemUTC()),
                new PackageLinks(catalogue, store, Clock.systemUTC()),
                new TermsLinks(Terms.of(services.settings())));
    }

    @Override
    public int rank() {
        return 0;
    }
}
