package org.ctavo.datalink.links;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.ctavo.archive.link.Link;
import org.ctavo.archive.link.LinkSource;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/**
 * The {links} resource of DataLink 1.1 at {@code /datalink/links}: for each identifier the links that the sources know,
 * or one error row. A product that the caller may not know of is answered like one that does not exist.
 */
public final class LinksEndpoint implements Endpoint {
    /** Descriptors of services are kept until the table ends, so their number is bounded. */
    private static final int MOST_SERVICES = 2000;

    private final ProductKeys products;
    private final List<LinkSource> sources;
    private final int mostIdentifiers;

    /**
     * Answers from the given sources, in their order.
     *
     * @param mostIdentifiers how many identifiers one request may ask for; the rest overflows
     */
    public LinksEndpoint(ProductKeys products, List<LinkSource> sources, int mostIdentifiers) {
        this.products = products;
        this.sources = List.copyOf(sources);
        this.mostIdentifiers = mostIdentifiers;
    }

    @Override
    public String path() {
        return "/datalink/links";
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (!exchange.path().isEmpty()) {
            throw new Fault(RequestFault.NO_SUCH_RESOURCE, "There is nothing below /datalink/links.");
        }
        exchange.allow("GET", "HEAD", "POST");
        try {
            String mediaType = mediaType(exchange);
            List<String> ids = exchange.parameters().all("ID").stream()
                    .filter(id -> !id.isEmpty())
                    .distinct()
                    .toList();
            int most = most(exchange);
            exchange.header("Content-Type", mediaType);
            if (!exchange.method().equals("HEAD")) {
                answer(exchange, ids.subList(0, Math.min(ids.size(), most)), ids.size() > most);
            }
        } catch (Fault e) {
            if (exchange.isCommitted() || e.code().category().isServiceFault()) {
                throw e;
            }
            exchange.reset();
            exchange.status(e.code().category().status());
            exchange.header("Content-Type", LinksDocument.MEDIA_TYPE);
            LinksDocument.error(exchange.output(), "UsageFault: " + e.getMessage());
        }
    }

    private void answer(Exchange exchange, List<String> ids, boolean overflow) throws IOException {
        try (LinksDocument document = LinksDocument.begin(exchange.output())) {
            int answered = 0;
            while (answered < ids.size() && document.services() < MOST_SERVICES) {
                String id = ids.get(answered++);
                document.links(id, links(exchange, id));
            }
            document.end(overflow || answered < ids.size());
        }
    }

    private List<Link> links(Exchange exchange, String id) {
        if (!id.toLowerCase(Locale.ROOT).startsWith("ivo://")) {
            return List.of(Link.failure("#this", "UsageFault", "an identifier begins with ivo://"));
        }
        try {
            if (!products.knows(exchange.caller(), id)) {
                return List.of(Link.failure("#this", "NotFoundFault", "there is no data product of this identifier"));
            }
        } catch (Fault e) {
            return List.of(failure("#this", e));
        }
        List<Link> links = new ArrayList<>();
        for (LinkSource source : sources) {
            try {
                links.addAll(source.links(id, exchange.caller(), exchange.base()));
            } catch (Fault e) {
                links.add(failure(source.semantics(), e));
            }
        }
        return links.isEmpty()
                ? List.of(Link.failure("#this", "NotFoundFault", "the archive has no file of this product"))
                : links;
    }

    /** The row that stands where a link could not be told (DataLink 1.1, section 3.4). */
    private static Link failure(String semantics, Fault fault) {
        String word =
                switch (fault.code().category()) {
                    case NOT_FOUND -> "NotFoundFault";
                    case RESOURCES, EXTERNAL -> "TransientFault";
                    case INTERNAL -> "FatalFault";
                    default -> "DefaultFault";
                };
        return Link.failure(semantics, word, fault.getMessage());
    }

    private int most(Exchange exchange) {
        String text = exchange.parameters().single("MAXREC").orElse("");
        if (text.isEmpty()) {
            return mostIdentifiers;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new Fault(RequestFault.BAD_PARAMETER, "MAXREC is a whole number, 0 or more; not '" + text + "'.");
        }
        return Math.min(mostIdentifiers, Integer.parseInt(text));
    }

    private static String mediaType(Exchange exchange) {
        String asked = exchange.parameters().single("RESPONSEFORMAT").orElse("").strip();
        String bare =
                asked.contains(";") ? asked.substring(0, asked.indexOf(';')).strip() : asked;
        return switch (bare.toLowerCase(Locale.ROOT)) {
            case "", "votable", "application/x-votable+xml" -> LinksDocument.MEDIA_TYPE;
            case "text/xml", "application/xml" -> bare;
            default -> throw new Fault(
                    RequestFault.BAD_PARAMETER,
                    "Links come as VOTable only: RESPONSEFORMAT=votable, not '" + asked + "'.");
        };
    }
}
