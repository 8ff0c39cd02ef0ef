package org.ctavo.soda.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

import org.ctavo.soda.cutout.Sources;
import org.ctavo.soda.link.Coverages;
import org.ctavo.soda.request.SodaStandard;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/**
 * {@code /soda}: the synchronous service with its VOSI and DALI resources as siblings (SODA 1.0, section 2). The
 * asynchronous one is an endpoint of its own.
 */
public final class SodaEndpoint implements Endpoint {
    private final SyncResource sync;
    private final Coverages coverages;
    private final Instant since;

    /**
     * The resources.
     *
     * @param coverages tells whether the archive answers, and of a product for the examples
     * @param atOnce how many cut-outs may be made at once
     */
    public SodaEndpoint(Sources sources, Coverages coverages, Clock clock, int atOnce) {
        this.sync = new SyncResource(sources, clock, atOnce);
        this.coverages = coverages;
        this.since = clock.instant();
    }

    @Override
    public String path() {
        return SodaStandard.PATH;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        String path = exchange.path();
        if (path.equals(SodaStandard.SYNC)) {
            sync.handle(exchange);
            return;
        }
        if (!exchange.method().equals("GET")) {
            exchange.header("Allow", "GET, HEAD");
            throw new Fault(RequestFault.METHOD_NOT_ALLOWED, "This resource answers GET only.");
        }
        switch (path) {
            case "", "/" -> exchange.seeOther(URI.create(exchange.base() + SodaStandard.PATH + "/examples"));
            case "/capabilities" -> write(exchange, "text/xml;charset=UTF-8", Documents.capabilities(exchange.base()));
            case "/availability" -> write(
                    exchange, "text/xml;charset=UTF-8", Documents.availability(coverages.answers(), since));
            case "/examples" -> write(
                    exchange,
                    "application/xhtml+xml;charset=UTF-8",
                    Documents.examples(exchange.base(), coverages.anyone()));
            default -> throw new Fault(
                    RequestFault.NO_SUCH_RESOURCE,
                    "There is nothing here; " + SodaStandard.PATH
                            + " has sync, async, capabilities, availability and examples.");
        }
    }

    private static void write(Exchange exchange, String type, String document) throws IOException {
        exchange.header("Content-Type", type);
        exchange.output().write(document.getBytes(StandardCharsets.UTF_8));
    }
}
