package org.ctavo.soda.web;

import java.io.IOException;

import org.ctavo.spi.Category;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;

/**
 * {@code /soda/async}: jobs, whose refusals begin with SODA's words like those of the synchronous service.
 *
 * @param jobs the list of jobs with all below it
 */
public record AsyncEndpoint(Endpoint jobs) implements Endpoint {

    @Override
    public String path() {
        return jobs.path();
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        try {
            jobs.handle(exchange);
        } catch (Fault e) {
            // Which methods a resource of a job has is in a header that is set already.
            if (exchange.isCommitted() || e.code().category() == Category.METHOD) {
                throw e;
            }
            Refusal.send(exchange, e);
        }
    }
}
