package org.ctavo.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.Property;
import org.ctavo.schema.model.Type;
import org.ctavo.schema.relational.Naming;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CtaModelTest {
    private static final Model MODEL = CtaModel.model();
    private static final ModelTool.Generated GENERATED = new ModelTool("cta", Naming.SNAKE).generate(MODEL);

    @Test
    void theFirstMigrationIsWhatTheGeneratorWrites() throws IOException {
        assertThat(resource("migrations/V1__model.sql"))
                .as("run the tool on the model and review what it writes")
                .isEqualTo(GENERATED.files().get("cta.sql"));
    }

    @Test
    void tapSchemaIsWhatTheGeneratorWrites() throws IOException {
        assertThat(resource("tables/cta.xml")).isEqualTo(GENERATED.files().get("cta.tableset.xml"));
    }

    @Test
    void everyElementOfTheModelIsAccountedFor() {
        assertThat(GENERATED.checklist()).doesNotContain("[ ]").endsWith(" elements accounted for\n");
    }

    @Test
    void everyAttributeHasDescriptionUcdAndWhereItIsAQuantityAUnit() {
        Set<String> withoutUcd = Set.of("DataProduct.tIntervals");
        Set<String> pureNumbers = Set.of(
                "SpectralAxis.resPower",
                "SpectralAxis.resPowerMin",
                "SpectralAxis.resPowerMax",
                "ObservableAxis.statError",
                "ProposalRequirement.threshold",
                "WeatherLossInterval.cloudCover",
                "AmbientConditions.transparency");
        for (Type type : MODEL.types()) {
            assertThat(type.head().description()).as(type.head().id()).isNotEmpty();
            for (Property property : type.properties()) {
                String id = property.head().id();
                assertThat(property.head().description()).as(id).isNotEmpty();
                if (property.kind() == Property.Kind.ATTRIBUTE) {
                    assertThat(property.head().annotations().value("tap.ucd").isPresent() || withoutUcd.contains(id))
                            .as("UCD of " + id)
                            .isTrue();
                    assertThat(!property.type().equals("ivoa:real")
                                    || pureNumbers.contains(id)
                                    || property.head()
                                            .annotations()
                                            .value("tap.unit")
                                            .isPresent())
                            .as("unit of " + id)
                            .isTrue();
                }
            }
        }
    }

    /** What the views show of data products is described as the model has it; ObsLocTAP wants utypes without prefix. */
    @Test
    void theViewsDescribeTheirColumnsAsTheModelDoes() {
        Map<String, ColumnDescription> products = table("cta.vo_obscore").columns().stream()
                .collect(Collectors.toMap(ColumnDescription::name, Function.identity()));
        for (String view : List.of("ivoa.obscore", "ivoa.obscore_hea")) {
            for (ColumnDescription column : table(view).columns()) {
                ColumnDescription product = products.get(column.name());
                assertThat(column)
                        .as(view + "." + column.name())
                        .usingRecursiveComparison()
                        .ignoringFields("principal", "std", "utype")
                        .isEqualTo(product);
                if (view.equals("ivoa.obscore")) {
                    assertThat(column.utype()).isEqualTo(product.utype());
                    assertThat(column.std()).as(column.name()).isTrue();
                }
            }
        }
    }

    private static TableDescription table(String name) {
        return CtaSchemaPlugin.published().stream()
                .map(SchemaDescription::tables)
                .flatMap(List::stream)
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = CtaModelTest.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
