package org.ctavo.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Parameters;

/**
 * A request made up by a test, and the answer to it. Like a servlet container it holds back the first 64 kB, until they
 * are flushed or more comes.
 */
public final class RecordingExchange implements Exchange {
    private static final int BUFFER = 1 << 16;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final String ALLOW = "Allow";

    private final String method;
    private final String path;
    private final List<Parameters.Entry> parameters = new ArrayList<>();
    private final Map<String, String> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, String> answerHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private OutputStream client = sent;
    private Caller caller = Caller.ANONYMOUS;
    private byte[] body = new byte[0];
    private int status = 200;
    private String allowed;
    private boolean committed;
    private Deferral deferral;

    /** What an endpoint waits for before it answers. */
    public record Deferral(CompletionStage<?> event, Duration atMost, Endpoint.Continuation then) {}

    private RecordingExchange(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /**
     * A request.
     *
     * @param path below the endpoint's own, such as {@code /sync}
     * @param namesAndValues of the parameters, in turn
     */
    public static RecordingExchange of(String method, String path, String... namesAndValues) {
        RecordingExchange exchange = new RecordingExchange(method, path);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            exchange.parameters.add(new Parameters.Entry(namesAndValues[i], namesAndValues[i + 1]));
        }
        return exchange;
    }

    /** A GET request. */
    public static RecordingExchange get(String path, String... namesAndValues) {
        return of("GET", path, namesAndValues);
    }

    /** A POST request. */
    public static RecordingExchange post(String path, String... namesAndValues) {
        return of("POST", path, namesAndValues);
    }

    /** The same request from somebody. */
    public RecordingExchange from(Caller somebody) {
        this.caller = somebody;
        return this;
    }

    /** The same request with a header. */
    public RecordingExchange withHeader(String name, String value) {
        requestHeaders.put(name, value);
        return this;
    }

    /** The same request with a raw body. */
    public RecordingExchange withBody(byte[] content) {
        this.body = content.clone();
        return this;
    }

    /** The same request with a file part. */
    public RecordingExchange withPart(String name, String contentType, byte[] content) {
        parts.put(name, new MemoryPart(name, contentType, content.clone()));
        return this;
    }

    /** The same request by a client who takes the answer elsewhere, slowly, or not at all. */
    public RecordingExchange to(OutputStream elsewhere) {
        this.client = elsewhere;
        return this;
    }

    private static final class MemoryPart implements Part {
        private final String name;
        private final String contentType;
        private final byte[] content;

        MemoryPart(String name, String contentType, byte[] content) {
            this.name = name;
            this.contentType = contentType;
            this.content = content;
        }

        @Override
        public Optional<String> contentType() {
            return Optional.of(contentType);
        }

        @Override
        public Optional<String> fileName() {
            return Optional.of(name);
        }

        @Override
        public long size() {
            return content.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** A header of the answer. */
    public Optional<String> answered(String name) {
        return Optional.ofNullable(answerHeaders.get(name));
    }

    /** The body of the answer, unless it went elsewhere. */
    public byte[] bytes() {
        try {
            commit();
        } catch (IOException e) {
            throw new IllegalStateException("The client has gone.", e);
        }
        return sent.toByteArray();
    }

    /** The body of the answer as text. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** What the endpoint waits for, if it deferred its answer. */
    public Optional<Deferral> deferral() {
        return Optional.ofNullable(deferral);
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
        return method.equals("POST")
                ? ""
                : parameters.stream()
                        .map(entry -> encoded(entry.name()) + "=" + encoded(entry.value()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public Parameters parameters() {
        return new Parameters(parameters);
    }

    @Override
    public Optional<Part> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(requestHeaders.get(name));
    }

    @Override
    public List<String> headers(String name) {
        return header(name).stream().toList();
    }

    @Override
    public InputStream body() {
        return new ByteArrayInputStream(body);
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
    public void status(int newStatus) {
        status = newStatus;
        if (status == METHOD_NOT_ALLOWED && allowed != null) {
            answerHeaders.put(ALLOW, allowed);
        }
    }

    @Override
    public void header(String name, String value) {
        answerHeaders.put(name, value);
        if (name.equalsIgnoreCase(ALLOW)) {
            allowed = value;
        }
    }

    @Override
    public void seeOther(URI location) {
        status = 303;
        answerHeaders.put("Location", location.toString());
    }

    @Override
    public OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (!committed && buffer.size() + length <= BUFFER) {
                    buffer.write(bytes, offset, length);
                } else {
                    commit();
                    client.write(bytes, offset, length);
                }
            }

            @Override
            public void flush() throws IOException {
                commit();
                client.flush();
            }
        };
    }

    private void commit() throws IOException {
        if (!committed) {
            committed = true;
            client.write(buffer.toByteArray());
        }
    }

    @Override
    public boolean isCommitted() {
        return committed;
    }

    @Override
    public void reset() {
        if (committed) {
            throw new IllegalStateException("The answer has left.");
        }
        buffer.reset();
        answerHeaders.clear();
        status = 200;
    }

    @Override
    public void defer(CompletionStage<?> event, Duration atMost, Endpoint.Continuation then) {
        deferral = new Deferral(event, atMost, then);
    }
}
