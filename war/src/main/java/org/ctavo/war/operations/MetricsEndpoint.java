package org.ctavo.war.operations;

import java.io.IOException;

import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;

/** The figures of {@link Metrics} in Prometheus's text format. */
public final class MetricsEndpoint implements Endpoint {
    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final Metrics metrics;

    /** Answers from these metrics. */
    public MetricsEndpoint(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public String path() {
        return "/metrics";
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        Plain.onlyGet(exchange);
        exchange.header("Content-Type", TEXT_FORMAT);
        exchange.header("Cache-Control", "no-store");
        metrics.registry().scrape(exchange.output(), TEXT_FORMAT);
    }
}
