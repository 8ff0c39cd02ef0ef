package org.ctavo.war;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.ctavo.spi.Plugin;
import org.ctavo.war.container.WebServer;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.Settings;
import org.ctavo.war.settings.SettingsReader;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole service on a home of its own, embedded Tomcat and PostgreSQL included: started once for all tests that ask
 * for it as a parameter, ended after the last.
 */
public final class RunningService implements AutoCloseable {
    private static final Path TARGET = Path.of(System.getProperty("ctavo.root"), "war", "target");

    private final Closing closing = Closing.atExit();
    private final Foundation foundation;
    private final Service service;
    private final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    /** One of a test's own, to be closed by it, with these plugins beside those on the class path. */
    public static RunningService start(Plugin... more) throws IOException {
        return new RunningService(more);
    }

    private RunningService(Plugin... more) throws IOException {
        Home home = new Home(Files.createTempDirectory(TARGET, "home"));
        home.prepare();
        List<Plugin> all = new ArrayList<>(Plugins.found().all());
        all.add(new ProbePlugin());
        all.addAll(List.of(more));
        Plugins plugins = new Plugins(all);
        Settings settings = new SettingsReader(plugins.settings()).read(home, environment());
        // Also at the end of a test run that fails or is stopped: no database stays behind.
        foundation = closing.add(Foundation.owned(home, settings));
        service = closing.add(Service.open(foundation, settings, plugins));
        server = closing.add(WebServer.start(service, settings, home.directory().resolve("web")));
    }

    /** Settings of tests: small limits, any port, programs of the database unpacked once for all. */
    public static Map<String, String> environment() {
        return Map.of(
                "CTAVO_HTTP_PORT", "0",
                "CTAVO_HTTP_FORM_LIMIT", "1MiB",
                "CTAVO_HTTP_UPLOAD_LIMIT", "4MiB",
                "CTAVO_HTTP_STOP_TIMEOUT", "5s",
                "CTAVO_DATABASE_EMBEDDED_PROGRAMS", TARGET.resolve("postgresql").toString());
    }

    /** Gives tests the running service. */
    public static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningService.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(RunningService.class))
                    .getOrComputeIfAbsent(Stored.class, key -> new Stored(), Stored.class)
                    .running;
        }
    }

    private static final class Stored implements ExtensionContext.Store.CloseableResource {
        private final RunningService running;

        Stored() {
            try {
                running = new RunningService();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            running.close();
        }
    }

    /** The foundation below. */
    public Foundation foundation() {
        return foundation;
    }

    /** The service itself. */
    public Service service() {
        return service;
    }

    /** The port it listens at. */
    public int port() {
        return server.port();
    }

    /** An address below the service's base. */
    public URI uri(String path) {
        return URI.create("http://localhost:" + server.port() + "/cta" + path);
    }

    /** GETs text. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    /** Sends any request. */
    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        closing.close();
    }
}
