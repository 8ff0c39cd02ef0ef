package org.ctavo.war;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.ctavo.spi.Category;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.FaultCode;
import org.ctavo.spi.Parameters;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.Services;

/** Endpoints that show what the servlet makes of requests and failures. */
final class ProbePlugin implements Plugin {
    private static final byte[] CHUNK = new byte[1 << 17];

    private record Code(String name, Category category) implements FaultCode {}

    private record Probe(String path, Endpoint.Continuation answer) implements Endpoint {
        @Override
        public void handle(Exchange exchange) throws IOException {
            answer.handle(exchange);
        }
    }

    @Override
    public String name() {
        return "probe";
    }

    @Override
    public List<Endpoint> endpoints(Services services) {
        return List.of(
                new Probe("/probe/echo", ProbePlugin::echo),
                new Probe(
                        "/probe/raw",
                        exchange -> write(exchange, exchange.body().readAllBytes().length + " bytes")),
                new Probe("/probe/fault", ProbePlugin::fault),
                new Probe("/probe/bug", exchange -> {
                    throw new IllegalStateException("SELECT secret FROM nowhere");
                }),
                new Probe("/probe/late-bug", exchange -> {
                    exchange.output().write(CHUNK);
                    exchange.output().flush();
                    throw new IllegalStateException("too late");
                }),
                new Probe("/probe/defer", ProbePlugin::defer),
                new Probe("/probe/file", ProbePlugin::file),
                new Probe("/probe/slow", ProbePlugin::slow),
                new Probe("/probe/endless", exchange -> {
                    for (int i = 0; i < 100_000; i++) {
                        exchange.output().write(CHUNK);
                    }
                }),
                new Probe(
                        "/probe/other",
                        exchange -> exchange.seeOther(exchange.base().resolve("/cta/health"))));
    }

    private static void write(Exchange exchange, String text) throws IOException {
        exchange.header("Content-Type", "text/plain;charset=UTF-8");
        exchange.output().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void echo(Exchange exchange) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(exchange.method())
                .append(' ')
                .append(exchange.base())
                .append(' ')
                .append(exchange.path());
        text.append('\n');
        for (Parameters.Entry entry : exchange.parameters().entries()) {
            text.append(entry.name()).append('=').append(entry.value()).append('\n');
        }
        Exchange.Part part = exchange.part("table").orElse(null);
        if (part != null) {
            try (InputStream in = part.open()) {
                text.append("file ")
                        .append(part.fileName().orElse(""))
                        .append(' ')
                        .append(part.size())
                        .append(' ');
                text.append(in.readAllBytes().length).append('\n');
            }
        }
        write(exchange, text.toString());
    }

    /** Bytes 100 to 100,099 of a file of 200,000. */
    private static void file(Exchange exchange) throws IOException {
        Path file = Files.createTempFile("probe", null);
        byte[] content = new byte[200_000];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) ('a' + i % 26);
        }
        Files.write(file, content);
        file.toFile().deleteOnExit();
        boolean inPieces = exchange.path().equals("/pieces");
        exchange.header("Content-Length", "100000");
        exchange.send(file, 100, inPieces ? 50_000 : 100_000);
        if (inPieces) {
            exchange.send(file, 50_100, 50_000);
        }
    }

    private static void slow(Exchange exchange) throws IOException {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write(exchange, "slow but whole");
    }

    private static void fault(Exchange exchange) throws IOException {
        Category category = Category.valueOf(exchange.path().substring(1));
        exchange.header("Allow", "GET");
        write(exchange, "what was written before the fault is not sent");
        throw new Fault(new Code("PROBE", category), "This is wrong here; do that.");
    }

    private static void defer(Exchange exchange) {
        Map<String, CompletableFuture<String>> events = Map.of(
                "/never", new CompletableFuture<>(),
                "/soon", new CompletableFuture<String>().completeOnTimeout("", 50, TimeUnit.MILLISECONDS),
                "/failed", CompletableFuture.failedFuture(new IllegalStateException("the event failed")),
                "/twice", CompletableFuture.completedFuture(""),
                "/bug", CompletableFuture.completedFuture(""),
                "/late-bug", CompletableFuture.completedFuture(""));
        Duration atMost = Duration.ofMillis(exchange.path().equals("/never") ? 200 : 20_000);
        exchange.defer(events.get(exchange.path()), atMost, later -> after(later, exchange.path()));
    }

    private static void after(Exchange exchange, String kind) throws IOException {
        if (kind.equals("/twice")) {
            exchange.defer(CompletableFuture.completedFuture(""), Duration.ofSeconds(20), last -> write(last, "twice"));
            return;
        }
        if (kind.endsWith("late-bug")) {
            exchange.output().write(CHUNK);
            exchange.output().flush();
        }
        if (kind.endsWith("bug")) {
            throw new IllegalStateException("a bug after the wait");
        }
        write(exchange, "waited " + kind);
    }
}
