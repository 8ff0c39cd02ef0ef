package org.ctavo.datalink.links;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

import org.ctavo.archive.CatalogueFile;
import org.ctavo.archive.FileCatalogue;
import org.ctavo.archive.FileStore;
import org.ctavo.archive.ProductFile;
import org.ctavo.archive.link.Link;
import org.ctavo.archive.link.LinkSource;
import org.ctavo.spi.Caller;

/**
 * Links to the files of a product: the product itself, and its instrument responses one by one, wherever they lie
 * (a FITS extension is named by the fragment of its address).
 */
public final class FileLinks implements LinkSource {
    private static final String RESPONSES = "http://www.ivoa.net/rdf/response-type#";

    /** What an extension is, by its name. */
    private static final Map<String, Part> PARTS = Map.ofEntries(
            Map.entry("AEFF", Part.AEFF),
            Map.entry("EFFECTIVE AREA", Part.AEFF),
            Map.entry("EDISP", Part.EDISP),
            Map.entry("ENERGY DISPERSION", Part.EDISP),
            Map.entry("PSF", Part.PSF),
            Map.entry("POINT SPREAD FUNCTION", Part.PSF),
            Map.entry("BKG", Part.BKGRATE),
            Map.entry("BACKGROUND", Part.BKGRATE),
            Map.entry("RAD_MAX", Part.RAD_MAX),
            Map.entry("GTI", Part.GTI),
            Map.entry("POINTING", Part.POINTING));

    private final FileCatalogue catalogue;
    private final FileStore store;
    private final Clock clock;

    /** An extension that is of use by itself. */
    private enum Part {
        AEFF("#calibration", "effective area"),
        EDISP("#calibration", "energy dispersion"),
        PSF("#calibration", "point spread function"),
        BKGRATE("#calibration", "background rate"),
        RAD_MAX("#calibration", "radius of the selection"),
        GTI("#auxiliary", "good time intervals"),
        POINTING("#auxiliary", "pointing");

        private final String semantics;
        private final String words;

        Part(String semantics, String words) {
            this.semantics = semantics;
            this.words = words;
        }

        String term() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Its kind, where the vocabulary of responses has a word for it. */
        Optional<String> qualifier() {
            return switch (this) {
                case AEFF, EDISP, PSF, BKGRATE -> Optional.of(RESPONSES + term());
                case RAD_MAX, GTI, POINTING -> Optional.empty();
            };
        }
    }

    /** Reads from a catalogue of what lies in a store; the clock decides what is released. */
    public FileLinks(FileCatalogue catalogue, FileStore store, Clock clock) {
        this.catalogue = catalogue;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Link> links(String product, Caller caller, URI base) {
        List<CatalogueFile> files = catalogue.of(caller, product);
        if (files.isEmpty()) {
            return List.of();
        }
        List<Link> links = new ArrayList<>();
        Instant now = clock.instant();
        Function<ProductFile.Location, Optional<Path>> finder = store.finder();
        for (CatalogueFile file : files) {
            if (finder.apply(file.file().location()).isPresent()) {
                add(links, file, file.url(base), authorization(file, caller, now));
            } else {
                links.add(gone(file.file()));
            }
        }
        return List.copyOf(links);
    }

    /** The row in place of a link that would lead nowhere. */
    static Link gone(ProductFile file) {
        String semantics =
                switch (file.role()) {
                    case EVENT_LIST, DATA -> "#this";
                    case IRF -> "#calibration";
                    case PREVIEW -> "#preview";
                    case PACKAGE -> "#package";
                    case DOCUMENTATION -> "#documentation";
                    case AUXILIARY -> "#auxiliary";
                };
        return Link.failure(
                semantics,
                "NotFoundFault",
                file.location().fileName() + " is listed and not there at present; tell the archive's operator");
    }

    /** What a caller may do with a link to the bytes of a product. */
    static Link.Authorization authorization(CatalogueFile file, Caller caller, Instant now) {
        boolean forAll = file.rule().isOpenTo(Caller.ANONYMOUS, now);
        return new Link.Authorization(
                forAll ? "false" : "true", forAll || file.rule().isOpenTo(caller, now));
    }

    @Override
    public String semantics() {
        return "#this";
    }

    private static void add(List<Link> links, CatalogueFile file, URI url, Link.Authorization authorization) {
        switch (file.file().role()) {
            case EVENT_LIST -> {
                links.add(link(
                        "#this", url, "event list", file, Optional.of("#event-list"), "event-list", authorization));
                parts(links, file, url, authorization);
            }
            case IRF -> parts(links, file, url, authorization);
            case DATA -> links.add(
                    link("#this", url, "the data product", file, Optional.empty(), "data", authorization));
            case PREVIEW -> links.add(
                    link("#preview", url, "picture of the data", file, Optional.empty(), "preview", authorization));
            case PACKAGE -> links.add(link(
                    "#package", url, "all files in one", file, Optional.of("#event-bundle"), "package", authorization));
            case DOCUMENTATION -> links.add(link(
                    "#documentation", url, "documentation", file, Optional.empty(), "documentation", authorization));
            case AUXILIARY -> links.add(
                    link("#auxiliary", url, "auxiliary data", file, Optional.empty(), "auxiliary", authorization));
        }
    }

    private static void parts(List<Link> links, CatalogueFile file, URI url, Link.Authorization authorization) {
        for (String hdu : file.file().hdus()) {
            Part part = PARTS.get(hdu.strip().toUpperCase(Locale.ROOT));
            if (part != null) {
                links.add(link(
                        part.semantics,
                        URI.create(url + "#" + hdu.strip().replace(" ", "%20")),
                        part.words + " (extension " + hdu.strip() + ")",
                        file,
                        part.qualifier(),
                        part.term(),
                        authorization));
            }
        }
    }

    private static Link link(
            String semantics,
            URI url,
            String description,
            CatalogueFile file,
            Optional<String> qualifier,
            String local,
            Link.Authorization authorization) {
        ProductFile listed = file.file();
        return new Link(
                semantics,
                new Link.Target.Access(url),
                description,
                Optional.of(listed.mediaType()),
                OptionalLong.of(listed.bytes()),
                qualifier,
                Optional.of(local),
                Optional.of(authorization));
    }
}
