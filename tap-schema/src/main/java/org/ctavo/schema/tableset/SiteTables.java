package org.ctavo.schema.tableset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ctavo.spi.Fault;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;

/**
 * The tables that a data centre publishes beside those of the archive: one VODataService tableset a file, in a
 * directory of the configuration.
 */
public final class SiteTables {
    /** Schemas of the service itself, which nobody else publishes. */
    private static final Set<String> OWN = Set.of(
            "tap_schema", "tap_upload", "uws", "access", "sphere", "migrations", "pg_catalog", "information_schema");

    private SiteTables() {}

    /**
     * Reads every {@code .xml} file of a directory, in the order of their names.
     *
     * @param published what the service publishes already
     * @return empty if there is no such directory
     * @throws Fault telling the file, the line and the element
     */
    public static List<SchemaDescription> read(Path directory, List<SchemaDescription> published) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<SchemaDescription> schemas = new ArrayList<>();
        Set<String> names = new HashSet<>();
        published.forEach(schema -> schema.tables().forEach(table -> names.add(table.name())));
        for (Path file : files(directory)) {
            for (SchemaDescription schema : TablesetReader.read(file)) {
                accept(file, schema, names);
                schemas.add(schema);
            }
        }
        return schemas;
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The directory of tablesets cannot be read.", e);
        }
    }

    private static void accept(Path file, SchemaDescription schema, Set<String> names) {
        if (OWN.contains(schema.name().toLowerCase(Locale.ROOT))) {
            throw new Fault(
                    TablesetFault.BAD_TABLESET,
                    file.getFileName() + ": schema " + schema.name() + " is the service's own; use another.");
        }
        for (TableDescription table : schema.tables()) {
            if (!names.add(table.name())) {
                throw new Fault(
                        TablesetFault.BAD_TABLESET,
                        file.getFileName() + ": table " + table.name() + " is published already; describe it once.");
            }
        }
    }

    /**
     * Holds the descriptions against the database.
     *
     * @param query a connection under the role that queries run under
     * @return what differs but does no harm, for the log
     * @throws Fault {@code TABLESET_DIFFERS} telling everything that does harm
     */
    public static List<Difference> check(Connection query, List<SchemaDescription> schemas) throws SQLException {
        List<Difference> differences = TablesetCheck.differences(query, schemas);
        String harm = differences.stream()
                .filter(difference -> !difference.isHarmless())
                .map(Difference::message)
                .collect(Collectors.joining("\n"));
        if (!harm.isEmpty()) {
            throw new Fault(
                    TablesetFault.TABLESET_DIFFERS,
                    "The tablesets do not agree with the database; correct either:\n" + harm);
        }
        return differences;
    }
}
