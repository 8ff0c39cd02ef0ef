package org.ctavo.war.cli;

import java.util.concurrent.CountDownLatch;

import org.ctavo.war.Foundation;
import org.ctavo.war.Plugins;
import org.ctavo.war.Service;
import org.ctavo.war.container.WebServer;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.ServiceSettings;
import org.ctavo.war.settings.Settings;

/** A service that runs in this process until somebody stops it: by Ctrl-C, a signal, or {@link #close}. */
final class Running implements AutoCloseable {
    private final Foundation foundation;
    private final Service service;
    private final WebServer server;
    private final String address;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");
    private boolean open = true;

    private Running(Foundation foundation, Service service, WebServer server, String address) {
        this.foundation = foundation;
        this.service = service;
        this.server = server;
        this.address = address;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts the service.
     */
    static Running start(Home home, Settings settings, Plugins plugins) {
        WebServer.checkPort(settings);
        Foundation foundation = Foundation.owned(home, settings);
        Service service = null;
        try {
            service = Service.open(foundation, settings, plugins);
            WebServer server =
                    WebServer.start(service, settings, home.directory().resolve("web"));
            return new Running(foundation, service, server, address(settings, server));
        } catch (RuntimeException e) {
            if (service != null) {
                service.close();
            }
            foundation.close();
            throw e;
        }
    }

    private static String address(Settings settings, WebServer server) {
        return settings.value(ServiceSettings.BASE_URL)
                .map(base -> base + "/")
                .orElse("http://localhost:" + server.port() + WebServer.CONTEXT + "/");
    }

    /** Where the service is, with a slash at the end. */
    String address() {
        return address;
    }

    void untilStopped() throws InterruptedException {
        stopped.await();
    }

    private synchronized void stop() {
        if (open) {
            open = false;
            server.close();
            service.close();
            foundation.close();
            stopped.countDown();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
