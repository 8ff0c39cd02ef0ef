package org.ctavo.provenance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.ctavo.provenance.model.PublishedTables;
import org.ctavo.provenance.store.StoreFixture;
import org.ctavo.schema.ModelTool;
import org.ctavo.schema.model.Head;
import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.Property;
import org.ctavo.schema.model.Type;
import org.ctavo.schema.reading.ModelReader;
import org.ctavo.schema.relational.Naming;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.TableDescription;
import org.ctavo.testing.Shared;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What became of each element of the VO-DML model in the live tables, printed as the model tool prints it for tables
 * that it makes: the same elements, each with the table, column, key or check that holds it.
 */
class ModelChecklistTest {
    private static final String MISSING = "not accounted for";

    /** Where a utype of the model is: table or table.column. */
    private final Map<String, String> places = new TreeMap<>();

    /** Tables that a table.column refers to by a foreign key, and whether its rows go with those. */
    private Map<String, String> keys;

    private Map<String, String> checks;
    private Map<String, String> nullable;
    private final List<String> lines = new ArrayList<>();
    private Model model;

    @Test
    void everyElementOfTheModelIsAccountedForInTheLiveTables() {
        Optional<Path> file = Shared.path("models/Provenance.vo-dml.xml");
        assumeTrue(file.isPresent(), "the VO-DML model is not beside the checkout");
        model = ModelReader.read(file.get());
        try (StoreFixture fixture = new StoreFixture()) {
            look(fixture);
        }
        model.types().forEach(this::type);
        long missing = lines.stream().filter(line -> line.endsWith(MISSING)).count();
        lines.add(lines.size() - missing + " of " + lines.size() + " elements accounted for");
        System.out.println(String.join("\n", lines));
        assertThat(lines).noneMatch(line -> line.endsWith(MISSING));
        // As many as the tool finds in the same model.
        String last = new ModelTool("provenance", Naming.LOWER)
                .generate(model)
                .checklist()
                .lines()
                .reduce("", (first, second) -> second);
        assertThat(lines.get(lines.size() - 1)).isEqualTo(last);
    }

    private void look(StoreFixture fixture) {
        for (TableDescription table : PublishedTables.schema().tables()) {
            if (table.name().equals("provenance.progenitor")) {
                continue;
            }
            table.utype().ifPresent(utype -> places.putIfAbsent(utype, table.name()));
            for (ColumnDescription column : table.columns()) {
                column.utype().ifPresent(utype -> places.putIfAbsent(utype, table.name() + "." + column.name()));
            }
        }
        nullable = fixture.pairs("SELECT table_schema || '.' || table_name || '.' || column_name, is_nullable"
                + " FROM information_schema.columns WHERE table_schema = 'provenance'");
        keys = fixture.pairs("SELECT conrelid::regclass || '.' || attname, string_agg(confrelid::regclass"
                + " || CASE confdeltype WHEN 'c' THEN ' and goes with it' ELSE '' END, '; ' ORDER BY confdeltype)"
                + " FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]"
                + " WHERE contype = 'f' AND connamespace = 'provenance'::regnamespace GROUP BY 1");
        checks = fixture.pairs("SELECT conrelid::regclass || ': ' || conname, pg_get_constraintdef(oid)"
                + " FROM pg_constraint WHERE contype IN ('c', 'f') AND connamespace = 'provenance'::regnamespace");
    }

    private void type(Type type) {
        Head head = type.head();
        if (type instanceof Type.PrimitiveType) {
            line(type.kind(), head.id(), usesOf(head.id()));
        } else if (type instanceof Type.Enumeration enumeration) {
            line(type.kind(), head.id(), usesOf(head.id()));
            for (Head literal : enumeration.literals()) {
                line("literal", literal.id(), allowed(literal.name()));
            }
        } else if (type instanceof Type.ObjectType object) {
            line(type.kind(), head.id(), place(head));
            object.properties()
                    .forEach(property ->
                            line(property.kind().word(), property.head().id(), place(property)));
            for (String constraint : object.constraints()) {
                line(
                        "constraint",
                        head.id(),
                        checks.containsKey("provenance.entity: entity_as_described")
                                ? "provenance.entity: entity_as_described (" + constraint + ")"
                                : MISSING);
            }
        }
    }

    private void line(String kind, String id, String target) {
        lines.add("[" + (target.equals(MISSING) ? " " : "x") + "] " + kind + " " + id + ": " + target);
    }

    private String place(Head type) {
        String own = places.get("voprov:" + type.id());
        if (own != null && own.chars().filter(c -> c == '.').count() == 1) {
            return "table " + own;
        }
        // A subclass is rows of its class's table: a check of the class knows its word.
        String word = type.name().replaceFirst("(Entity|Description)$", "").toLowerCase(Locale.ROOT);
        return checks.entrySet().stream()
                .filter(check ->
                        check.getKey().endsWith("_class") && check.getValue().contains("'" + word + "'"))
                .filter(check ->
                        check.getKey().contains("description") == type.name().endsWith("Description"))
                .findFirst()
                .map(check -> "table " + check.getKey().replaceFirst(":.*", "") + ", rows with classtype " + word)
                .orElse(MISSING);
    }

    private String place(Property property) {
        String place = places.get("voprov:" + property.head().id());
        if (place == null) {
            return MISSING;
        }
        boolean isTable = place.chars().filter(c -> c == '.').count() == 1;
        if (property.kind() == Property.Kind.ATTRIBUTE) {
            return nullable.containsKey(place) ? place : MISSING;
        }
        if (isTable) {
            // A table of pairs: two keys.
            List<String> ends = keys.entrySet().stream()
                    .filter(key -> key.getKey().startsWith(place + "."))
                    .map(key -> key.getKey() + " refers to " + key.getValue())
                    .toList();
            return ends.size() == 2 ? String.join(", ", ends) : MISSING;
        }
        String target = keys.get(place);
        boolean holds =
                target != null && (property.kind() == Property.Kind.REFERENCE || target.contains("and goes with it"));
        return holds ? place + " refers to " + target : MISSING;
    }

    private String usesOf(String type) {
        List<String> uses = model.objectTypes().stream()
                .flatMap(object -> object.properties().stream())
                .filter(property -> property.type().equals(type))
                .map(property -> places.get("voprov:" + property.head().id()))
                .toList();
        return uses.isEmpty() || uses.contains(null) ? MISSING : "the type of " + String.join(", ", uses);
    }

    /** The model spells one literal otherwise than its own text, which is what is stored. */
    private String allowed(String literal) {
        return checks.entrySet().stream()
                .filter(check -> check.getValue()
                        .toLowerCase(Locale.ROOT)
                        .contains("'" + literal.toLowerCase(Locale.ROOT) + "'"))
                .findFirst()
                .map(check -> "allowed by " + check.getKey())
                .orElse(MISSING);
    }
}
