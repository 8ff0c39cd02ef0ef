package org.ctavo.provenance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.ctavo.provenance.model.Attribute;
import org.ctavo.provenance.model.PublishedTables;
import org.ctavo.provenance.model.Shape;
import org.ctavo.provenance.model.Shapes;
import org.ctavo.provenance.store.StoreFixture;
import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.Property;
import org.ctavo.schema.model.Type;
import org.ctavo.schema.reading.ModelReader;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.ForeignKey;
import org.ctavo.spi.TableDescription;
import org.ctavo.testing.Shared;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Holds shapes, tables.txt, the database and the VO-DML model to each other. */
class ProvenanceSchemaTest {
    private static final List<TableDescription> TABLES =
            PublishedTables.schema().tables();

    /** Words of ADQL 2.1 that a model of provenance comes near. */
    private static final Set<String> RESERVED = Set.of(
            "value",
            "time",
            "min",
            "max",
            "default",
            "usage",
            "interval",
            "order",
            "language",
            "level",
            "key",
            "action",
            "date",
            "user",
            "option",
            "size",
            "position",
            "zone",
            "section");

    @Test
    void tablesAreThoseOfTheModelAndNothingIsCalledByAReservedWord() {
        Map<String, List<String>> shapes = new TreeMap<>();
        for (Shape<?> shape : Shapes.ALL) {
            shapes.put(
                    "provenance." + shape.table(),
                    shape.attributes().stream().map(Attribute::column).toList());
        }
        Map<String, List<String>> described = new TreeMap<>();
        for (TableDescription table : TABLES) {
            assertThat(table.description()).isNotBlank();
            assertThat(table.columns()).allSatisfy(column -> {
                assertThat(column.description()).isNotBlank();
                assertThat(column.ucd()).isPresent();
                assertThat(RESERVED).doesNotContain(column.name());
            });
            List<String> names = new ArrayList<>(
                    table.columns().stream().map(ColumnDescription::name).toList());
            if (Set.of("provenance.used", "provenance.wasconfiguredby").contains(table.name())) {
                assertThat(names.remove(0)).isEqualTo("id");
            }
            if (!table.name().equals("provenance.progenitor")) {
                described.put(table.name(), names);
            }
        }
        assertThat(described).isEqualTo(shapes);
    }

    @Test
    void theDatabaseIsAsDescribed() {
        try (StoreFixture fixture = new StoreFixture()) {
            Map<String, String> columns = fixture.pairs("SELECT attrelid::regclass || '.' || attname,"
                    + " format_type(atttypid, NULL) || ': ' || coalesce(col_description(attrelid, attnum), '')"
                    + " FROM pg_attribute JOIN pg_class c ON c.oid = attrelid"
                    + " WHERE relnamespace = 'provenance'::regnamespace AND relkind = 'r' AND attnum > 0"
                    + " AND NOT attisdropped"
                    + " AND attname NOT IN ('number', 'access_groups', 'restricted', 'described_as')"
                    + " AND relname <> 'ancestor'");
            Map<String, String> described = new TreeMap<>();
            Map<String, String> keys = new TreeMap<>();
            for (TableDescription table : TABLES) {
                for (ColumnDescription column : table.columns()) {
                    described.put(table.name() + "." + column.name(), sqlType(column) + ": " + column.description());
                }
                for (ForeignKey key : table.foreignKeys()) {
                    keys.put(table.name() + "." + key.columns().get(0).from(), key.targetTable());
                }
            }
            described.keySet().removeIf(name -> name.startsWith("provenance.progenitor."));
            keys.keySet().removeIf(name -> name.startsWith("provenance.progenitor."));
            assertThat(keys.remove("provenance.entity.id")).isEqualTo("ivoa.obscore");
            assertThat(columns).isEqualTo(described);
            assertThat(fixture.pairs("SELECT conrelid::regclass || '.' || attname, confrelid::regclass::text"
                            + " FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]"
                            + " WHERE contype = 'f' AND connamespace = 'provenance'::regnamespace"))
                    .isEqualTo(keys);
        }
    }

    private static String sqlType(ColumnDescription column) {
        return switch (column.datatype()) {
            case "long" -> "bigint";
            case "short" -> "smallint";
            default -> column.xtype().isPresent() ? "timestamp without time zone" : "text";
        };
    }

    @Test
    void everyPropertyOfTheVoDmlModelIsAColumnOrATableAndEveryUtypeIsOfTheModel() throws IOException {
        Optional<Path> file = Shared.path("models/Provenance.vo-dml.xml");
        assumeTrue(file.isPresent(), "the VO-DML model is not beside the checkout");
        Model model = ModelReader.read(file.get());
        Map<String, Property> properties = new TreeMap<>();
        Set<String> classes = new TreeSet<>();
        for (Type.ObjectType type : model.objectTypes()) {
            classes.add("voprov:" + type.head().id());
            type.properties().forEach(p -> properties.put("voprov:" + p.head().id(), p));
        }
        Set<String> utypes = TABLES.stream()
                .flatMap(t -> t.columns().stream())
                .flatMap(c -> c.utype().stream())
                .collect(Collectors.toCollection(HashSet::new));
        TABLES.stream().flatMap(t -> t.utype().stream()).forEach(utypes::add);

        Set<String> known = new HashSet<>(properties.keySet());
        known.addAll(classes);
        assertThat(known).containsAll(utypes);

        assertThat(utypes).containsAll(properties.keySet());
        classes.removeAll(utypes);
        // Told by the column classtype, whose description names them.
        assertThat(classes)
                .containsExactlyInAnyOrder(
                        "voprov:ValueEntity",
                        "voprov:DatasetEntity",
                        "voprov:ValueDescription",
                        "voprov:DatasetDescription");
        theModelsObligationsAreHeld(properties);
    }

    /** What the model demands cannot be NULL, but for values that only a subclass has. */
    private static void theModelsObligationsAreHeld(Map<String, Property> properties) {
        try (StoreFixture fixture = new StoreFixture()) {
            Map<String, String> nullable = fixture.pairs("SELECT table_schema || '.' || table_name || '.'"
                    + " || column_name, is_nullable FROM information_schema.columns"
                    + " WHERE table_schema = 'provenance'");
            Set<String> subclasses = Set.of("ValueEntity", "ValueDescription", "DatasetDescription");
            for (TableDescription table : TABLES) {
                for (ColumnDescription column : table.columns()) {
                    Property property = properties.get(column.utype().orElse(""));
                    if (property == null
                            || property.kind() == Property.Kind.COMPOSITION
                            || table.name().equals("provenance.progenitor")
                            || subclasses.contains(column.utype().get().split("[:.]", 3)[1])) {
                        continue;
                    }
                    if (property.multiplicity().isMandatory()) {
                        assertThat(nullable)
                                .as(column.utype().get())
                                .containsEntry(table.name() + "." + column.name(), "NO");
                    }
                }
            }
        }
    }
}
