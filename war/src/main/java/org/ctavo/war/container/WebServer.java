package org.ctavo.war.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.ctavo.spi.Fault;
import org.ctavo.war.Service;
import org.ctavo.war.operations.HealthEndpoint;
import org.ctavo.war.settings.ServiceSettings;
import org.ctavo.war.settings.Settings;
import org.ctavo.war.settings.StartFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded web container with the service in it. Close it to let running requests end and stop listening. */
public final class WebServer implements AutoCloseable {
    /** Where the service lives. */
    public static final String CONTEXT = "/cta";

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int MOST_PATIENCE = 2000;

    private final Tomcat tomcat;
    private final Connector connector;
    private final Service service;
    private final Duration patience;

    private WebServer(Tomcat tomcat, Connector connector, Service service, Duration patience) {
        this.tomcat = tomcat;
        this.connector = connector;
        this.service = service;
        this.patience = patience;
    }

    /**
     * Starts listening.
     *
     * @param scratch directory for temporary files
     * @throws Fault {@link StartFault#PORT_TAKEN} or {@link StartFault#CONTAINER_START}
     */
    public static WebServer start(Service service, Settings settings, Path scratch) {
        Tomcat tomcat = new Tomcat();
        Connector connector = connector(settings);
        try {
            Path temporary = Files.createDirectories(scratch.resolve("tmp"));
            tomcat.setBaseDir(scratch.toString());
            tomcat.setConnector(connector);
            // What the container itself answers, to a malformed request say, tells nothing of the inside.
            ErrorReportValve errors = new ErrorReportValve();
            errors.setShowServerInfo(false);
            errors.setShowReport(false);
            tomcat.getHost().getPipeline().addValve(errors);
            StandardContext context = (StandardContext) tomcat.addContext(CONTEXT, temporary.toString());
            // The process ends with the context: there is nothing to clean up for a next one.
            context.setClearReferencesObjectStreamClassCaches(false);
            context.setClearReferencesRmiTargets(false);
            context.setClearReferencesThreadLocals(false);
            context.setCookies(false);
            Wrapper wrapper = Tomcat.addServlet(context, "exchange", service.servlet());
            wrapper.setAsyncSupported(true);
            wrapper.setLoadOnStartup(1);
            wrapper.setMultipartConfigElement(service.multipart(Optional.of(temporary.toString())));
            context.addServletMappingDecoded("/*", "exchange");
            tomcat.start();
            if (connector.getState().isAvailable()) {
                askItself(settings.value(ServiceSettings.HTTP_ADDRESS), connector.getLocalPort());
                return new WebServer(tomcat, connector, service, settings.value(ServiceSettings.STOP_TIMEOUT));
            }
            throw new LifecycleException("The connector is " + connector.getStateName());
        } catch (LifecycleException | IOException e) {
            stop(tomcat);
            throw fault(settings, e);
        }
    }

    /** One request over its own door: the container loads its classes for it, and the first user need not wait. */
    private static void askItself(String address, int port) {
        String host = address.contains(":") ? "[" + address + "]" : address;
        try {
            URLConnection connection =
                    new URL("http", host, port, CONTEXT + HealthEndpoint.PATH).openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(MOST_PATIENCE);
            connection.setReadTimeout(MOST_PATIENCE);
            try (InputStream answer = connection.getInputStream()) {
                answer.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            LOG.debug("The service did not answer itself.", e);
        }
    }

    private static Connector connector(Settings settings) {
        Connector connector = new Connector();
        connector.setPort(settings.value(ServiceSettings.HTTP_PORT));
        connector.setProperty("address", settings.value(ServiceSettings.HTTP_ADDRESS));
        connector.setProperty("maxThreads", Integer.toString(settings.value(ServiceSettings.HTTP_THREADS)));
        connector.setProperty("minSpareThreads", "4");
        connector.setProperty("maxConnections", Integer.toString(settings.value(ServiceSettings.HTTP_CONNECTIONS)));
        connector.setProperty("acceptCount", "1000");
        connector.setProperty("maxKeepAliveRequests", "-1");
        // Queries travel in URLs, and those typed by hand hold characters that should have been encoded.
        connector.setProperty("maxHttpRequestHeaderSize", Integer.toString(32 << 10));
        connector.setProperty("relaxedQueryChars", "\"<>[\\]^`{|}");
        connector.setProperty("connectionTimeout", "20000");
        // For who asks for it, of what is text or base64; files of data go as they are stored.
        connector.setProperty("compression", "on");
        connector.setProperty(
                "compressibleMimeType",
                "application/x-votable+xml,text/xml,application/xml,application/xhtml+xml,text/html,text/plain,"
                        + "text/csv,text/tab-separated-values,text/x-ecsv,application/json");
        // An upload that is refused is not read to its end.
        connector.setProperty("maxSwallowSize", Integer.toString(1 << 20));
        connector.setProperty("bindOnInit", "false");
        connector.setThrowOnFailure(true);
        connector.setXpoweredBy(false);
        return connector;
    }

    /**
     * Tries the port before anything else is started, so that a mistake is told at once.
     *
     * @throws Fault {@link StartFault#PORT_TAKEN}
     */
    public static void checkPort(Settings settings) {
        InetSocketAddress address = new InetSocketAddress(
                settings.value(ServiceSettings.HTTP_ADDRESS), settings.value(ServiceSettings.HTTP_PORT));
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
        } catch (IOException e) {
            throw fault(settings, e);
        }
    }

    private static Fault fault(Settings settings, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new Fault(
                        StartFault.PORT_TAKEN,
                        "Port " + settings.value(ServiceSettings.HTTP_PORT) + " of "
                                + settings.value(ServiceSettings.HTTP_ADDRESS)
                                + " cannot be listened at (" + cause.getMessage()
                                + "); choose another with --port N or http.port",
                        failure);
            }
        }
        return new Fault(
                StartFault.CONTAINER_START, "The web container does not start: " + failure.getMessage(), failure);
    }

    /** The port it listens at. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        // No new connection is taken from here on; what runs may end.
        connector.pause();
        connector.getProtocolHandler().closeServerSocketGraceful();
        long end = System.nanoTime() + patience.toNanos();
        while (service.servlet().running() > 0 && System.nanoTime() < end) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        stop(tomcat);
    }

    private static void stop(Tomcat tomcat) {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            LOG.warn("The web container did not stop cleanly", e);
        }
    }
}
