package org.ctavo.soda.link;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
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
import org.ctavo.spi.ColumnDescription;
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
        List<Input> inputs = inputs(coverage.get());
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

    private static List<Input> inputs(Coverage coverage) {
        List<Input> inputs = new ArrayList<>();
        inputs.add(new Input(
                parameter("ID", "char", "*", "", "", "meta.ref.url;meta.curation", "The event list."),
                Optional.empty(),
                Optional.of(coverage.id())));
        inputs.add(shape(
                parameter("CIRCLE", "double", "3", "circle", "deg", "pos.outline;obs", "Circle to cut out: ICRS."),
                coverage.circle().map(Coverage.Circle::text)));
        inputs.add(shape(
                parameter("POLYGON", "double", "*", "polygon", "deg", "pos.outline;obs", "Polygon to cut out: ICRS."),
                coverage.circle().flatMap(Coverage.Circle::polygon)));
        inputs.add(shape(
                parameter(
                        "POS",
                        "char",
                        "*",
                        "",
                        "",
                        "pos.outline;obs",
                        "Region to cut out: CIRCLE, RANGE or POLYGON with its numbers, ICRS degrees."),
                Optional.empty()));
        inputs.add(interval(
                parameter(
                        "TIME",
                        "double",
                        "2",
                        "interval",
                        "d",
                        "time.interval;obs.exposure",
                        "Times to keep: MJD, UTC."),
                coverage.time()));
        inputs.add(interval(
                parameter(
                        "BAND",
                        "double",
                        "2",
                        "interval",
                        "m",
                        "em.wl;stat.interval",
                        "Wavelengths to keep, in vacuum."),
                coverage.band()));
        inputs.add(interval(
                parameter("ENERGY", "double", "2", "interval", "TeV", "em.energy;stat.interval", "Energies to keep."),
                coverage.energy()));
        inputs.add(new Input(
                parameter(
                        "RESPONSEFORMAT", "char", "*", "", "", "meta.code.mime", "A FITS file unless told otherwise."),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("application/fits", "application/x-votable+xml")));
        return List.copyOf(inputs);
    }

    private static Input shape(ColumnDescription parameter, Optional<String> covering) {
        return new Input(parameter, Optional.empty(), Optional.empty(), Optional.empty(), covering, List.of());
    }

    private static Input interval(ColumnDescription parameter, Optional<Coverage.Extent> extent) {
        return new Input(
                parameter,
                Optional.empty(),
                Optional.empty(),
                extent.map(range -> Double.toString(range.low())),
                extent.map(range -> Double.toString(range.high())),
                List.of());
    }

    private static ColumnDescription parameter(
            String name, String datatype, String arraysize, String xtype, String unit, String ucd, String description) {
        return new ColumnDescription(
                name,
                datatype,
                Optional.of(arraysize),
                some(xtype),
                some(unit),
                some(ucd),
                Optional.empty(),
                description,
                true,
                false,
                true);
    }

    private static Optional<String> some(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
