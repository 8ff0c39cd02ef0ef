package org.ctavo.war;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.MultipartConfigElement;

import com.zaxxer.hikari.HikariDataSource;
import org.ctavo.database.Migrator;
import org.ctavo.database.PooledDatabase;
import org.ctavo.spi.Database;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.Services;
import org.ctavo.spi.SettingValues;
import org.ctavo.war.http.ExchangeServlet;
import org.ctavo.war.http.Limits;
import org.ctavo.war.http.RequestLog;
import org.ctavo.war.operations.AccessLog;
import org.ctavo.war.operations.HealthEndpoint;
import org.ctavo.war.operations.LandingEndpoint;
import org.ctavo.war.operations.Metrics;
import org.ctavo.war.operations.MetricsEndpoint;
import org.ctavo.war.settings.Build;
import org.ctavo.war.settings.ServiceSettings;
import org.ctavo.war.settings.Settings;

/**
 * The composition: the only place that makes the parts of a running service and ties them together. Close it to end
 * them in the opposite order; the foundation stays.
 */
public final class Service implements AutoCloseable {
    private static final int PART_THRESHOLD = 1 << 16;

    private final Settings settings;
    private final PooledDatabase database;
    private final Metrics metrics;
    private final ExchangeServlet servlet;

    private Service(Settings settings, PooledDatabase database, Metrics metrics, ExchangeServlet servlet) {
        this.settings = settings;
        this.database = database;
        this.metrics = metrics;
        this.servlet = servlet;
    }

    private record Offered(Database database, SettingValues settings) implements Services {}

    /** Migrates the database, publishes the tables and makes the endpoints. */
    public static Service open(Foundation foundation, Settings settings, Plugins plugins) {
        migrate(foundation, settings, plugins);
        PooledDatabase database = new PooledDatabase(
                foundation.logins(),
                settings.value(ServiceSettings.QUERY_CONNECTIONS),
                settings.value(ServiceSettings.QUERY_TIMEOUT));
        Metrics metrics = new Metrics();
        for (HikariDataSource pool : database.pools()) {
            metrics.watch(pool);
        }
        Services services = new Offered(database, settings);
        List<Endpoint> endpoints = new ArrayList<>();
        for (Plugin plugin : plugins.all()) {
            endpoints.addAll(plugin.endpoints(services));
        }
        endpoints.add(new HealthEndpoint(database, Build.read().version()));
        endpoints.add(new MetricsEndpoint(metrics));
        endpoints.add(new LandingEndpoint(endpoints));
        AccessLog accessLog = new AccessLog();
        RequestLog both = entry -> {
            metrics.ended(entry);
            accessLog.ended(entry);
        };
        Limits limits =
                new Limits(settings.value(ServiceSettings.FORM_LIMIT), settings.value(ServiceSettings.UPLOAD_LIMIT));
        return new Service(
                settings,
                database,
                metrics,
                new ExchangeServlet(endpoints, settings.value(ServiceSettings.BASE_URL), limits, both));
    }

    /**
     * Brings the database to the state of this release.
     *
     * @return how many scripts ran
     */
    public static int migrate(Foundation foundation, Settings settings, Plugins plugins) {
        return new Migrator(foundation.logins()).migrate(plugins.migrations());
    }

    /** The servlet that hosts everything. */
    public ExchangeServlet servlet() {
        return servlet;
    }

    /** Where and how large the parts of uploads may be, for the servlet's registration. */
    public MultipartConfigElement multipart(Optional<String> directory) {
        long limit = settings.value(ServiceSettings.UPLOAD_LIMIT);
        return new MultipartConfigElement(directory.orElse(""), limit, limit, PART_THRESHOLD);
    }

    /** The database behind the service. */
    public Database database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
        metrics.close();
    }
}
