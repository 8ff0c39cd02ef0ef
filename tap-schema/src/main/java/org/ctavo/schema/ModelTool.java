package org.ctavo.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ctavo.schema.model.Model;
import org.ctavo.schema.reading.ModelReader;
import org.ctavo.schema.relational.Mapped;
import org.ctavo.schema.relational.Mapping;
import org.ctavo.schema.relational.Naming;
import org.ctavo.schema.writing.Checklist;
import org.ctavo.schema.writing.DdlWriter;
import org.ctavo.schema.writing.HtmlWriter;
import org.ctavo.schema.writing.MigrationWriter;
import org.ctavo.schema.writing.TablesetWriter;
import org.ctavo.schema.writing.TapSchemaWriter;

/** What the command line does with data models. The same model gives the same bytes. */
public final class ModelTool {
    private final String schema;
    private final Naming naming;

    /**
     * A tool for one database schema.
     *
     * @param schema its name
     * @param naming how names of the model become names of tables and columns
     */
    public ModelTool(String schema, Naming naming) {
        if (!schema.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("a schema's name has lower-case letters, digits and underscores");
        }
        this.schema = schema;
        this.naming = naming;
    }

    /**
     * What was made of a model.
     *
     * @param files contents by name: DDL, TAP_SCHEMA rows, tableset, page, checklist
     * @param checklist what became of every element, to be printed
     */
    public record Generated(Map<String, String> files, String checklist) {

        /** Writes the files into a directory, which is made if need be. */
        public void write(Path directory) {
            try {
                Files.createDirectories(directory);
                for (Map.Entry<String, String> file : files.entrySet()) {
                    Files.writeString(directory.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The directory for the output cannot be written.", e);
            }
        }
    }

    /**
     * Makes everything there is to make of a model.
     *
     * @param model a VO-DML or XMI document
     * @throws org.ctavo.spi.Fault telling every problem with its element and line
     */
    public Generated generate(Path model) {
        return generate(ModelReader.read(model));
    }

    /** Makes everything there is to make of a model. */
    public Generated generate(Model model) {
        Mapped mapped = map(model);
        String checklist = Checklist.text(mapped.traces());
        Map<String, String> files = new LinkedHashMap<>();
        files.put(schema + ".sql", DdlWriter.ddl(mapped.schema()));
        files.put(
                schema + ".tap_schema.sql", TapSchemaWriter.rows(mapped.schema().published()));
        files.put(
                schema + ".tableset.xml",
                TablesetWriter.tableset(List.of(mapped.schema().published())));
        files.put(schema + ".html", HtmlWriter.page(model, mapped));
        files.put(schema + ".checklist.txt", checklist);
        return new Generated(files, checklist);
    }

    /**
     * The SQL that brings tables of one state of a model to another, for review.
     *
     * @return empty if the tables are the same
     */
    public String migration(Path before, Path after) {
        return MigrationWriter.migration(
                map(ModelReader.read(before)).schema(),
                map(ModelReader.read(after)).schema());
    }

    /** The tables of a model. */
    public Mapped map(Model model) {
        return Mapping.map(model, schema, naming);
    }
}
