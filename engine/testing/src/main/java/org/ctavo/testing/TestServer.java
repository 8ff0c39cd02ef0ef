package org.ctavo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/**
 * Endpoints behind a small web server on a free port of this machine, for tests that need HTTP and no servlet
 * container. Whoever sends the header {@code Test-Subject} is taken for that person.
 */
public final class TestServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Endpoint> endpoints;

    private TestServer(HttpServer server, List<Endpoint> endpoints) {
        this.server = server;
        this.endpoints = List.copyOf(endpoints);
    }

    /** A running server with these endpoints; close it. */
    public static TestServer of(Endpoint... endpoints) {
        // Else each answer waits for the acknowledgement of its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TestServer host = new TestServer(server, List.of(endpoints));
            server.setExecutor(host.threads);
            server.createContext("/", host::answer);
            server.start();
            return host;
        } catch (IOException e) {
            throw new UncheckedIOException("The test server does not start.", e);
        }
    }

    /** Base of all endpoints. */
    public URI base() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/cta");
    }

    private void answer(HttpExchange http) throws IOException {
        TestExchange exchange = new TestExchange(http, base());
        try {
            String path = http.getRequestURI().getPath().substring("/cta".length());
            Endpoint endpoint = endpoints.stream()
                    .filter(candidate -> path.equals(candidate.path()) || path.startsWith(candidate.path() + "/"))
                    .findFirst()
                    .orElseThrow(() -> new Fault(RequestFault.NO_SUCH_RESOURCE, "There is nothing here."));
            exchange.run(path.substring(endpoint.path().length()), endpoint);
        } catch (Fault e) {
            exchange.fail(e.code().category().status(), e.code().name() + ": " + e.getMessage());
        } catch (RuntimeException e) {
            exchange.fail(500, e.toString());
        } finally {
            exchange.end();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
