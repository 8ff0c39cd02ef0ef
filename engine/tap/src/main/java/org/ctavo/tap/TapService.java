package org.ctavo.tap;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.ctavo.spi.Capability;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Queries;
import org.ctavo.spi.Setting;
import org.ctavo.spi.SettingValues;
import org.ctavo.spi.vosi.Availability;
import org.ctavo.tap.query.QueryExecutor;
import org.ctavo.tap.query.TapFault;
import org.ctavo.tap.result.Info;
import org.ctavo.tap.schema.MetadataSource;
import org.ctavo.tap.vosi.TapFeatures;

/** The parts of a running TAP service, tied together. Safe for use by any number of threads. */
public final class TapService implements AutoCloseable {
    private static final Duration REFRESH = Duration.ofSeconds(15);

    private final TapParts parts;
    private final MetadataSource metadata;
    private final QueryExecutor executor;
    private final RequestReader requests;
    private final Pulse pulse;
    private final LiveAnswers answers;
    private final Instant started;
    private final Ticker ticker;

    private TapService(TapParts parts, MetadataSource metadata) {
        SettingValues settings = parts.services().settings();
        this.parts = parts;
        this.metadata = metadata;
        this.executor = new QueryExecutor(
                parts.adql(),
                parts.services().database(),
                metadata,
                parts.plugins().stream()
                        .flatMap(plugin -> plugin.decorators(parts.services()).stream())
                        .toList(),
                origin(parts),
                Clock.systemUTC());
        this.requests = new RequestReader(
                parts.formats(), settings.value(TapSettings.MAXREC_DEFAULT), settings.value(TapSettings.MAXREC_HARD));
        this.pulse = new Pulse(settings.value(TapSettings.GRACE), settings.value(TapSettings.WRITE_STALL));
        this.answers = new LiveAnswers(executor, pulse);
        this.started = Instant.now();
        this.ticker = Ticker.start("tap-metadata", REFRESH, metadata::refresh);
    }

    /**
     * Starts a service on a database in which the migrations have run and the tables have been published.
     *
     * @throws Fault {@code DATABASE_DOWN} if the database is not there or not migrated
     */
    public static TapService open(TapParts parts) {
        try {
            return new TapService(parts, MetadataSource.open(parts.services().database()));
        } catch (SQLException e) {
            throw new Fault(
                    TapFault.DATABASE_DOWN,
                    "TAP_SCHEMA cannot be read; check that the database runs and is migrated.",
                    e);
        }
    }

    private static List<Info> origin(TapParts parts) {
        SettingValues settings = parts.services().settings();
        List<Info> infos = new ArrayList<>();
        infos.add(new Info("server_software", parts.software()));
        add(infos, "ivoid", settings.value(TapSettings.IVOID));
        add(infos, "publisher", settings.value(TapSettings.PUBLISHER));
        add(infos, "contact", settings.value(TapSettings.CONTACT));
        add(infos, "citation", settings.value(TapSettings.CITATION));
        add(infos, "rights_uri", settings.value(TapSettings.RIGHTS_URI));
        return infos;
    }

    private static void add(List<Info> infos, String name, String value) {
        if (!value.isBlank()) {
            infos.add(new Info(name, value.strip()));
        }
    }

    /** Runs queries. */
    public QueryExecutor executor() {
        return executor;
    }

    /** Reads the parameters of queries. */
    public RequestReader requests() {
        return requests;
    }

    /** Runs queries for other endpoints, as if they had come by sync. */
    public Queries queries() {
        return new TapQueries(executor, requests, answers);
    }

    /** What is published now. */
    public MetadataSource metadata() {
        return metadata;
    }

    /** The web face, with sync and VOSI and what else is given: async, examples. */
    public TapEndpoint endpoint(List<TapResource> more) {
        List<Capability> capabilities = Stream.concat(
                        more.stream().flatMap(resource -> resource.capability().stream()),
                        parts.plugins().stream().flatMap(plugin -> plugin.capabilities().stream()))
                .toList();
        TapFeatures features = new TapFeatures(
                parts.adql(),
                parts.formats(),
                parts.plugins().stream()
                        .flatMap(plugin -> plugin.dataModels().stream())
                        .toList(),
                capabilities,
                limits());
        List<TapResource> all = new ArrayList<>();
        all.add(new SyncResource(requests, parts.uploads(), answers));
        all.addAll(VosiResources.of(
                features, metadata, () -> Availability.of(parts.services().database(), started)));
        all.addAll(more);
        all.add(new RootPage(parts.formats().list(), List.copyOf(all)));
        return new TapEndpoint(all);
    }

    private TapFeatures.Limits limits() {
        return new TapFeatures.Limits(
                value(TapSettings.MAXREC_DEFAULT),
                value(TapSettings.MAXREC_HARD),
                value(TapSettings.EXECUTION_DURATION),
                value(TapSettings.EXECUTION_DURATION_HARD),
                parts.retention(),
                parts.uploads().limit());
    }

    private <T> T value(Setting<T> setting) {
        return parts.services().settings().value(setting);
    }

    @Override
    public void close() {
        ticker.close();
        pulse.close();
    }
}
