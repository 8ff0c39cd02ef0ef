package org.ctavo.war.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.ctavo.spi.Category;
import org.ctavo.spi.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a client is told when an endpoint fails before its first byte: a status and one line of plain text. */
final class FaultAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(FaultAnswer.class);
    private static final String RETRY_SECONDS = "5";

    private final ServletExchange exchange;

    FaultAnswer(ServletExchange exchange) {
        this.exchange = exchange;
    }

    /** Answers a fault that names itself. */
    void answer(Fault fault) throws IOException {
        Category category = fault.code().category();
        if (category.isServiceFault()) {
            LOG.error(
                    "Request {} failed: {}", exchange.requestId(), fault.code().name(), fault);
        }
        write(category, fault.code().name() + ": " + fault.getMessage());
    }

    /** Answers anything else, whose words are for the log alone. */
    void answer(Throwable failure) throws IOException {
        LOG.error("Request {} failed", exchange.requestId(), failure);
        write(
                Category.INTERNAL,
                "INTERNAL: The service failed. Tell its operator the request id " + exchange.requestId() + ".");
    }

    private void write(Category category, String text) throws IOException {
        exchange.reset();
        exchange.status(category.status());
        exchange.header("Content-Type", "text/plain;charset=UTF-8");
        exchange.header("Cache-Control", "no-store");
        if (category == Category.RESOURCES) {
            exchange.header("Retry-After", RETRY_SECONDS);
        } else if (category == Category.UNAUTHENTICATED) {
            exchange.header("WWW-Authenticate", "Bearer realm=\"cta\"");
        } else if (category == Category.TOO_LARGE) {
            // What was not read of the body must not be taken for the next request.
            exchange.header("Connection", "close");
        }
        exchange.output().write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
