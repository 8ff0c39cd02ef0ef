package org.ctavo.soda;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;

import org.ctavo.archive.ArchivePlugin;
import org.ctavo.archive.DerivationLog;
import org.ctavo.archive.FileCatalogue;
import org.ctavo.archive.FileStore;
import org.ctavo.soda.cutout.Makings;
import org.ctavo.soda.cutout.Sources;
import org.ctavo.soda.job.CutoutIntake;
import org.ctavo.soda.job.CutoutRunner;
import org.ctavo.soda.job.Derivations;
import org.ctavo.soda.job.LabelledErrors;
import org.ctavo.soda.link.Coverages;
import org.ctavo.soda.link.CutoutDescriptor;
import org.ctavo.soda.request.SodaStandard;
import org.ctavo.soda.web.AsyncEndpoint;
import org.ctavo.soda.web.SodaEndpoint;
import org.ctavo.spi.Capability;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.RecordDecorator;
import org.ctavo.spi.Services;
import org.ctavo.spi.Setting;
import org.ctavo.uws.JobKind;
import org.ctavo.uws.JobQueue;
import org.ctavo.uws.rest.JobEndpoint;
import org.ctavo.uws.rest.JobFace;
import org.ctavo.uws.rest.JobPlugin;
import org.ctavo.uws.rest.RestLimits;

/** Cut-outs of event lists by SODA 1.0: at once, and as jobs. */
public final class SodaPlugin implements JobPlugin {
    private static final String KIND = "soda";

    @Override
    public String name() {
        return "soda";
    }

    @Override
    public List<Setting<?>> settings() {
        return SodaSettings.ALL;
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(
                new Capability(SodaStandard.SYNC_ID, "vs:ParamHTTP", "1.0", SodaStandard.PATH + SodaStandard.SYNC),
                new Capability(SodaStandard.ASYNC_ID, "vs:ParamHTTP", "1.0", SodaStandard.PATH + SodaStandard.ASYNC));
    }

    @Override
    public List<RecordDecorator> decorators(Services services) {
        return List.of(new CutoutDescriptor());
    }

    @Override
    public List<Endpoint> endpoints(Services services) {
        return List.of(new SodaEndpoint(
                sources(services),
                makings(services),
                services.database(),
                new Coverages(services.database()),
                Clock.systemUTC(),
                services.settings().value(SodaSettings.AT_ONCE)));
    }

    @Override
    public List<Endpoint> jobEndpoints(Services services, JobQueue queue, RestLimits limits) {
        Derivations derivations = new Derivations(services.database(), logs(services));
        Duration duration = services.settings().value(SodaSettings.DURATION);
        Duration retention = services.settings().value(SodaSettings.RETENTION);
        queue.register(new JobKind(
                KIND,
                new CutoutRunner(
                        sources(services),
                        makings(services),
                        derivations,
                        Clock.systemUTC(),
                        services.settings().value(SodaSettings.MOST)),
                services.settings().value(SodaSettings.SLOTS),
                new JobKind.Allowance(duration, duration),
                new JobKind.Allowance(retention, retention),
                Duration.ZERO));
        return List.of(new AsyncEndpoint(new JobEndpoint(
                queue,
                limits,
                new JobFace(
                        KIND,
                        "async",
                        SodaStandard.PATH + SodaStandard.ASYNC,
                        new CutoutIntake(),
                        new LabelledErrors()))));
    }

    private static List<DerivationLog> logs(Services services) {
        return services.settings().value(SodaSettings.PROVENANCE)
                ? ServiceLoader.load(DerivationLog.class, SodaPlugin.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList()
                : List.of();
    }

    private static Makings makings(Services services) {
        return new Makings(services.settings().value(ArchivePlugin.AUTHORITY));
    }

    private static Sources sources(Services services) {
        return new Sources(
                new FileCatalogue(services.database()),
                new FileStore(services.database(), services.settings().value(ArchivePlugin.ROOTS)),
                Clock.systemUTC());
    }
}
