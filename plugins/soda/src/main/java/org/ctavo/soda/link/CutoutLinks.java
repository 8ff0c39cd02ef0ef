package org.ctavo.soda.link;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.ctavo.archive.AccessRule;
import org.ctavo.archive.CatalogueFile;
import org.ctavo.archive.FileCatalogue;
import org.ctavo.archive.ProductFile;
import org.ctavo.archive.link.Link;
import org.ctavo.archive.link.LinkSource;
import org.ctavo.soda.request.SodaStandard;
import org.ctavo.spi.Caller;
import org.ctavo.spi.ServiceDescriptor;
import org.ctavo.spi.ServiceDescriptor.Input;

/**
 * The cut-out services in the links of an event list (SODA 1.0, section 3.6.2), with the ranges of that very list.
 * Names, UCDs and units are the standard's to the letter: by them clients know the parameters.
 */
public final class CutoutLinks implements LinkSource {
    private final FileCatalogue catalogue;
    private final Coverages coverages;
    private final Clock clock;

    /** Of the event lists of an archive; the clock decides what is released. */
    public CutoutLinks(FileCatalogue catalogue, Coverages coverages, Clock clock) {
        this.catalogue = catalogue;
        this.coverages = coverages;
        this.clock = clock;
    }

    @Override
    public List<Link> links(String product, Caller caller, URI base) {
        Optional<CatalogueFile> events = catalogue.of(caller, product).stream()
                .filter(file -> file.file().role() == ProductFile.Role.EVENT_LIST)
                .findFirst();
        Optional<Coverage> coverage = events.flatMap(file -> coverages.of(caller, product));
        if (coverage.isEmpty()) {
            return List.of();
        }
        Link.Authorization authorization = authorization(events.get().rule(), caller);
        List<Input> inputs = CutoutParameters.of(coverage.get());
        return List.of(
                link(
                        new ServiceDescriptor(
                                "soda-sync",
                                "Cuts events out of this event list by position, time and energy, at once.",
                                Optional.of(SodaStandard.SYNC_ID),
                                URI.create(base + SodaStandard.PATH + SodaStandard.SYNC),
                                inputs),
                        "events cut out by position, time and energy, as FITS or VOTable",
                        "soda-sync",
                        authorization),
                link(
                        new ServiceDescriptor(
                                "soda-async",
                                "Cuts events out of event lists as a job: every combination of the values sent makes"
                                        + " one result.",
                                Optional.of(SodaStandard.ASYNC_ID),
                                URI.create(base + SodaStandard.PATH + SodaStandard.ASYNC),
                                inputs),
                        "many cut-outs at once, as a job",
                        "soda-async",
                        authorization));
    }

    private Link.Authorization authorization(AccessRule rule, Caller caller) {
        boolean open = rule.isOpenTo(Caller.ANONYMOUS, clock.instant());
        return new Link.Authorization(open ? "false" : "true", rule.isOpenTo(caller, clock.instant()));
    }

    private static Link link(
            ServiceDescriptor descriptor, String description, String localName, Link.Authorization authorization) {
        return new Link(
                "#cutout",
                new Link.Target.Service(descriptor),
                description,
                Optional.of("application/fits"),
                OptionalLong.empty(),
                Optional.of("#event-list"),
                Optional.of(localName),
                Optional.of(authorization));
    }
}
