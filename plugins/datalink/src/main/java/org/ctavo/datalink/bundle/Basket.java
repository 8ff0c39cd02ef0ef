package org.ctavo.datalink.bundle;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.ctavo.archive.ProductFile;
import org.ctavo.archive.ProductId;

/**
 * Data products with all their files, each of which the caller may have.
 *
 * @param products their files, by identifier
 */
record Basket(Map<String, List<Item>> products) {

    /**
     * A file. Products that share one have an equal item.
     *
     * @param name where it stands in the package: safe as a path, with slashes
     * @param listed as the archive lists it
     * @param path where it lies
     */
    record Item(String name, ProductFile listed, Path path) {

        /** The directory part of its name, without a slash at the end. */
        String directory() {
            return name.substring(0, name.lastIndexOf('/'));
        }

        /** The last part of its name. */
        String fileName() {
            return name.substring(name.lastIndexOf('/') + 1);
        }
    }

    /** Keeps the order of the products. */
    Basket {
        products = new LinkedHashMap<>(products);
    }

    /** The collections that the products belong to, as in identifiers. */
    SortedSet<String> collections() {
        return products.keySet().stream()
                .map(product -> ProductId.parse(product).collection())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All files, each once, in the order of their names. */
    List<Item> files() {
        Map<String, Item> byName = new LinkedHashMap<>();
        products.values().stream().flatMap(Collection::stream).forEach(item -> byName.putIfAbsent(item.name(), item));
        return byName.values().stream().sorted(Comparator.comparing(Item::name)).toList();
    }
}
