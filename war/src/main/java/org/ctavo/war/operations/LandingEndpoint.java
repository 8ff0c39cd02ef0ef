package org.ctavo.war.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;

/** The page at the root: what is served, and where. */
public final class LandingEndpoint implements Endpoint {
    private final String body;

    /** Links to the endpoints that are there. */
    public LandingEndpoint(List<Endpoint> endpoints) {
        StringBuilder links = new StringBuilder();
        for (Link link : Link.values()) {
            if (endpoints.stream().anyMatch(endpoint -> link.target.startsWith(endpoint.path()))) {
                links.append("<li><a href=\".%s\">%s</a>: %s</li>\n".formatted(link.target, link.target, link.words));
            }
        }
        this.body = PAGE.formatted(links);
    }

    private enum Link {
        TAP(
                "/tap/capabilities",
                "the TAP service and all it can do; give TOPCAT or pyVO the address that ends in /tap"),
        TABLES("/tap/tables", "the tables, with their columns"),
        EXAMPLES("/tap/examples", "queries to begin with"),
        CONE("/scs/capabilities", "cone search; give clients the address that ends in /scs"),
        IMAGES("/sia2/capabilities", "search by position, energy, time and more with SIA 2.0"),
        CUTOUTS("/soda/capabilities", "parts of event lists, by position, energy and time"),
        PROVENANCE("/provsap/examples", "where products came from, as pictures and documents"),
        HEALTH("/health", "whether the service is up"),
        METRICS("/metrics", "figures for operators");

        private final String target;
        private final String words;

        Link(String target, String words) {
            this.target = target;
            this.words = words;
        }
    }

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>CTA-VO</title>
            <meta name="viewport" content="width=device-width">
            <style>body { font: 1rem/1.5 sans-serif; max-width: 45rem; margin: 3rem auto; padding: 0 1rem }</style>
            </head>
            <body>
            <h1>CTA-VO</h1>
            <p>A Cherenkov telescope archive in the Virtual Observatory. Every answer is open to scripts:</p>
            <ul>
            %s</ul>
            </body>
            </html>
            """;

    @Override
    public String path() {
        return "";
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        Plain.onlyGet(exchange);
        exchange.header("Content-Type", "text/html;charset=UTF-8");
        exchange.output().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
