package org.ctavo.war;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.MultipartConfigElement;

import com.zaxxer.hikari.HikariDataSource;
import org.ctavo.database.PooledDatabase;
import org.ctavo.obscore.ObsCorePlugin;
import org.ctavo.schema.ProductTypes;
import org.ctavo.schema.PublishedViews;
import org.ctavo.spi.Database;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Example;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.Queries;
import org.ctavo.spi.Services;
import org.ctavo.spi.SettingValues;
import org.ctavo.tables.result.MoreFormats;
import org.ctavo.tables.upload.TableUploads;
import org.ctavo.tables.upload.UploadSettings;
import org.ctavo.tap.TapParts;
import org.ctavo.tap.TapResource;
import org.ctavo.tap.TapService;
import org.ctavo.tap.async.AsyncResource;
import org.ctavo.tap.examples.ExamplesResource;
import org.ctavo.tap.result.ResultFormats;
import org.ctavo.uws.JobFiles;
import org.ctavo.uws.JobQueue;
import org.ctavo.uws.QueueLimits;
import org.ctavo.uws.UwsSettings;
import org.ctavo.uws.rest.JobPlugin;
import org.ctavo.uws.rest.RestLimits;
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
import org.ctavo.war.settings.StartFault;

/**
 * The composition: the only place that makes the parts of a running service and ties them together. Close it to end
 * them in the opposite order; the foundation stays.
 */
public final class Service implements AutoCloseable {
    private static final int PART_THRESHOLD = 1 << 16;

    private final Settings settings;
    private final Plugins plugins;
    private final Closing closing = new Closing();
    private final PooledDatabase database;
    private final Metrics metrics;
    private final ExchangeServlet servlet;

    /** What there is before there are queries. */
    private record Basics(Database database, SettingValues settings) implements Services {}

    private record Offered(Database database, SettingValues settings, Queries queries) implements Services {}

    private Service(Foundation foundation, Settings settings, Plugins plugins) {
        this.settings = settings;
        this.plugins = plugins;
        try {
            metrics = closing.add(new Metrics());
            database = closing.add(new PooledDatabase(
                    foundation.logins(),
                    settings.value(ServiceSettings.QUERY_CONNECTIONS),
                    settings.value(ServiceSettings.QUERY_TIMEOUT)));
            for (HikariDataSource pool : database.pools()) {
                metrics.watch(pool);
            }
            servlet = servlet(endpoints());
        } catch (RuntimeException e) {
            closing.close();
            throw e;
        }
    }

    /** Brings the database to the state of this release and makes the endpoints. */
    public static Service open(Foundation foundation, Settings settings, Plugins plugins) {
        Upgrade.run(foundation, settings, plugins);
        return new Service(foundation, settings, plugins);
    }

    private List<Endpoint> endpoints() {
        JobQueue jobs = jobs();
        RestLimits jobLimits = RestLimits.from(settings);
        List<Endpoint> endpoints = new ArrayList<>();
        TapParts parts = parts();
        TapService tap = closing.add(TapService.open(parts));
        metrics.watch(tap.executor().figures());
        endpoints.add(tap.endpoint(resources(tap, parts, jobs, jobLimits)));
        Services services = new Offered(database, settings, tap.queries());
        // Jobs end before what they run on.
        closing.add(() -> jobs.close(settings.value(UwsSettings.GRACE)));
        for (Plugin plugin : plugins.all()) {
            endpoints.addAll(plugin.endpoints(services));
            if (plugin instanceof JobPlugin bringsJobs) {
                endpoints.addAll(bringsJobs.jobEndpoints(services, jobs, jobLimits));
            }
        }
        endpoints.add(new HealthEndpoint(database, Build.read().version()));
        endpoints.add(new MetricsEndpoint(metrics));
        endpoints.add(new LandingEndpoint(endpoints));
        jobs.start();
        return endpoints;
    }

    private TapParts parts() {
        Services services = new Basics(database, settings);
        TapParts parts = TapParts.of(
                        services, plugins.all(), "CTA-VO/" + Build.read().version())
                .with(Language.of(plugins))
                .with(ResultFormats.BUILT_IN.with(MoreFormats.list(settings.value(UploadSettings.SPOOL))))
                .with(closing.add(new TableUploads(settings)));
        return parts.with(AsyncResource.retention(parts));
    }

    private List<TapResource> resources(TapService tap, TapParts parts, JobQueue jobs, RestLimits jobLimits) {
        List<Example> examples = plugins.all().stream()
                .flatMap(plugin -> plugin.examples().stream())
                .toList();
        return List.of(AsyncResource.open(tap, parts, jobs, jobLimits), new ExamplesResource(examples));
    }

    private JobQueue jobs() {
        Path directory = settings.value(UwsSettings.DIRECTORY).get(0);
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, ".write", null));
        } catch (IOException e) {
            throw new Fault(
                    StartFault.BAD_SETTINGS,
                    "The directory of jobs' results, " + directory + ", cannot be written; set jobs.directory to one"
                            + " that can",
                    e);
        }
        JobFiles files = new JobFiles(directory, settings.value(UwsSettings.RESERVE));
        JobQueue jobs = new JobQueue(database, files, queueLimits());
        metrics.watch(jobs);
        return jobs;
    }

    private QueueLimits queueLimits() {
        try {
            return QueueLimits.from(settings);
        } catch (IllegalArgumentException e) {
            throw new Fault(StartFault.BAD_SETTINGS, e.getMessage(), e);
        }
    }

    private ExchangeServlet servlet(List<Endpoint> endpoints) {
        AccessLog accessLog = new AccessLog();
        RequestLog both = entry -> {
            metrics.ended(entry);
            accessLog.ended(entry);
        };
        Limits limits =
                new Limits(settings.value(ServiceSettings.FORM_LIMIT), settings.value(ServiceSettings.UPLOAD_LIMIT));
        return new ExchangeServlet(endpoints, settings.value(ServiceSettings.BASE_URL), limits, both);
    }

    /**
     * Says where the service is, for the addresses that its tables hold. The setting goes before what is given.
     *
     * @param found where the service is if no setting says so, without a slash at the end
     */
    public void publishAt(URI found) {
        URI base = settings.value(ServiceSettings.BASE_URL).orElse(found);
        ProductTypes types = ProductTypes.of(settings.value(ObsCorePlugin.PRODUCT_TYPES));
        try (Connection connection = database.asService()) {
            PublishedViews.publish(connection, base, types);
        } catch (SQLException e) {
            throw new Fault(
                    StartFault.DATABASE_UNREACHABLE,
                    "The views cannot be told where the service is (" + e.getSQLState() + "); the log says more",
                    e);
        }
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
        closing.close();
    }
}
