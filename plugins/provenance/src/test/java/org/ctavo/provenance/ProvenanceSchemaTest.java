package org.ctavo.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.ctavo.provenance.model.Attribute;
import org.ctavo.provenance.model.PublishedTables;
import org.ctavo.provenance.model.Shape;
import org.ctavo.provenance.model.Shapes;
import org.ctavo.provenance.store.StoreFixture;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.ForeignKey;
import org.ctavo.spi.TableDescription;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds shapes and what TAP_SCHEMA says of the tables to each other. */
class ProvenanceSchemaTest {
    private static final String PROGENITOR = "provenance.progenitor";
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
    void tablesAreThoseOfTheShapesAndNothingIsCalledByAReservedWord() {
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
            if (!table.name().equals(PROGENITOR)) {
                described.put(table.name(), names);
            }
        }
        assertThat(described).isEqualTo(shapes);
    }

    @Test
    void keysAreTheReferencesOfTheShapesAndLeadToProducts() {
        Map<String, String> shapes = new TreeMap<>(Map.of(
                "provenance.entity.id", "ivoa.obscore.obs_publisher_did",
                "provenance.progenitor.entity_id", "provenance.entity.id",
                "provenance.progenitor.progenitor_id", "provenance.entity.id"));
        for (Shape<?> shape : Shapes.ALL) {
            for (Attribute<?> attribute : shape.attributes()) {
                attribute
                        .target()
                        .ifPresent(target -> shapes.put(
                                "provenance." + shape.table() + "." + attribute.column(),
                                "provenance." + target + ".id"));
            }
        }
        Map<String, String> keys = new TreeMap<>();
        for (TableDescription table : TABLES) {
            for (ForeignKey key : table.foreignKeys()) {
                assertThat(key.description()).isNotBlank();
                assertThat(key.columns()).hasSize(1);
                keys.put(
                        table.name() + "." + key.columns().get(0).from(),
                        key.targetTable() + "." + key.columns().get(0).target());
            }
        }
        assertThat(keys).isEqualTo(shapes);
    }

    @Test
    void theViewOfProgenitorsIsAsDescribed() {
        TableDescription progenitor = TABLES.get(TABLES.size() - 1);
        assertThat(progenitor.name()).isEqualTo(PROGENITOR);
        Map<String, String> described = new TreeMap<>();
        for (ColumnDescription column : progenitor.columns()) {
            described.put(column.name(), column.datatype().equals("short") ? "smallint" : "text");
        }
        try (StoreFixture fixture = new StoreFixture()) {
            assertThat(fixture.pairs("SELECT column_name, data_type FROM information_schema.columns"
                            + " WHERE table_schema = 'provenance' AND table_name = 'progenitor'"))
                    .isEqualTo(described);
        }
    }
}
