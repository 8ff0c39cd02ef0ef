package org.ctavo.war.container;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;

import org.ctavo.spi.Fault;
import org.ctavo.war.Foundation;
import org.ctavo.war.Plugins;
import org.ctavo.war.Service;
import org.ctavo.war.settings.Home;
import org.ctavo.war.settings.Settings;
import org.ctavo.war.settings.SettingsReader;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service as a WAR in a servlet container of the operator's. */
public final class WebApplication implements ServletContextListener {
    private static final Logger LOG = LoggerFactory.getLogger(WebApplication.class);

    private Foundation foundation;
    private Service service;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        try {
            // The container has loaded the drivers that it knows of long before this application came.
            if (!Driver.isRegistered()) {
                Driver.register();
            }
            Home home = new Home(home(context));
            Plugins plugins = Plugins.found();
            Settings settings = new SettingsReader(plugins.settings()).read(home, environment());
            foundation = Foundation.owned(home, settings);
            service = Service.open(foundation, settings, plugins);
            // A container does not say at which address it is reached: this is Tomcat's as it comes.
            service.publishAt(URI.create("http://localhost:8080" + context.getContextPath()));
            ServletRegistration.Dynamic registration = context.addServlet("exchange", service.servlet());
            registration.setAsyncSupported(true);
            registration.setLoadOnStartup(1);
            registration.setMultipartConfig(service.multipart(Optional.empty()));
            registration.addMapping("/*");
            LOG.info("Serving {} with home {}", context.getContextPath(), home.directory());
        } catch (Fault e) {
            LOG.error("The service does not start: {}", e.getMessage());
            throw e;
        } catch (SQLException e) {
            throw new IllegalStateException("The database driver cannot be registered.", e);
        }
    }

    /** The home: a parameter of the context, a system property or the environment, else a directory of Tomcat's. */
    private static Path home(ServletContext context) {
        return Stream.of(
                        Optional.ofNullable(context.getInitParameter("ctavo.home")),
                        Optional.ofNullable(System.getProperty("ctavo.home")),
                        Optional.ofNullable(environment().get("CTAVO_HOME")),
                        Optional.ofNullable(System.getProperty("catalina.base")).map(base -> base + "/cta-vo"))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Path::of)
                .orElseThrow(() -> new IllegalStateException(
                        "No home directory: set CTAVO_HOME, or the context parameter ctavo.home."));
    }

    private static Map<String, String> environment() {
        return System.getenv();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (service != null) {
            service.close();
        }
        if (foundation != null) {
            foundation.close();
        }
        try {
            // Else the container would keep the application's classes alive for ever.
            if (Driver.isRegistered()) {
                Driver.deregister();
            }
        } catch (SQLException e) {
            LOG.warn("The database driver could not be deregistered", e);
        }
    }
}
