package org.ctavo.ingest;

import java.time.Instant;
import java.util.List;

import org.ctavo.archive.Product;
import org.ctavo.archive.ProductFile;

/** Products without what differs between copies of a file. */
final class Products {
    private Products() {}

    static ProductFile anyFile(long bytes) {
        return new ProductFile(
                ProductFile.Role.EVENT_LIST,
                new ProductFile.Location("root", "file"),
                "application/fits",
                bytes,
                "0".repeat(64),
                List.of(),
                Instant.EPOCH);
    }

    static Product with(Product product, Product.Origin origin) {
        return new Product(
                product.id(),
                product.kind(),
                product.obsCollection(),
                product.obsId(),
                product.title(),
                product.access(),
                product.link(),
                product.target(),
                product.space(),
                product.time(),
                product.energy(),
                product.elements(),
                product.configuration(),
                product.processing(),
                List.of(),
                origin);
    }
}
