package org.ctavo.datalink.links;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.ctavo.archive.CatalogueFile;
import org.ctavo.archive.FileCatalogue;
import org.ctavo.archive.FileStore;
import org.ctavo.archive.ProductFile;
import org.ctavo.archive.link.Link;
import org.ctavo.archive.link.LinkSource;
import org.ctavo.spi.Caller;

/**
 * Links to an event list with its instrument responses as one TAR file, made when it is asked for. Its length is left
 * out: index tables belong to it, and how long they are only the headers of all its files tell, which nobody should
 * wait for who asks for links.
 */
public final class PackageLinks implements LinkSource {
    private final FileCatalogue catalogue;
    private final FileStore store;
    private final Clock clock;

    /** Reads from a catalogue of what lies in a store; the clock decides what is released. */
    public PackageLinks(FileCatalogue catalogue, FileStore store, Clock clock) {
        this.catalogue = catalogue;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Link> links(String product, Caller caller, URI base) {
        return catalogue.of(caller, product).stream()
                .filter(file -> file.file().role() == ProductFile.Role.EVENT_LIST)
                .limit(1)
                // What is not there is told once, by the links to files.
                .filter(file -> store.finder().apply(file.file().location()).isPresent())
                .map(file -> link(file, caller, base))
                .toList();
    }

    private Link link(CatalogueFile file, Caller caller, URI base) {
        return new Link(
                "#package",
                new Link.Target.Access(URI.create(
                        base + "/datalink/package?ID=" + URLEncoder.encode(file.product(), StandardCharsets.UTF_8))),
                "the event list with its instrument responses and index tables, as a TAR file",
                Optional.of("application/x-tar"),
                OptionalLong.empty(),
                Optional.of("#event-bundle"),
                Optional.of("package"),
                Optional.of(FileLinks.authorization(file, caller, clock.instant())));
    }

    @Override
    public String semantics() {
        return "#package";
    }
}
