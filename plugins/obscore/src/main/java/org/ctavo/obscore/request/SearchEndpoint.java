package org.ctavo.obscore.request;

import java.io.IOException;

import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Queries;
import org.ctavo.spi.vosi.SmallService;

/** A small service whose answers are those of a query. */
public final class SearchEndpoint implements Endpoint {
    /** Whence the answers come: one database serves all queries, so when TAP is there all searches are. */
    public static final String TAP = "/tap";

    private final SmallService service;
    private final Queries queries;
    private final Search search;

    /** Asks these queries, as the search has it. */
    public SearchEndpoint(SmallService service, Queries queries, Search search) {
        this.service = service;
        this.queries = queries;
        this.search = search;
    }

    @Override
    public String path() {
        return service.path();
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (service.answers(exchange)) {
            return;
        }
        try {
            queries.answer(exchange, search.asked(exchange));
        } catch (Fault e) {
            if (exchange.isCommitted()) {
                throw e;
            }
            search.refuse(exchange, e);
        }
    }
}
