package org.ctavo.war.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Parameters;

/** A servlet request and response as an endpoint sees them. */
final class ServletExchange implements Exchange, AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int SENDFILE_LEAST = 48 << 10;
    private static final String ALLOW = "Allow";
    private static final String SENDFILE = "org.apache.tomcat.sendfile.";

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final URI base;
    private final String path;
    private final String requestId;
    private final RequestBody body;
    private AnswerOutput output;
    private String allowed;
    private long declaredLength = -1;
    private long sentByContainer;
    private Deferral deferral;

    /** What an endpoint waits for before it answers. */
    record Deferral(CompletionStage<?> event, Duration atMost, Endpoint.Continuation then) {}

    ServletExchange(
            HttpServletRequest request,
            HttpServletResponse response,
            URI base,
            String path,
            String requestId,
            Limits limits) {
        this.request = request;
        this.response = response;
        this.base = base;
        this.path = path;
        this.requestId = requestId;
        this.body = new RequestBody(request, limits);
        response.setBufferSize(BUFFER);
    }

    /** GET for HEAD as well: the same answer is made, and its body left out. */
    @Override
    public String method() {
        return isHead() ? "GET" : request.getMethod();
    }

    private boolean isHead() {
        return request.getMethod().equals("HEAD");
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
        return request.getQueryString() == null ? "" : request.getQueryString();
    }

    @Override
    public Parameters parameters() {
        return body.parameters();
    }

    @Override
    public Optional<Part> part(String name) {
        return body.part(name);
    }

    /** Without Range for HEAD: ranges are defined for GET alone (RFC 9110, section 14.2). */
    @Override
    public Optional<String> header(String name) {
        boolean ignored = isHead() && name.equalsIgnoreCase("Range");
        return Optional.ofNullable(request.getHeader(name)).filter(value -> !ignored);
    }

    @Override
    public List<String> headers(String name) {
        return List.copyOf(Collections.list(request.getHeaders(name)));
    }

    @Override
    public InputStream body() throws IOException {
        return body.raw();
    }

    @Override
    public Caller caller() {
        return Caller.ANONYMOUS;
    }

    @Override
    public String requestId() {
        return requestId;
    }

    @Override
    public void status(int status) {
        response.setStatus(status);
        // RFC 9110, 15.5.6: who refuses a method says which are taken, whatever was discarded meanwhile.
        if (status == HttpServletResponse.SC_METHOD_NOT_ALLOWED && allowed != null) {
            response.setHeader(ALLOW, allowed);
        }
    }

    @Override
    public void header(String name, String value) {
        if (name.equalsIgnoreCase("Content-Type")) {
            response.setContentType(value);
        } else {
            if (name.equalsIgnoreCase("Content-Length")) {
                declaredLength = Long.parseLong(value);
            } else if (name.equalsIgnoreCase(ALLOW)) {
                allowed = value;
            }
            response.setHeader(name, value);
        }
    }

    @Override
    public void seeOther(URI location) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location.toASCIIString());
    }

    @Override
    public OutputStream output() throws IOException {
        if (output == null) {
            output = new AnswerOutput(response.getOutputStream(), isHead());
        }
        return output;
    }

    @Override
    public void send(Path file, long offset, long length) throws IOException {
        // Only where the part is the whole body, which Tomcat's connectors then hand to the kernel.
        boolean isWhole = output == null && sentByContainer == 0 && declaredLength == length && !isHead();
        if (isWhole && length >= SENDFILE_LEAST && Boolean.TRUE.equals(request.getAttribute(SENDFILE + "support"))) {
            request.setAttribute(SENDFILE + "filename", file.toAbsolutePath().toString());
            request.setAttribute(SENDFILE + "start", offset);
            request.setAttribute(SENDFILE + "end", offset + length);
            sentByContainer = length;
        } else {
            Exchange.super.send(file, offset, length);
        }
    }

    @Override
    public boolean isCommitted() {
        return response.isCommitted();
    }

    @Override
    public void reset() {
        response.reset();
        StandingHeaders.set(response, requestId);
        response.setBufferSize(BUFFER);
        output = null;
        declaredLength = -1;
    }

    /** What can be said of a body that is left out: how long it would have been. */
    void endHead() {
        if (isHead() && output != null && declaredLength < 0 && !response.isCommitted()) {
            response.setContentLengthLong(output.count());
        }
    }

    @Override
    public void defer(CompletionStage<?> event, Duration atMost, Endpoint.Continuation then) {
        deferral = new Deferral(event, atMost, then);
    }

    /** What the endpoint waits for, once. */
    Optional<Deferral> takeDeferral() {
        Deferral taken = deferral;
        deferral = null;
        return Optional.ofNullable(taken);
    }

    /** Bytes of the answer's body so far. */
    long bytes() {
        return sentByContainer + (output == null ? 0 : output.count());
    }

    /** Whether the client takes no more, or has left within its own request. */
    boolean isClientGone() {
        return body.isBroken() || (output != null && output.isBroken());
    }

    @Override
    public void close() {
        body.close();
    }
}
