package org.ctavo.preview;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.ctavo.archive.CatalogueFile;
import org.ctavo.archive.link.Link;
import org.ctavo.archive.link.LinkProvider;
import org.ctavo.archive.link.LinkSource;
import org.ctavo.preview.plot.Kind;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Services;

/** The pictures of an event list among its links. Their size is unknown until they are drawn. */
public final class PreviewLinks implements LinkProvider {
    private static final int AFTER_FILES = 10;

    @Override
    public List<LinkSource> linkSources(Services services) {
        return List.of(source(new Subjects(services.database()), Clock.systemUTC()));
    }

    @Override
    public int rank() {
        return AFTER_FILES;
    }

    static LinkSource source(Subjects subjects, Clock clock) {
        return (product, caller, base) -> subjects.eventList(caller, product)
                .map(file -> links(file, caller, base, clock.instant()))
                .orElse(List.of());
    }

    private static List<Link> links(CatalogueFile file, Caller caller, URI base, Instant now) {
        boolean forAll = file.rule().isOpenTo(Caller.ANONYMOUS, now);
        Link.Authorization authorization = new Link.Authorization(
                forAll ? "false" : "true", forAll || file.rule().isOpenTo(caller, now));
        String asked = base + "/preview?ID=" + URLEncoder.encode(file.product(), StandardCharsets.UTF_8) + "&KIND=";
        return List.of(
                link("#preview-plot", asked, Kind.PLOT, "counts on the sky, energies and event rate", authorization),
                link("#preview-image", asked, Kind.MAP, "counts on the sky", authorization),
                link("#preview-plot", asked, Kind.ENERGY, "events by energy", authorization),
                link("#preview-plot", asked, Kind.RATE, "event rate by time", authorization),
                link("#thumbnail", asked, Kind.THUMBNAIL, "counts on the sky, 200 by 200 pixels", authorization));
    }

    private static Link link(
            String semantics, String asked, Kind kind, String description, Link.Authorization authorization) {
        return new Link(
                semantics,
                new Link.Target.Access(URI.create(asked + kind.word())),
                description,
                Optional.of("image/png"),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of("preview-" + kind.word()),
                Optional.of(authorization));
    }
}
