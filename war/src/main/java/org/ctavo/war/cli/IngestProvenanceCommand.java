package org.ctavo.war.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.ctavo.provenance.document.Documents;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.store.Merge;
import org.ctavo.provenance.store.ProvenanceStore;
import org.ctavo.spi.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "ingest-provenance",
        description =
                "Merges provenance documents into the archive: PROV-JSON, PROV-XML, PROV-N, PROV-VOTable, the JSON"
                        + " of OPUS and voprov, that of ctapipe, and ActivityDescription VOTables.",
        footer = "%nEach file wholly or not at all; a second time changes nothing. Exit code 1: a file was refused.",
        mixinStandardHelpOptions = true)
final class IngestProvenanceCommand implements Callable<Integer> {
    @Mixin
    private HomeOption homeOption;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Documents; their form is told by their content.")
    private List<Path> files;

    @Option(
            names = "--group",
            paramLabel = "NAME",
            description = "Lets only members of this group see what the documents tell of first; may be given several"
                    + " times. Without it anyone does.")
    private Set<String> groups = Set.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Paths.checkReadable(spec, files);
        try (Workplace place = new Workplace(homeOption)) {
            ProvenanceStore store = new ProvenanceStore(place.database());
            boolean refused = false;
            for (Path file : files) {
                refused |= !merge(store, file, groups);
            }
            return refused ? 1 : 0;
        }
    }

    private static boolean merge(ProvenanceStore store, Path file, Set<String> groups) {
        try {
            Reading reading = Documents.read(file);
            Merge merge = store.merge(reading, groups);
            System.out.println(file + ": added " + merge.added() + ", completed " + merge.completed() + ", known "
                    + merge.known());
            reading.remarks().forEach(remark -> System.out.println(file + ": " + remark));
            return true;
        } catch (Fault e) {
            if (e.code().category().isServiceFault()) {
                throw e;
            }
            System.out.println(file + ": refused: " + e.getMessage());
            return false;
        }
    }
}
