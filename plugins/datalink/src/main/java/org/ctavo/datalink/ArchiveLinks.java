package org.ctavo.datalink;

import java.time.Clock;
import java.util.List;

import org.ctavo.archive.FileCatalogue;
import org.ctavo.archive.link.LinkProvider;
import org.ctavo.archive.link.LinkSource;
import org.ctavo.datalink.links.FileLinks;
import org.ctavo.spi.Services;

/** The links that come first: the files of a product. */
public final class ArchiveLinks implements LinkProvider {

    @Override
    public List<LinkSource> linkSources(Services services) {
        return List.of(new FileLinks(new FileCatalogue(services.database()), Clock.systemUTC()));
    }

    @Override
    public int rank() {
        return 0;
    }
}
