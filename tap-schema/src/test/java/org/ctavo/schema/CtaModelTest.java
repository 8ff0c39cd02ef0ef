package org.ctavo.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CtaModelTest {
    private static final Model MODEL = CtaModel.model();
    private static final ModelTool.Generated GENERATED = new ModelTool("cta", Naming.SNAKE).generate(MODEL);

    /** The columns of tables with their types, as the database has them, and then the rules for their values. */
    private static final List<String> SHAPE = List.of(
            """
            SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
                || ' ' || a.attidentity::text || coalesce(' ' || pg_get_expr(d.adbin, d.adrelid), '')
            FROM pg_catalog.pg_class AS c
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE c.relnamespace = '%s'::regnamespace AND c.relkind = 'r' ORDER BY 1
            """,
            """
            SELECT c.relname || ' ' || k.conname || ' ' || replace(pg_get_constraintdef(k.oid), '%1$s.', '')
            FROM pg_catalog.pg_constraint AS k JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid
            WHERE c.relnamespace = '%1$s'::regnamespace ORDER BY 1
            """);

    /** Migrations that have been released never change: those that come after must add up to what the model is now. */
    @Test
    void theMigrationsMakeTheTablesOfTheModel() throws SQLException {
        try (Fixture fixture = new Fixture();
                Connection owner = TestPostgres.connect(fixture.logins.owner());
                Statement statement = owner.createStatement()) {
            statement.execute(
                    new ModelTool("now", Naming.SNAKE).generate(MODEL).files().get("now.sql"));
            for (String shape : SHAPE) {
                List<String> generated = Fixture.column(owner, shape.formatted("now"));
                assertThat(generated).hasSizeGreaterThan(80);
                assertThat(Fixture.column(owner, shape.formatted("cta")))
                        .as("review what `cta-vo model --since` writes, and add it as a migration")
                        .containsAll(generated);
            }
        }
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
