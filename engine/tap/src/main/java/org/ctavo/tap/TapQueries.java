package org.ctavo.tap;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.ctavo.spi.Queries;
import org.ctavo.spi.QueryAnswer;
import org.ctavo.tap.query.Presentation;
import org.ctavo.tap.query.QueryExecutor;
import org.ctavo.tap.query.QueryRequest;
import org.ctavo.tap.query.UploadedTables;
import org.ctavo.tap.result.Info;
import org.ctavo.tap.result.ResultFormats;

/** Lends the engine of TAP to other endpoints. */
final class TapQueries implements Queries {
    /** Of whoever reads rows and is no client of the web. */
    private static final URI NO_BASE = URI.create("");

    private final QueryExecutor executor;
    private final RequestReader requests;
    private final LiveAnswers answers;

    TapQueries(QueryExecutor executor, RequestReader requests, LiveAnswers answers) {
        this.executor = executor;
        this.requests = requests;
        this.answers = answers;
    }

    @Override
    public void answer(Exchange exchange, QueryAnswer answer) throws IOException {
        Parameters parameters = exchange.parameters();
        ResultFormats.Choice choice = choice(parameters.single("RESPONSEFORMAT"), answer);
        QueryRequest query =
                request(answer.adql(), choice, requests.maxrec(parameters), exchange.caller(), exchange.base());
        Presentation presentation = new Presentation(
                answer.standardId(),
                answer.infos().stream()
                        .map(entry -> new Info(entry.name(), entry.value()))
                        .toList(),
                answer.ucds(),
                answer.self());
        answers.answer(exchange, new TapRequest(query, choice.contentType()), presentation);
    }

    private ResultFormats.Choice choice(Optional<String> asked, QueryAnswer answer) {
        if (asked.isPresent()) {
            return requests.format(asked);
        }
        ResultFormats.Choice usual = requests.format(Optional.of(answer.format()));
        return new ResultFormats.Choice(usual.format(), answer.contentType());
    }

    @Override
    public void refuse(Exchange exchange, Fault fault, String message) throws IOException {
        ErrorDocument.answer(exchange, fault, message);
    }

    @Override
    public boolean read(Caller caller, String adql, long maxrec, RowReader reader) throws IOException {
        QueryRequest query = request(adql, requests.format(Optional.empty()), maxrec, caller, NO_BASE);
        return executor.read(query, reader);
    }

    private static QueryRequest request(
            String adql, ResultFormats.Choice choice, long maxrec, Caller caller, URI base) {
        return new QueryRequest(
                adql, choice.format(), maxrec, Optional.empty(), caller, base, Optional.empty(), UploadedTables.NONE);
    }
}
