package org.ctavo.provenance.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.prov.ProvFormat;
import org.ctavo.provenance.store.GraphQuery;
import org.ctavo.provenance.svg.SvgWriter;
import org.ctavo.provenance.votable.ProvVotable;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.ctavo.spi.RequestFault;

/**
 * ProvSAP: the provenance of anything, as a synchronous DALI resource. There is no Recommendation; parameters are those
 * that the drafts and the implementations agree on.
 */
public final class ProvSapEndpoint implements Endpoint {
    private final GraphQuery query;
    private final int mostNodes;

    /** Answers from this query; graphs of more nodes are refused. */
    public ProvSapEndpoint(GraphQuery query, int mostNodes) {
        this.query = query;
        this.mostNodes = mostNodes;
    }

    @Override
    public String path() {
        return "/provsap";
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (!exchange.path().isEmpty() && !exchange.path().equals("/sync")) {
            throw new Fault(RequestFault.NO_SUCH_RESOURCE, "There is nothing below /provsap; ask /provsap?ID=….");
        }
        if (!Set.of("GET", "HEAD", "POST").contains(exchange.method())) {
            exchange.header("Allow", "GET, HEAD, POST");
            throw new Fault(RequestFault.METHOD_NOT_ALLOWED, "Provenance is asked for with GET or POST.");
        }
        ProvSapRequest request = ProvSapRequest.of(exchange, mostNodes);
        ProvDocument document = query.ask(request.graph(), exchange.caller());
        exchange.header("Content-Type", request.format().mediaType());
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
        StringBuilder link = new StringBuilder(exchange.base() + "/provsap?ID=").append(encoded(id));
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
