package org.ctavo.war.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.ctavo.adql.Adql;
import org.ctavo.adql.fault.AdqlException;
import org.ctavo.adql.metadata.TableCatalogue;
import org.ctavo.adql.sql.ResultColumn;
import org.ctavo.adql.sql.Translation;
import org.ctavo.adql.suite.QuerySuite;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.war.Language;
import org.ctavo.war.Plugins;
import org.ctavo.war.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "adql",
        description = "Checks a query and prints its result columns and its SQL, or all that is wrong with it.",
        footer = "%nNeeds no database. Exit code 1: the query has faults, or the suite disagrees.",
        mixinStandardHelpOptions = true)
final class AdqlCommand implements Callable<Integer> {
    @Mixin
    private HomeOption homeOption;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The file of the query. Default: standard input.")
    private Path file;

    @Option(names = "--syntax", description = "Check the form alone; tables and columns are not looked up.")
    private boolean syntax;

    @Option(
            names = "--suite",
            paramLabel = "FILE.xml",
            description = "Judge the queries of a suite (queries.xsd) and print where the verdicts differ.")
    private Path suite;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (suite != null) {
            Paths.checkReadable(spec, List.of(suite));
            return judge();
        }
        if (file != null) {
            Paths.checkReadable(spec, List.of(file));
        }
        String text =
                file == null ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : Files.readString(file);
        try {
            check(text);
            return 0;
        } catch (AdqlException e) {
            System.out.println(e.getMessage());
            return 1;
        }
    }

    private void check(String text) {
        Plugins plugins = Plugins.found();
        Adql adql = Language.of(plugins);
        if (syntax) {
            adql.parse(text);
            System.out.println("The form is right.");
            return;
        }
        Settings settings = HomeOption.settings(homeOption.homeAsItIs(), plugins, Map.of());
        List<SchemaDescription> schemas = plugins.schemas(settings);
        Translation translation = adql.translate(adql.check(text, TableCatalogue.of(schemas)), Long.MAX_VALUE);
        for (ResultColumn column : translation.columns()) {
            System.out.println(line(column.description()));
        }
        System.out.println();
        System.out.println(translation.sql());
    }

    private static String line(ColumnDescription column) {
        StringBuilder line = new StringBuilder(column.name()).append("  ").append(column.datatype());
        column.arraysize().ifPresent(size -> line.append('[').append(size).append(']'));
        column.xtype().ifPresent(xtype -> line.append("  ").append(xtype));
        column.unit().filter(unit -> !unit.isEmpty()).ifPresent(unit -> line.append("  ")
                .append(unit));
        column.ucd().filter(ucd -> !ucd.isEmpty()).ifPresent(ucd -> line.append("  ")
                .append(ucd));
        return line.toString();
    }

    private int judge() {
        QuerySuite queries;
        try {
            queries = QuerySuite.read(suite);
        } catch (IOException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), suite + ": " + e.getMessage(), e);
        }
        QuerySuite.Result result = queries.judge();
        for (QuerySuite.Disagreement disagreement : result.disagreements()) {
            QuerySuite.Query query = disagreement.query();
            String why = disagreement
                    .faults()
                    .map(faults ->
                            "is called valid, but " + faults.faults().get(0).sentence())
                    .orElse("is called invalid, but nothing is wrong with it");
            System.out.println(query.number() + " " + query.uuid() + " (" + query.description() + ") " + why);
        }
        System.out.println(queries.title() + ": " + result.judged() + " judged, " + result.agreements() + " agreed, "
                + result.disagreements().size() + " disagreed, " + result.skipped() + " of another version");
        return result.disagreements().isEmpty() ? 0 : 1;
    }
}
