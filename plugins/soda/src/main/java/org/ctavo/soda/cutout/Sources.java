package org.ctavo.soda.cutout;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

import org.ctavo.archive.CatalogueFile;
import org.ctavo.archive.FileCatalogue;
import org.ctavo.archive.FileStore;
import org.ctavo.archive.ProductFile;
import org.ctavo.soda.request.SodaFault;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Fault;

/** Finds event lists, as far as a caller may have them. Safe for use by any number of threads. */
public final class Sources {
    private final FileCatalogue catalogue;
    private final FileStore store;
    private final Clock clock;

    /** Of an archive; the clock decides what is released. */
    public Sources(FileCatalogue catalogue, FileStore store, Clock clock) {
        this.catalogue = catalogue;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The event list of a product, with the files of its responses: they are the product's, and so are the rights.
     *
     * @throws Fault {@code NO_SUCH_PRODUCT} for one that is not there or that the caller may not know of, a refusal
     *     where the caller may not have it, {@code NO_EVENT_LIST} for any other kind of product
     */
    public Source find(Caller caller, String id) {
        List<CatalogueFile> files = catalogue.of(caller, id);
        if (files.isEmpty()) {
            throw new Fault(
                    SodaFault.NO_SUCH_PRODUCT,
                    "There is no data product of that identifier; ID is the obs_publisher_did of an event list.");
        }
        CatalogueFile events = files.stream()
                .filter(file -> file.file().role() == ProductFile.Role.EVENT_LIST)
                .findFirst()
                .orElseThrow(() -> new Fault(
                        SodaFault.NO_EVENT_LIST,
                        "The data product is no event list; cut-outs are made of event lists only."));
        if (!events.rule().isOpenTo(caller, clock.instant())) {
            throw events.rule().refusal(caller);
        }
        Function<ProductFile.Location, Path> resolver = store.resolver();
        List<Companion> companions = files.stream()
                .map(CatalogueFile::file)
                .filter(file -> file.role() == ProductFile.Role.IRF)
                .map(file -> new Companion(file, resolver.apply(file.location())))
                .toList();
        return new Source(
                id, events.file(), events.rule(), resolver.apply(events.file().location()), companions);
    }
}
