package org.ctavo.soda.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.ctavo.soda.request.ErrorLabel;
import org.ctavo.spi.Category;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fault as SODA tells it: plain text that begins with one of its words (SODA 1.0, section 4.2). */
final class Refusal {
    private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);

    private Refusal() {}

    /** Answers with a fault; what was about to be answered is forgotten. */
    static void send(Exchange exchange, Fault fault) throws IOException {
        Category category = fault.code().category();
        if (category.isServiceFault()) {
            LOG.error(
                    "Cut-out {} failed: {}", exchange.requestId(), fault.code().name(), fault);
        }
        exchange.reset();
        exchange.status(category.status());
        exchange.header("Content-Type", "text/plain;charset=UTF-8");
        exchange.header("Cache-Control", "no-store");
        switch (category) {
            case RESOURCES -> exchange.header("Retry-After", "5");
            case UNAUTHENTICATED -> exchange.header("WWW-Authenticate", "Bearer realm=\"cta\"");
            case METHOD -> exchange.header("Allow", "GET, HEAD, POST");
            default -> {}
        }
        exchange.output().write((ErrorLabel.text(fault) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
