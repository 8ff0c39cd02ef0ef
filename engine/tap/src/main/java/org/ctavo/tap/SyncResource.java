package org.ctavo.tap;

import java.io.IOException;
import java.util.Optional;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.Parameters;
import org.ctavo.tap.query.Cancellation;
import org.ctavo.tap.query.QueryExecutor;
import org.ctavo.tap.query.UploadReader;
import org.ctavo.tap.query.UploadedTables;

/** {@code /sync}: a query whose result is the answer (TAP 1.1, section 2.2). */
final class SyncResource implements TapResource {
    private final QueryExecutor executor;
    private final RequestReader requests;
    private final UploadReader uploads;
    private final Pulse pulse;

    SyncResource(QueryExecutor executor, RequestReader requests, UploadReader uploads, Pulse pulse) {
        this.executor = executor;
        this.requests = requests;
        this.uploads = uploads;
        this.pulse = pulse;
    }

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        TapMethods.allow(exchange, "GET", "HEAD", "POST");
        Parameters parameters = exchange.parameters();
        try (UploadedTables tables = uploads.read(parameters, exchange::part)) {
            TapRequest request = requests.read(
                    parameters,
                    new RequestReader.Circumstances(
                            exchange.caller(), exchange.base(), Optional.of(url(exchange)), Optional.empty(), tables));
            exchange.header("Content-Type", request.contentType());
            Cancellation cancellation = new Cancellation();
            LiveDelivery delivery = new LiveDelivery(exchange, cancellation);
            pulse.watch(delivery);
            try {
                executor.deliver(request.query(), delivery, cancellation);
            } finally {
                pulse.forget(delivery);
                delivery.end();
            }
        }
    }

    private static String url(Exchange exchange) {
        String query = exchange.rawQuery();
        return exchange.base() + TapEndpoint.PATH + exchange.path() + (query.isEmpty() ? "" : "?" + query);
    }
}
