package org.ctavo.datalink.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.ctavo.archive.FileCatalogue;
import org.ctavo.archive.FileStore;
import org.ctavo.datalink.file.RangedAnswer;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Queries;
import org.ctavo.spi.RequestFault;

/**
 * Many data products at once, at {@code /datalink/package}: those that ID names, or that the ADQL of QUERY finds in its
 * column {@code obs_publisher_did}, with all their files and the index tables of exactly these. As a TAR file, of which
 * ranges can be asked for, or as a script for curl or wget.
 */
public final class PackageEndpoint implements Endpoint {
    private static final long PATIENCE_SECONDS = 30;
    private static final long ROWS_PER_PRODUCT = 100;

    private final Queries queries;
    private final BasketReader baskets;
    private final PackageLimits limits;
    private final Terms terms;
    private final FactsReader facts = new FactsReader();

    /** Headers of a thousand files are read in seconds of a processor; what is sent later costs next to nothing. */
    private final Semaphore packing = new Semaphore(Runtime.getRuntime().availableProcessors());

    /** Packs files of a catalogue from a store. */
    public PackageEndpoint(
            Queries queries, FileCatalogue catalogue, FileStore store, PackageLimits limits, Terms terms, Clock clock) {
        this.queries = queries;
        this.baskets = new BasketReader(catalogue, store, limits, clock);
        this.limits = limits;
        this.terms = terms;
    }

    @Override
    public String path() {
        return "/datalink/package";
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (!exchange.path().isEmpty()) {
            throw new Fault(RequestFault.NO_SUCH_RESOURCE, "There is nothing below /datalink/package.");
        }
        exchange.allow("GET", "HEAD", "POST");
        PackageRequest request = PackageRequest.of(exchange.parameters());
        Collection<String> products =
                request.query().isPresent() ? found(exchange, request.query().get()) : request.products();
        Manifest manifest = manifest(baskets.basket(exchange.caller(), products));
        // The products a query finds may be others tomorrow, and rights change.
        exchange.header("Cache-Control", "private, no-cache");
        switch (request.format()) {
            case TAR -> RangedAnswer.send(exchange, new TarContent(manifest));
            case CURL -> script(exchange, manifest, DownloadScript.Client.CURL);
            case WGET -> script(exchange, manifest, DownloadScript.Client.WGET);
        }
    }

    private Manifest manifest(Basket basket) throws IOException {
        try {
            if (packing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                try {
                    return Manifest.of(basket, facts, terms);
                } finally {
                    packing.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Fault(RequestFault.BUSY, "Too many packages are being put together; ask again in a while.");
    }

    private Set<String> found(Exchange exchange, String query) throws IOException {
        Set<String> products = new TreeSet<>();
        boolean more = queries.read(exchange.caller(), query, limits.mostProducts() * ROWS_PER_PRODUCT, row -> {
            row.text(identifier(row.columns())).ifPresent(products::add);
            limits.checkProducts(products.size());
        });
        if (more) {
            throw new Fault(
                    PackageFault.PACKAGE_TOO_LARGE,
                    "The query has too many rows; SELECT DISTINCT obs_publisher_did gives each product once.");
        }
        if (products.isEmpty()) {
            throw new Fault(PackageFault.NO_SUCH_PRODUCT, "The query finds no data product.");
        }
        return products;
    }

    private static int identifier(List<String> columns) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).equalsIgnoreCase("obs_publisher_did"))
                .findFirst()
                .orElseThrow(() -> new Fault(
                        RequestFault.BAD_PARAMETER,
                        "QUERY selects no column obs_publisher_did, which tells the products to pack; add it."));
    }

    private static void script(Exchange exchange, Manifest manifest, DownloadScript.Client client) throws IOException {
        exchange.header("Content-Type", "text/x-shellscript;charset=UTF-8");
        exchange.header("Content-Disposition", "attachment; filename=\"" + manifest.directory() + ".sh\"");
        String text = new DownloadScript(manifest, exchange.base()).text(client);
        exchange.output().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
