package org.ctavo.war.operations;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.ctavo.tap.query.QueryFigures;
import org.ctavo.uws.JobQueue;
import org.ctavo.uws.Phase;
import org.ctavo.war.http.RequestLog;

/** Counts what the service does, for Prometheus. Safe for use by any number of threads. */
public final class Metrics implements RequestLog, AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Key, Meters> requests = new ConcurrentHashMap<>();
    private final JvmGcMetrics collections = new JvmGcMetrics();

    private record Key(String endpoint, String method, int status) {}

    private record Meters(Timer time, Counter bytes) {}

    /** Begins with the JVM's own figures. */
    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    @Override
    public void ended(Entry entry) {
        // The path is the client's text and may be anything; an endpoint is one of few.
        Meters meters = requests.computeIfAbsent(
                new Key(entry.endpoint(), knownMethod(entry.method()), entry.status()), this::meters);
        meters.time().record(entry.time().toNanos(), TimeUnit.NANOSECONDS);
        meters.bytes().increment((double) entry.bytes());
    }

    private static String knownMethod(String method) {
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS" -> method;
            default -> "other";
        };
    }

    private Meters meters(Key key) {
        String endpoint = key.endpoint().isEmpty() ? "/" : key.endpoint();
        String status = Integer.toString(key.status());
        return new Meters(
                Timer.builder("ctavo.requests")
                        .description("Requests answered, by endpoint, method and status")
                        .tags("endpoint", endpoint, "method", key.method(), "status", status)
                        .publishPercentiles(0.5, 0.95, 0.99)
                        .register(registry),
                Counter.builder("ctavo.response.bytes")
                        .description("Bytes of the bodies of answers")
                        .tags("endpoint", endpoint, "method", key.method(), "status", status)
                        .register(registry));
    }

    /** Watches a pool of database connections. */
    public void watch(HikariDataSource pool) {
        gauge(pool, "ctavo.pool.active", "Connections at work", HikariPoolMXBean::getActiveConnections);
        gauge(pool, "ctavo.pool.idle", "Connections at rest", HikariPoolMXBean::getIdleConnections);
        gauge(pool, "ctavo.pool.waiting", "Requests that wait for one", HikariPoolMXBean::getThreadsAwaitingConnection);
        Gauge.builder("ctavo.pool.most", pool, HikariDataSource::getMaximumPoolSize)
                .description("The most connections that may be open")
                .tag("pool", pool.getPoolName())
                .register(registry);
    }

    private void gauge(
            HikariDataSource pool, String name, String description, ToDoubleFunction<HikariPoolMXBean> value) {
        Gauge.builder(name, pool.getHikariPoolMXBean(), value)
                .description(description)
                .tag("pool", pool.getPoolName())
                .register(registry);
    }

    /** Watches the jobs of the whole service, by phase. */
    public void watch(JobQueue jobs) {
        for (Phase phase : Phase.values()) {
            Gauge.builder("ctavo.jobs", jobs, queue ->
                            (double) queue.statistics().phases().getOrDefault(phase, 0L))
                    .description("Jobs of the whole service, by phase; some seconds old")
                    .tag("phase", phase.name())
                    .register(registry);
        }
    }

    /** Watches what queries give. */
    public void watch(QueryFigures queries) {
        FunctionCounter.builder("ctavo.queries", queries, figures -> (double) figures.queries())
                .description("Queries answered, whole or in part")
                .register(registry);
        FunctionCounter.builder("ctavo.query.rows", queries, figures -> (double) figures.rows())
                .description("Rows that queries gave")
                .register(registry);
    }

    /** The registry, for what else is to be counted. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
