package org.ctavo.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.ctavo.schema.tableset.TablesetReader;
import org.ctavo.spi.MigrationSet;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.SettingValues;

/** Brings the tables of the archive: schemas {@code cta}, {@code ivoa} and {@code access}, and their descriptions. */
public final class CtaSchemaPlugin implements Plugin {

    /** The tables of the archive; they need the functions of the set {@code sphere}. */
    public static final MigrationSet MIGRATIONS =
            new MigrationSet("cta", "org/ctavo/schema/migrations", Set.of("sphere"));

    private static final List<String> TABLESETS = List.of("ivoa.xml", "cta.xml");

    @Override
    public String name() {
        return "cta";
    }

    @Override
    public List<MigrationSet> migrations() {
        return List.of(MIGRATIONS);
    }

    @Override
    public List<SchemaDescription> schemas(SettingValues settings) {
        return published();
    }

    /** What the archive publishes, whatever the settings. */
    public static List<SchemaDescription> published() {
        return TABLESETS.stream().flatMap(CtaSchemaPlugin::tableset).toList();
    }

    private static Stream<SchemaDescription> tableset(String file) {
        try (InputStream in =
                Objects.requireNonNull(CtaSchemaPlugin.class.getResourceAsStream("tables/" + file), file)) {
            return TablesetReader.read(in, file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
