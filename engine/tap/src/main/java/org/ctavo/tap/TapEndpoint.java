package org.ctavo.tap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;
import org.ctavo.tap.query.TapFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /tap} and everything below it. Failures are DALI documents. */
public final class TapEndpoint implements Endpoint {
    /** Where the service lives below the base of the whole. */
    public static final String PATH = "/tap";

    private static final Logger LOG = LoggerFactory.getLogger(TapEndpoint.class);

    private final Map<String, TapResource> resources = new LinkedHashMap<>();

    TapEndpoint(List<TapResource> resources) {
        for (TapResource resource : resources) {
            this.resources.put(resource.name(), resource);
        }
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        try {
            resource(exchange).handle(exchange);
        } catch (Fault e) {
            answer(exchange, e);
        } catch (RuntimeException e) {
            answer(
                    exchange,
                    new Fault(
                            TapFault.INTERNAL,
                            "The service failed. Tell its operator the request id " + exchange.requestId() + ".",
                            e));
        }
    }

    private TapResource resource(Exchange exchange) {
        String path = exchange.path();
        int end = path.indexOf('/', 1);
        String name = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
        TapResource resource = resources.get(name);
        if (resource == null) {
            throw new Fault(
                    RequestFault.NO_SUCH_RESOURCE,
                    "There is nothing at " + PATH + path + "; this service has "
                            + String.join(
                                    ", ",
                                    resources.keySet().stream()
                                            .filter(known -> !known.isEmpty())
                                            .map(known -> PATH + "/" + known)
                                            .toList())
                            + '.');
        }
        return resource;
    }

    private static void answer(Exchange exchange, Fault fault) throws IOException {
        if (fault.code().category().isServiceFault()) {
            LOG.error(
                    "Request {} failed: {}", exchange.requestId(), fault.code().name(), fault);
        }
        if (exchange.isCommitted()) {
            throw new IOException("The answer had begun when the request failed.", fault);
        }
        ErrorDocument.answer(exchange, fault);
    }

    /** Answers with a whole document that last changed at a known time. */
    static void document(Exchange exchange, String contentType, Instant modified, String text) throws IOException {
        exchange.header(
                "Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atOffset(ZoneOffset.UTC)));
        document(exchange, contentType, text);
    }

    /** Answers with a whole document. */
    static void document(Exchange exchange, String contentType, String text) throws IOException {
        exchange.header("Content-Type", contentType);
        exchange.output().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
