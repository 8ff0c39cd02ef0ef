package org.ctavo.soda.web;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.ctavo.soda.cutout.Makings;
import org.ctavo.soda.cutout.Sources;
import org.ctavo.soda.link.Coverages;
import org.ctavo.soda.request.SodaStandard;
import org.ctavo.spi.Database;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.vosi.Availability;
import org.ctavo.spi.vosi.SmallService;
import org.ctavo.spi.vosi.SmallService.Resource;

/**
 * {@code /soda}: the synchronous service with its VOSI and DALI resources as siblings (SODA 1.0, section 2). The
 * asynchronous one is an endpoint of its own.
 */
public final class SodaEndpoint implements Endpoint {
    private final SyncResource sync;
    private final SmallService service;

    /**
     * The resources.
     *
     * @param makings tells of cut-outs where they came from
     * @param database that has the archive, to tell whether it answers
     * @param coverages tells of a product for the examples
     * @param atOnce how many cut-outs may be made at once
     */
    public SodaEndpoint(
            Sources sources, Makings makings, Database database, Coverages coverages, Clock clock, int atOnce) {
        Instant since = clock.instant();
        this.sync = new SyncResource(sources, makings, clock, atOnce);
        this.service = new SmallService(
                SodaStandard.PATH,
                List.of(SodaStandard.SYNC),
                List.of(
                        Resource.capabilities(Documents::capabilities),
                        Resource.availability(() -> Availability.of(database, since)),
                        Resource.examples(base -> Documents.examples(base, coverages.anyone()))));
    }

    @Override
    public String path() {
        return SodaStandard.PATH;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        String path = exchange.path();
        if (path.equals(SodaStandard.SYNC)) {
            // All its errors bear SODA's labels, a refused method's too.
            sync.handle(exchange);
        } else if (path.isEmpty() || path.equals("/")) {
            exchange.allow("GET", "HEAD");
            exchange.seeOther(URI.create(exchange.base() + SodaStandard.PATH + "/examples"));
        } else {
            service.answers(exchange);
        }
    }
}
