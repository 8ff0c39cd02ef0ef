package org.ctavo.datalink.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import org.ctavo.archive.CatalogueFile;
import org.ctavo.archive.FileCatalogue;
import org.ctavo.archive.FileStore;
import org.ctavo.archive.ProductFile;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/** Gathers the files of products for a caller, or says what keeps them back. Safe for use by any number of threads. */
final class BasketReader {
    private static final int MOST_NAMED = 5;

    private final FileCatalogue catalogue;
    private final FileStore store;
    private final PackageLimits limits;
    private final Clock clock;

    BasketReader(FileCatalogue catalogue, FileStore store, PackageLimits limits, Clock clock) {
        this.catalogue = catalogue;
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * The products with their files, in the order of their identifiers.
     *
     * @throws Fault if there are too many, one is not there, or the caller may not have one
     */
    Basket basket(Caller caller, Collection<String> products) {
        SortedSet<String> asked = new TreeSet<>(products);
        limits.checkProducts(asked.size());
        Map<String, List<CatalogueFile>> listed = new TreeMap<>();
        for (CatalogueFile file : catalogue.of(caller, asked)) {
            if (isPacked(file.file().role())) {
                listed.computeIfAbsent(file.product(), product -> new ArrayList<>())
                        .add(file);
            }
        }
        checkAllThere(asked, listed);
        checkRights(caller, listed);
        limits.checkBytes(listed.values().stream()
                .flatMap(Collection::stream)
                .map(CatalogueFile::file)
                .distinct()
                .mapToLong(ProductFile::bytes)
                .sum());
        return found(listed);
    }

    private static boolean isPacked(ProductFile.Role role) {
        return switch (role) {
            case EVENT_LIST, IRF, DATA, AUXILIARY, DOCUMENTATION -> true;
                // Made from what the package holds anyway.
            case PREVIEW, PACKAGE -> false;
        };
    }

    private static void checkAllThere(SortedSet<String> asked, Map<String, List<CatalogueFile>> listed) {
        List<String> missing =
                asked.stream().filter(product -> !listed.containsKey(product)).toList();
        if (!missing.isEmpty()) {
            throw new Fault(
                    PackageFault.NO_SUCH_PRODUCT,
                    "The archive has no files of " + named(missing) + "; leave them out, or correct the identifiers.");
        }
    }

    private void checkRights(Caller caller, Map<String, List<CatalogueFile>> listed) {
        Instant now = clock.instant();
        List<String> closed = listed.entrySet().stream()
                .filter(product -> !product.getValue().get(0).rule().isOpenTo(caller, now))
                .map(Map.Entry::getKey)
                .toList();
        if (!closed.isEmpty()) {
            boolean anonymous = caller.authentication() == Caller.Authentication.NONE;
            throw new Fault(
                    anonymous ? RequestFault.LOGIN_NEEDED : RequestFault.NOT_ALLOWED,
                    (anonymous ? "Log in to have the files of " : "You may not have the files of ") + named(closed)
                            + ", which are proprietary; or leave them out.");
        }
    }

    private static String named(List<String> products) {
        String some = String.join(", ", products.subList(0, Math.min(MOST_NAMED, products.size())))
                .replaceAll("[^\\x20-\\x7e]", "?");
        return products.size() > MOST_NAMED ? some + " and " + (products.size() - MOST_NAMED) + " more" : some;
    }

    private Basket found(Map<String, List<CatalogueFile>> listed) {
        Function<ProductFile.Location, Path> places = store.resolver();
        SafeNames names = new SafeNames();
        Map<ProductFile.Location, Basket.Item> items = new LinkedHashMap<>();
        Map<String, List<Basket.Item>> products = new LinkedHashMap<>();
        listed.forEach((product, files) -> {
            List<Basket.Item> own = new ArrayList<>();
            for (CatalogueFile file : files) {
                own.add(items.computeIfAbsent(
                        file.file().location(),
                        place -> new Basket.Item(names.of(place), file.file(), unchanged(file, places.apply(place)))));
            }
            products.put(product, List.copyOf(own));
        });
        return new Basket(products);
    }

    private static Path unchanged(CatalogueFile file, Path path) {
        try {
            if (Files.size(path) == file.file().bytes()) {
                return path;
            }
        } catch (IOException e) {
            throw new Fault(RequestFault.BUSY, "A file of " + file.product() + " cannot be read at present.", e);
        }
        throw new Fault(
                RequestFault.BUSY,
                "A file of " + file.product()
                        + " has changed since it was listed and waits for the archive to take note of it.");
    }
}
