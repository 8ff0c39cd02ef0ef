package org.ctavo.war.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.ctavo.schema.ModelTool;
import org.ctavo.schema.relational.Naming;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "model",
        description = "Makes SQL, TAP_SCHEMA rows, a tableset and a page with a class diagram of a data model in"
                + " VO-DML or XMI, and prints what became of each of its elements.",
        footer = "%nNeeds no database; the same model gives the same bytes.",
        mixinStandardHelpOptions = true)
final class ModelCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", description = "The model: a VO-DML or XMI document.")
    private Path model;

    @Option(names = "--schema", defaultValue = "model", description = "The database schema. Default: ${DEFAULT-VALUE}.")
    private String schema;

    @Option(
            names = "--naming",
            defaultValue = "snake",
            description = "How names become those of tables and columns: ${COMPLETION-CANDIDATES}. Default:"
                    + " ${DEFAULT-VALUE}.")
    private Naming naming;

    @Option(names = "--out", paramLabel = "DIR", description = "Write the files there; made if need be.")
    private Path directory;

    @Option(
            names = "--since",
            paramLabel = "MODEL",
            description = "Print the migration from that earlier state of the model instead, for review.")
    private Path before;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Paths.checkReadable(spec, before == null ? List.of(model) : List.of(model, before));
        ModelTool tool = tool();
        if (before != null) {
            System.out.print(tool.migration(before, model));
            return 0;
        }
        ModelTool.Generated generated = tool.generate(model);
        if (directory != null) {
            generated.write(directory);
        }
        System.out.print(generated.checklist());
        return 0;
    }

    private ModelTool tool() {
        try {
            return new ModelTool(schema, naming);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--schema: " + e.getMessage(), e);
        }
    }
}
