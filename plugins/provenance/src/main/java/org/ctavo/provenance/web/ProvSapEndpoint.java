package org.ctavo.provenance.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.prov.ProvFormat;
import org.ctavo.provenance.store.GraphQuery;
import org.ctavo.provenance.svg.SvgWriter;
import org.ctavo.provenance.votable.ProvVotable;
import org.ctavo.spi.Database;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Parameters;
import org.ctavo.spi.vosi.Availability;
import org.ctavo.spi.vosi.SmallService;
import org.ctavo.spi.vosi.SmallService.Resource;

/**
 * ProvSAP: the provenance of anything, as a synchronous DALI resource. There is no Recommendation; parameters are those
 * that the drafts and the implementations agree on. Its VOSI resources and examples lie beside it.
 */
public final class ProvSapEndpoint implements Endpoint {
    /** Where the service is, below the base. */
    public static final String PATH = "/provsap";

    /** No standard registers a name for the service: this one is the project's own. */
    public static final String STANDARD_ID = "ivo://ctao/std/ProvSAP#sync-0.1";

    /** Version of what the parameters mean. */
    public static final String VERSION = "0.1";

    /** Where the same is answered, as DALI would have it. */
    static final String SYNC = "/sync";

    private final GraphQuery query;
    private final int mostNodes;
    private final SmallService service;

    /**
     * Answers from a database.
     *
     * @param mostNodes graphs of more are refused
     */
    public ProvSapEndpoint(Database database, int mostNodes) {
        Instant started = Instant.now();
        this.query = new GraphQuery(database);
        this.mostNodes = mostNodes;
        this.service = new SmallService(
                PATH,
                List.of("", SYNC),
                List.of(
                        Resource.capabilities(ProvSapDocuments::capabilities),
                        Resource.availability(() -> Availability.of(database, started)),
                        Resource.examples(base -> ProvSapDocuments.examples(base, database))));
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (service.answers(exchange)) {
            return;
        }
        ProvSapRequest request = ProvSapRequest.of(exchange, mostNodes);
        ProvDocument document = query.ask(request.graph(), exchange.caller());
        exchange.header("Content-Type", request.format().mediaType());
        exchange.header("Vary", "Accept");
        // A picture from here must never run anything, whatever names it holds.
        exchange.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        exchange.header("X-Content-Type-Options", "nosniff");
        OutputStream out = exchange.output();
        switch (request.format()) {
            case PROV_JSON -> ProvFormat.PROV_JSON.write(document, request.style(), out);
            case PROV_N -> ProvFormat.PROV_N.write(document, request.style(), out);
            case PROV_XML -> ProvFormat.PROV_XML.write(document, request.style(), out);
            case PROV_JSONLD -> ProvFormat.PROV_JSONLD.write(document, request.style(), out);
            case PROV_VOTABLE -> ProvVotable.write(document, out);
            case PROV_SVG -> {
                Set<String> asked = new LinkedHashSet<>(request.graph().ids());
                new SvgWriter(request.attributes(), request.descriptionNodes(), GraphQuery.HIDDEN)
                        .write(document, asked, id -> link(exchange, id), out);
            }
        }
    }

    /** The same question about another thing. */
    private static String link(Exchange exchange, String id) {
        StringBuilder link = new StringBuilder(exchange.base() + PATH + "?ID=").append(encoded(id));
        for (Parameters.Entry entry : exchange.parameters().entries()) {
            if (!entry.name().toUpperCase(Locale.ROOT).equals("ID")) {
                link.append('&').append(encoded(entry.name())).append('=').append(encoded(entry.value()));
            }
        }
        return link.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
