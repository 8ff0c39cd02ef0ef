package org.ctavo.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.sun.net.httpserver.HttpExchange;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Parameters;

/** An exchange over the JDK's web server. Forms are urlencoded; there are no file parts. */
final class TestExchange implements Exchange {
    private static final int BUFFER = 1 << 16;

    private final HttpExchange http;
    private final URI base;
    private final String requestId = UUID.randomUUID().toString();
    private final Answer answer = new Answer();
    private Parameters parameters;
    private String path = "";
    private int status = 200;
    private Endpoint.Continuation next;
    private CompletionStage<?> event;
    private Duration atMost;

    TestExchange(HttpExchange http, URI base) {
        this.http = http;
        this.base = base;
    }

    /** Answers by an endpoint; what it defers keeps this thread waiting, which is good enough for a test. */
    void run(String below, Endpoint endpoint) throws IOException {
        path = below;
        endpoint.handle(this);
        while (next != null) {
            Endpoint.Continuation then = next;
            next = null;
            try {
                event.toCompletableFuture().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                // Either way the continuation goes on.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            then.handle(this);
        }
    }

    void fail(int failure, String text) throws IOException {
        if (!isCommitted()) {
            answer.buffer.reset();
            status = failure;
            header("Content-Type", "text/plain;charset=UTF-8");
            answer.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    void end() throws IOException {
        answer.commit(true);
        http.close();
    }

    @Override
    public String method() {
        return http.getRequestMethod().equals("HEAD") ? "GET" : http.getRequestMethod();
    }

    @Override
    public URI base() {
        return base;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String rawQuery() {
        return Optional.ofNullable(http.getRequestURI().getRawQuery()).orElse("");
    }

    @Override
    public Parameters parameters() {
        if (parameters == null) {
            List<Parameters.Entry> entries = new ArrayList<>();
            read(rawQuery(), entries);
            if (header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded")) {
                try {
                    read(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), entries);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            parameters = new Parameters(entries);
        }
        return parameters;
    }

    private static void read(String form, List<Parameters.Entry> entries) {
        for (String pair : form.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] sides = pair.split("=", 2);
                entries.add(new Parameters.Entry(
                        URLDecoder.decode(sides[0], StandardCharsets.UTF_8),
                        sides.length == 1 ? "" : URLDecoder.decode(sides[1], StandardCharsets.UTF_8)));
            }
        }
    }

    @Override
    public Optional<Part> part(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(http.getRequestHeaders().getFirst(name));
    }

    @Override
    public List<String> headers(String name) {
        return List.copyOf(http.getRequestHeaders().getOrDefault(name, List.of()));
    }

    @Override
    public InputStream body() {
        return http.getRequestBody();
    }

    @Override
    public Caller caller() {
        return header("Test-Subject")
                .map(name -> new Caller(Optional.of(name), Set.of(), Caller.Authentication.TOKEN))
                .orElse(Caller.ANONYMOUS);
    }

    @Override
    public String requestId() {
        return requestId;
    }

    @Override
    public void status(int value) {
        status = value;
    }

    @Override
    public void header(String name, String value) {
        // The JDK's server counts the bytes itself.
        if (!name.equalsIgnoreCase("Content-Length")) {
            http.getResponseHeaders().set(name, value);
        }
    }

    @Override
    public void seeOther(URI location) {
        status = 303;
        header("Location", location.toASCIIString());
    }

    @Override
    public OutputStream output() {
        return answer;
    }

    @Override
    public boolean isCommitted() {
        return answer.body != null;
    }

    @Override
    public void reset() {
        answer.buffer.reset();
        http.getResponseHeaders().clear();
        status = 200;
    }

    @Override
    public void defer(CompletionStage<?> until, Duration limit, Endpoint.Continuation then) {
        event = until;
        atMost = limit;
        next = then;
    }

    /** Keeps the first bytes back, so that a status can still be set. */
    private final class Answer extends OutputStream {
        private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        private OutputStream body;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (body == null && buffer.size() + length <= BUFFER) {
                buffer.write(bytes, offset, length);
            } else {
                commit(false);
                body.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            commit(false);
            body.flush();
        }

        private void commit(boolean whole) throws IOException {
            if (body == null) {
                boolean empty = buffer.size() == 0 || http.getRequestMethod().equals("HEAD");
                http.sendResponseHeaders(status, whole ? empty ? -1 : buffer.size() : 0);
                body = http.getResponseBody();
                if (!whole || !empty) {
                    buffer.writeTo(body);
                }
            }
        }
    }
}
