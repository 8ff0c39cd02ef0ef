package org.ctavo.tap;

import java.io.IOException;

import org.ctavo.spi.ContentDisposition;
import org.ctavo.spi.Exchange;
import org.ctavo.tap.query.Cancellation;
import org.ctavo.tap.query.Presentation;
import org.ctavo.tap.query.QueryExecutor;

/** Answers requests with the results of queries while clients wait. Safe for use by any number of threads. */
record LiveAnswers(QueryExecutor executor, Pulse pulse) {

    /** Runs a query; its result is the answer. */
    void answer(Exchange exchange, TapRequest request, Presentation presentation) throws IOException {
        exchange.header("Content-Type", request.contentType());
        exchange.header("Content-Disposition", ContentDisposition.of(name(exchange), request.contentType()));
        Cancellation cancellation = new Cancellation();
        LiveDelivery delivery = new LiveDelivery(exchange, cancellation);
        pulse.watch(delivery);
        try {
            executor.deliver(request.query(), presentation, delivery, cancellation);
        } finally {
            pulse.forget(delivery);
            delivery.end();
        }
    }

    /** What the client calls its request (DALI 1.1, section 3.4.6), for the name of a file. */
    private static String name(Exchange exchange) {
        return exchange.parameters().all("RUNID").stream()
                .filter(runId -> !runId.isBlank())
                .findFirst()
                .orElse("result");
    }
}
