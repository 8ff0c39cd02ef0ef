package org.ctavo.war.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.ctavo.ingest.IngestReport;
import org.ctavo.ingest.IngestService;
import org.ctavo.ingest.Progress;
import org.ctavo.provenance.capture.ProductLineage;
import org.ctavo.provenance.store.ProvenanceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "ingest",
        description = "Takes DL3 observations into the archive, be the service running or not.",
        footer = "%nA file that was ingested before is left alone unless it has changed. Exit code 1: some failed.",
        mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
    @Mixin
    private HomeOption homeOption;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, or directories with all below them.")
    private List<Path> paths;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Paths.checkReadable(spec, paths);
        try (Workplace place = new Workplace(homeOption)) {
            ProvenanceStore provenance = new ProvenanceStore(place.database());
            IngestReport report = new IngestService(
                            place.database(), place.settings(), new ProductLineage(provenance)::record)
                    .ingest(paths, Progress.best());
            System.out.println(report.summary());
            return report.exitCode();
        }
    }
}
