package org.ctavo.provenance.web;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Parameters;

/** A GET request that keeps its answer. */
final class RecordedExchange implements Exchange {
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    final Map<String, String> answered = new HashMap<>();
    private final Map<String, String> headers;
    private final Parameters parameters;
    private final Caller caller;
    private final String path;
    private final String method;

    RecordedExchange(String method, String path, String query, Map<String, String> headers, Caller caller) {
        List<Parameters.Entry> entries = new ArrayList<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            entries.add(new Parameters.Entry(
                    parts[0], java.net.URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8)));
        }
        this.parameters = new Parameters(entries);
        this.headers = headers;
        this.caller = caller;
        this.path = path;
        this.method = method;
    }

    static RecordedExchange get(String query) {
        return new RecordedExchange("GET", "", query, Map.of(), Caller.ANONYMOUS);
    }

    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public URI base() {
        return URI.create("http://localhost:8080/cta");
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String rawQuery() {
        return "";
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Optional<Part> part(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public List<String> headers(String name) {
        return header(name).stream().toList();
    }

    @Override
    public InputStream body() {
        return InputStream.nullInputStream();
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public String requestId() {
        return "test";
    }

    @Override
    public void status(int status) {
        answered.put("status", Integer.toString(status));
    }

    @Override
    public void header(String name, String value) {
        answered.put(name, value);
    }

    @Override
    public void seeOther(URI location) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OutputStream output() {
        return body;
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void reset() {
        body.reset();
    }

    @Override
    public void defer(CompletionStage<?> event, Duration atMost, Endpoint.Continuation then) {
        throw new UnsupportedOperationException();
    }
}
