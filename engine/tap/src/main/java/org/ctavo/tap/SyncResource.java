package org.ctavo.tap;

import java.io.IOException;
import java.util.Optional;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.Parameters;
import org.ctavo.tap.query.Presentation;
import org.ctavo.tap.query.UploadReader;
import org.ctavo.tap.query.UploadedTables;

/** {@code /sync}: a query whose result is the answer (TAP 1.1, section 2.2). */
final class SyncResource implements TapResource {
    private final RequestReader requests;
    private final UploadReader uploads;
    private final LiveAnswers answers;

    SyncResource(RequestReader requests, UploadReader uploads, LiveAnswers answers) {
        this.requests = requests;
        this.uploads = uploads;
        this.answers = answers;
    }

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        exchange.allow("GET", "HEAD", "POST");
        Parameters parameters = exchange.parameters();
        try (UploadedTables tables = uploads.read(parameters, exchange::part)) {
            TapRequest request = requests.read(
                    parameters,
                    new RequestReader.Circumstances(
                            exchange.caller(), exchange.base(), Optional.of(url(exchange)), Optional.empty(), tables));
            answers.answer(exchange, request, Presentation.TAP);
        }
    }

    private static String url(Exchange exchange) {
        String query = exchange.rawQuery();
        return exchange.base() + TapEndpoint.PATH + exchange.path() + (query.isEmpty() ? "" : "?" + query);
    }
}
