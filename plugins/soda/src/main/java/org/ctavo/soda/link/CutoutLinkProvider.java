package org.ctavo.soda.link;

import java.time.Clock;
import java.util.List;

import org.ctavo.archive.FileCatalogue;
import org.ctavo.archive.link.LinkProvider;
import org.ctavo.archive.link.LinkSource;
import org.ctavo.spi.Services;

/** Adds the cut-out services to the links of event lists. */
public final class CutoutLinkProvider implements LinkProvider {
    private static final int AFTER_FILES = 50;

    @Override
    public List<LinkSource> linkSources(Services services) {
        return List.of(new CutoutLinks(
                new FileCatalogue(services.database()), new Coverages(services.database()), Clock.systemUTC()));
    }

    @Override
    public int rank() {
        return AFTER_FILES;
    }
}
