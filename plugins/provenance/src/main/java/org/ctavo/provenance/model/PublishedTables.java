package org.ctavo.provenance.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.ForeignKey;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;

/**
 * What TAP_SCHEMA says of schema provenance: the shapes of the model give tables, columns and keys, the resource
 * {@code tables.txt} the words. No standard names these tables: the names are the model's, in lower case.
 */
public final class PublishedTables {
    private static final Set<String> PRINCIPAL = Set.of(
            "id", "name", "role", "version", "param_value", "entity_id", "activity_id", "agent_id", "progenitor_id");

    private PublishedTables() {}

    /** The schema with its tables, each after those it refers to. */
    public static SchemaDescription schema() {
        return new SchemaDescription(
                "provenance",
                "Where everything came from: the IVOA Provenance Data Model 1.0 as tables, one a class or relation.",
                Optional.of("voprov"),
                tables());
    }

    private static List<TableDescription> tables() {
        Map<String, Shape<?>> shapes = Shapes.ALL.stream().collect(Collectors.toMap(Shape::table, Function.identity()));
        List<TableDescription> tables = new ArrayList<>();
        List<ColumnDescription> columns = new ArrayList<>();
        List<String> lines = lines();
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i);
            if (line.startsWith(" ")) {
                columns.add(0, column(fields(line, 5)));
            } else {
                List<String> table = fields(line, 3);
                tables.add(
                        0,
                        new TableDescription(
                                "provenance." + table.get(0),
                                table.get(0).equals("progenitor"),
                                table.get(2),
                                some(table.get(1)),
                                columns,
                                keys(shapes.get(table.get(0)))));
                columns = new ArrayList<>();
            }
        }
        return tables;
    }

    private static ColumnDescription column(List<String> f) {
        boolean isText = f.get(1).equals("text") || f.get(1).equals("time");
        return new ColumnDescription(
                f.get(0),
                isText ? "char" : f.get(1),
                isText ? Optional.of("*") : Optional.empty(),
                f.get(1).equals("time") ? Optional.of("timestamp") : Optional.empty(),
                Optional.empty(),
                some(f.get(2)),
                some(f.get(3)),
                f.get(4),
                PRINCIPAL.contains(f.get(0)),
                false,
                false);
    }

    private static List<ForeignKey> keys(Shape<?> shape) {
        if (shape == null) {
            return List.of(
                    ForeignKey.of("entity_id", "provenance.entity", "id"),
                    ForeignKey.of("progenitor_id", "provenance.entity", "id"));
        }
        List<ForeignKey> keys = new ArrayList<>();
        if (shape == Shapes.ENTITY) {
            // Declared, not enforced: most entities are no published products.
            keys.add(ForeignKey.of("id", "ivoa.obscore", "obs_publisher_did"));
        }
        for (Attribute<?> attribute : shape.attributes()) {
            attribute
                    .target()
                    .ifPresent(target -> keys.add(ForeignKey.of(attribute.column(), "provenance." + target, "id")));
        }
        return keys;
    }

    private static List<String> fields(String line, int count) {
        List<String> fields = new ArrayList<>();
        for (String field : line.split("\\|", count)) {
            fields.add(field.strip());
        }
        return fields;
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    private static List<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                PublishedTables.class.getResourceAsStream("/org/ctavo/provenance/tables.txt"),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
