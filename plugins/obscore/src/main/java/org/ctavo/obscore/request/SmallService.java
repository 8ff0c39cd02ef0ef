package org.ctavo.obscore.request;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/**
 * A service of one query resource with its VOSI resources beside it (DALI 1.1, section 2; VOSI 1.1, section 2).
 *
 * @param path of the whole, such as {@code /sia2}
 * @param query path of the query resource below it; may be empty
 * @param capability the capability element of its standard, {@code %s} standing for the query resource's URL
 */
public record SmallService(String path, String query, String capability) {
    private static final String CAPABILITIES = "/capabilities";
    private static final String AVAILABILITY = "/availability";
    /** One database serves all queries: when it is there, all of them are. */
    private static final String TAP_AVAILABILITY = "/tap/availability";

    /**
     * Answers unless it is the query that is asked for.
     *
     * @return whether it has answered
     * @throws Fault {@code NO_SUCH_RESOURCE} or {@code METHOD_NOT_ALLOWED}
     */
    public boolean answers(Exchange exchange) throws IOException {
        switch (exchange.path()) {
            case CAPABILITIES -> {
                allow(exchange, "GET", "HEAD");
                exchange.header("Content-Type", "text/xml;charset=UTF-8");
                exchange.output().write(capabilities(exchange.base()).getBytes(StandardCharsets.UTF_8));
                return true;
            }
            case AVAILABILITY -> {
                allow(exchange, "GET", "HEAD");
                exchange.seeOther(URI.create(exchange.base() + TAP_AVAILABILITY));
                return true;
            }
            default -> {
                if (!exchange.path().equals(query)) {
                    throw new Fault(
                            RequestFault.NO_SUCH_RESOURCE,
                            "There is nothing there; this service has %s, %s and %s."
                                    .formatted(path + query, path + CAPABILITIES, path + AVAILABILITY));
                }
                allow(exchange, "GET", "HEAD", "POST");
                return false;
            }
        }
    }

    private static void allow(Exchange exchange, String... methods) {
        if (!List.of(methods).contains(exchange.method())) {
            exchange.header("Allow", String.join(", ", methods));
            throw new Fault(
                    RequestFault.METHOD_NOT_ALLOWED,
                    "This resource does not answer " + exchange.method() + ", only " + String.join(", ", methods)
                            + '.');
        }
    }

    private String capabilities(URI base) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <vosi:capabilities xmlns:vosi="http://www.ivoa.net/xml/VOSICapabilities/v1.0"
                    xmlns:vs="http://www.ivoa.net/xml/VODataService/v1.1"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                %s%s%s</vosi:capabilities>
                """
                .formatted(
                        capability.formatted(Markup.escaped(base + path + query)),
                        vosi("capabilities", base + path + CAPABILITIES),
                        vosi("availability", base + TAP_AVAILABILITY));
    }

    private static String vosi(String name, String url) {
        return """
                <capability standardID="ivo://ivoa.net/std/VOSI#%s">
                  <interface xsi:type="vs:ParamHTTP" role="std" version="1.0">
                    <accessURL use="full">%s</accessURL>
                  </interface>
                </capability>
                """
                .formatted(name, Markup.escaped(url));
    }

    /** The URL that was asked for, to be written into the answer. */
    public String url(Exchange exchange) {
        String parameters = exchange.rawQuery();
        return exchange.base() + path + exchange.path() + (parameters.isEmpty() ? "" : "?" + parameters);
    }
}
