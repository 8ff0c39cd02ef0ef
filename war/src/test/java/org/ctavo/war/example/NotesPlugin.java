package org.ctavo.war.example;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Example;
import org.ctavo.spi.ForeignKey;
import org.ctavo.spi.FunctionDeclaration;
import org.ctavo.spi.MigrationSet;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.Services;
import org.ctavo.spi.Setting;
import org.ctavo.spi.SettingValues;
import org.ctavo.spi.SqlForm;
import org.ctavo.spi.TableDescription;

/** The plugin of the how-to: what people noted about data products, as a table, a function and a page. */
public final class NotesPlugin implements Plugin {
    private static final Setting<Integer> MOST =
            Setting.wholeNumber("notes.most", 100, 1, 10_000, "How many notes of a product its page shows at most.");

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(MOST);
    }

    @Override
    public List<MigrationSet> migrations() {
        return List.of(new MigrationSet("notes", "org/ctavo/war/example/migrations", Set.of()));
    }

    @Override
    public List<SchemaDescription> schemas(SettingValues settings) {
        return List.of(new SchemaDescription(
                "notes", "What people noted about data products", Optional.empty(), List.of(table())));
    }

    private static TableDescription table() {
        return new TableDescription(
                "notes.note",
                false,
                "A note about a data product",
                Optional.empty(),
                List.of(
                        column("obs_publisher_did", "", "meta.ref.ivoid", "Identifier of the product"),
                        column("written", "timestamp", "time.creation", "When it was written (UTC)"),
                        column("note", "", "meta.note", "What was noted")),
                List.of(ForeignKey.of("obs_publisher_did", "ivoa.obscore", "obs_publisher_did")));
    }

    private static ColumnDescription column(String name, String xtype, String ucd, String description) {
        return new ColumnDescription(
                name,
                "char",
                Optional.of("*"),
                Optional.of(xtype).filter(word -> !word.isEmpty()),
                Optional.empty(),
                Optional.of(ucd),
                Optional.empty(),
                description,
                true,
                false,
                false);
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(FunctionDeclaration.of(
                "notes_count(id TEXT) -> BIGINT",
                "How many notes there are about a product, given by its obs_publisher_did; 0 for NULL.",
                SqlForm.pattern("(SELECT pg_catalog.count(*) FROM notes.note notes__n"
                        + " WHERE notes__n.obs_publisher_did = $1)")));
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example(
                "notes-latest",
                "The latest notes",
                "What was noted last, with what it is about.",
                "SELECT TOP 10 n.written, o.target_name, n.note\n"
                        + "FROM notes.note AS n JOIN ivoa.obscore AS o ON o.obs_publisher_did = n.obs_publisher_did\n"
                        + "ORDER BY n.written DESC",
                List.of("notes.note", "ivoa.obscore")));
    }

    @Override
    public List<Endpoint> endpoints(Services services) {
        return List.of(
                new NotesEndpoint(services.database(), services.settings().value(MOST)));
    }
}
