package org.ctavo.war.cli;

import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import org.ctavo.war.Closing;
import org.ctavo.war.Foundation;
import org.ctavo.war.Plugins;
import org.ctavo.war.Service;
import org.ctavo.war.container.WebServer;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.ServiceSettings;
import org.ctavo.war.settings.Settings;

/** A service that runs in this process until somebody stops it: by Ctrl-C, a signal, or {@link #close}. */
final class Running implements AutoCloseable {
    private final Closing closing;
    private final String address;
    private final CountDownLatch lost = new CountDownLatch(1);

    private Running(Closing closing, Foundation foundation, String address) {
        this.closing = closing;
        this.address = address;
        foundation.whenLost(lost::countDown);
    }

    /**
     * Starts the service.
     *
     * @param before what is done when the service is there and before anybody can ask it
     */
    static Running start(Home home, Settings settings, Plugins plugins, Consumer<Service> before) {
        WebServer.checkPort(settings);
        Closing closing = Closing.atExit();
        try {
            Foundation foundation = closing.add(Foundation.owned(home, settings));
            Service service = closing.add(Service.open(foundation, settings, plugins));
            before.accept(service);
            WebServer server = closing.add(
                    WebServer.start(service, settings, home.directory().resolve("web")));
            service.publishAt(URI.create("http://localhost:" + server.port() + WebServer.CONTEXT));
            return new Running(closing, foundation, address(settings, server));
        } catch (RuntimeException e) {
            closing.close();
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

    /**
     * Lets the service run until a signal ends the process, or an interrupt this thread's wait.
     *
     * @return the process's exit code if its database is lost: such a service is of no use until it is started again
     */
    int untilStopped() throws InterruptedException {
        lost.await();
        return 1;
    }

    @Override
    public void close() {
        closing.close();
    }
}
