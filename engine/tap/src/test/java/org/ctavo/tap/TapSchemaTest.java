package org.ctavo.tap;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.Fault;
import org.ctavo.spi.ForeignKey;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;
import org.ctavo.tap.schema.MetadataSnapshot;
import org.ctavo.tap.schema.TapSchemaPublisher;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** TAP_SCHEMA to the letter of TAP 1.1, section 4, and true to the database. */
class TapSchemaTest {
    private static TapFixture tap;

    @BeforeAll
    static void open() throws SQLException {
        tap = TapFixture.open();
    }

    @AfterAll
    static void close() {
        tap.close();
    }

    private static List<String> strings(String sql) throws SQLException {
        try (Connection owner = TestPostgres.connect(tap.logins().owner());
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> strings = new ArrayList<>();
            while (row.next()) {
                strings.add(row.getString(1));
            }
            return strings;
        }
    }

    @Test
    void itDescribesItself() throws SQLException {
        assertThat(strings("SELECT table_name FROM tap_schema.tables WHERE schema_name = 'tap_schema'"
                        + " ORDER BY table_index"))
                .containsExactly(
                        "tap_schema.schemas",
                        "tap_schema.tables",
                        "tap_schema.columns",
                        "tap_schema.keys",
                        "tap_schema.key_columns");
        assertThat(strings("SELECT column_name FROM tap_schema.columns WHERE column_name LIKE '%size%'"
                        + " AND table_name = 'tap_schema.columns'"))
                .containsExactlyInAnyOrder("arraysize", "\"size\"");
    }

    @Test
    void sizeIsTheBoundOfOneDimension() throws SQLException {
        assertThat(strings("SELECT column_name || ' ' || \"size\" FROM tap_schema.columns WHERE \"size\" IS NOT NULL"))
                .containsExactlyInAnyOrder("three 3", "place 2", "span 2");
    }

    @Test
    void everyEndOfAKeyIsAColumn() throws SQLException {
        assertThat(strings("SELECT k.key_id FROM tap_schema.keys k JOIN tap_schema.key_columns c USING (key_id)"
                        + " WHERE NOT EXISTS (SELECT FROM tap_schema.columns f WHERE f.table_name = k.from_table"
                        + " AND f.column_name = c.from_column) OR NOT EXISTS (SELECT FROM tap_schema.columns t"
                        + " WHERE t.table_name = k.target_table AND t.column_name = c.target_column)"))
                .isEmpty();
        assertThat(strings("SELECT count(*) FROM tap_schema.keys WHERE from_table = 'sky.pointing'"))
                .containsExactly("1");
    }

    @Test
    void indexedIsWhatTheDatabaseHas() throws SQLException {
        String indexed = "SELECT column_name FROM tap_schema.columns WHERE indexed = 1 AND table_name = ";
        assertThat(strings(indexed + "'sky.observation'")).containsExactlyInAnyOrder("obs_id", "s_ra", "s_dec");
        assertThat(strings(indexed + "'sky.pointing'")).containsExactlyInAnyOrder("obs_id", "s_ra", "s_dec");
        assertThat(strings(indexed + "'sky.types'")).containsExactly("id");
    }

    @Test
    void nothingIsWrittenWhereNothingHasChanged() throws SQLException {
        String before = strings("SELECT published FROM tap_schema.publication").get(0);
        try (Connection owner = TestPostgres.connect(tap.logins().owner())) {
            assertThat(TapSchemaPublisher.publish(owner, List.of(SkyTables.description())))
                    .isFalse();
        }
        assertThat(strings("SELECT published FROM tap_schema.publication")).containsExactly(before);
    }

    @Test
    void aChangeIsNoticedByARunningService() throws SQLException {
        MetadataSnapshot before = tap.service().metadata().get();
        tap.service().metadata().refresh();
        assertThat(tap.service().metadata().get()).isSameAs(before);
        SchemaDescription sky = SkyTables.description();
        try (Connection owner = TestPostgres.connect(tap.logins().owner())) {
            SchemaDescription less = new SchemaDescription(
                    sky.name(), "Fewer tables", Optional.empty(), sky.tables().subList(0, 1));
            assertThat(TapSchemaPublisher.publish(owner, List.of(less))).isTrue();
            tap.service().metadata().refresh();
            assertThat(tap.service().metadata().get().table("sky.pointing")).isEmpty();
            TapSchemaPublisher.publish(owner, List.of(sky));
            tap.service().metadata().refresh();
        }
        assertThat(tap.service().metadata().get().table("sky.pointing")).isPresent();
    }

    @Test
    void whatWasPublishedIsWhatIsRead() {
        List<SchemaDescription> schemas = tap.service().metadata().get().schemas();
        assertThat(schemas).extracting(SchemaDescription::name).containsExactly("sky", "tap_schema");
        TableDescription types = schemas.get(0).tables().get(0);
        List<ColumnDescription> columns =
                new ArrayList<>(SkyTables.description().tables().get(0).columns());
        columns.set(0, columns.get(0).withIndexed(true));
        assertThat(types.columns()).isEqualTo(columns);
    }

    @Test
    void aTableThatIsNotThereIsNamed() {
        assertMismatch(table("sky.nothing", List.of(), List.of()), "sky.nothing");
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
        ColumnDescription nothing = SkyTables.column("nothing", "int", null, null);
        assertMismatch(table("sky.types", List.of(nothing), List.of()), "Column nothing of sky.types");
    }

    @Test
    void aColumnOfAnotherTypeIsNamed() {
        ColumnDescription words = SkyTables.column("words", "int", null, null);
        assertMismatch(table("sky.types", List.of(words), List.of()), "Column words of sky.types is described as int");
    }

    @Test
    void aKeyThatLeadsNowhereIsNamed() {
        ColumnDescription id = SkyTables.column("id", "int", null, null);
        assertMismatch(
                table("sky.types", List.of(id), List.of(ForeignKey.of("id", "sky.observation", "obs_id"))),
                "A foreign key of sky.types names obs_id of sky.observation");
    }

    @Test
    void aTableDescribedTwiceIsNamed() {
        TableDescription types = SkyTables.description().tables().get(0);
        SchemaDescription again = new SchemaDescription("sky", "", Optional.empty(), List.of(types, types));
        assertMismatch(again, "Table sky.types is described twice");
    }

    private static SchemaDescription table(String name, List<ColumnDescription> columns, List<ForeignKey> keys) {
        TableDescription table = new TableDescription(name, false, "", Optional.empty(), columns, keys);
        return new SchemaDescription("sky", "", Optional.empty(), List.of(table));
    }

    private static void assertMismatch(SchemaDescription schema, String message) {
        assertThatThrownBy(() -> {
                    try (Connection owner = TestPostgres.connect(tap.logins().owner())) {
                        TapSchemaPublisher.publish(owner, List.of(schema));
                    }
                })
                .isInstanceOf(Fault.class)
                .hasMessageContaining(message);
    }
}
