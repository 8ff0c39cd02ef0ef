package org.ctavo.datalink;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

import org.ctavo.archive.ArchivePlugin;
import org.ctavo.archive.FileCatalogue;
import org.ctavo.archive.FileStore;
import org.ctavo.archive.link.LinkProvider;
import org.ctavo.archive.link.LinkSource;
import org.ctavo.datalink.bundle.PackageEndpoint;
import org.ctavo.datalink.bundle.PackageLimits;
import org.ctavo.datalink.bundle.Terms;
import org.ctavo.datalink.file.FileEndpoint;
import org.ctavo.datalink.links.LinksEndpoint;
import org.ctavo.datalink.links.ProductKeys;
import org.ctavo.spi.Capability;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.RecordDecorator;
import org.ctavo.spi.Services;
import org.ctavo.spi.Setting;

/** From a row to its bytes: DataLink documents and the file door. */
public final class DataLinkPlugin implements Plugin {
    /** How many identifiers one request for links may carry. */
    public static final Setting<Integer> MOST_IDENTIFIERS = Setting.wholeNumber(
            "datalink.most-identifiers",
            500,
            1,
            100_000,
            "How many identifiers one request for links may carry; the rest is left out and said to be.");

    @Override
    public String name() {
        return "datalink";
    }

    @Override
    public List<Setting<?>> settings() {
        List<Setting<?>> settings = new ArrayList<>(List.of(MOST_IDENTIFIERS));
        settings.addAll(Terms.settings());
        settings.addAll(PackageLimits.settings());
        return List.copyOf(settings);
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(
                new Capability("ivo://ivoa.net/std/DataLink#links-1.1", "vs:ParamHTTP", "1.1", "/datalink/links"));
    }

    @Override
    public List<Endpoint> endpoints(Services services) {
        FileCatalogue catalogue = new FileCatalogue(services.database());
        FileStore store = new FileStore(services.database(), services.settings().value(ArchivePlugin.ROOTS));
        return List.of(
                new FileEndpoint(catalogue, store, Clock.systemUTC()),
                new PackageEndpoint(
                        services.queries(),
                        catalogue,
                        store,
                        PackageLimits.of(services.settings()),
                        Terms.of(services.settings()),
                        Clock.systemUTC()),
                new LinksEndpoint(
                        new ProductKeys(services.database()),
                        sources(services),
                        services.settings().value(MOST_IDENTIFIERS)));
    }

    private static List<LinkSource> sources(Services services) {
        return ServiceLoader.load(LinkProvider.class, DataLinkPlugin.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(LinkProvider::rank))
                .flatMap(provider -> provider.linkSources(services).stream())
                .toList();
    }

    @Override
    public List<RecordDecorator> decorators(Services services) {
        return List.of(new LinkDescriptor());
    }
}
