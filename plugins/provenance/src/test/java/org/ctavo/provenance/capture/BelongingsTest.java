package org.ctavo.provenance.capture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.store.GraphQuery;
import org.ctavo.provenance.store.GraphRequest;
import org.ctavo.provenance.store.GraphRequest.Direction;
import org.ctavo.spi.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BelongingsTest {
    private static final String RUN = SampleArchive.HESS + 1;
    private static final List<String> TABLES = List.of(
            "entity", "activity", "used", "wasgeneratedby", "wasinformedby", "parameter", "configfile", "progenitor");

    private SampleArchive archive;

    @BeforeEach
    void fill() throws SQLException {
        archive = new SampleArchive();
        archive.addChain();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void withAProductGoesAllThatLedToItAloneAndComesBackWithIt() throws SQLException {
        Map<String, Set<String>> before = seen();
        assertThat(before.get("activity")).anyMatch(row -> row.contains("observation") && row.contains("DR1/1,"));
        rights(RUN, "NULL", "'{g}'");
        Map<String, Set<String>> hidden = seen();
        assertThat(hidden.get("entity"))
                .filteredOn(row -> row.matches(".*(DR1\\?1|DL[0-3]/1),.*"))
                .isEmpty();
        assertThat(hidden.get("activity"))
                .filteredOn(row -> row.matches(".*(observation|writing|calibration|reconstruction)/(.*/)?1[,/].*"))
                .isEmpty();
        assertThat(before.get("entity")).hasSize(hidden.get("entity").size() + 5);
        assertThat(before.get("activity")).hasSize(hidden.get("activity").size() + 5);
        assertThat(before.get("parameter"))
                .hasSizeGreaterThan(hidden.get("parameter").size());
        assertThat(before.get("configfile")).hasSize(hidden.get("configfile").size() + 1);
        // The calibration is that of others too, and the map is what it is.
        assertThat(hidden.get("entity")).anyMatch(row -> row.contains("coefficients"));
        ProvDocument map = new GraphQuery(archive.fixture().database())
                .ask(
                        new GraphRequest(
                                List.of(SampleArchive.MAP),
                                Direction.BACK,
                                OptionalInt.empty(),
                                false,
                                false,
                                true,
                                true,
                                1000),
                        Caller.ANONYMOUS);
        assertThat(map.all(Entity.class))
                .filteredOn(entity -> entity.id().startsWith(GraphQuery.HIDDEN))
                .hasSize(5);
        assertThat(map.all(Activity.class))
                .filteredOn(activity -> activity.id().startsWith(GraphQuery.HIDDEN))
                .hasSize(5);
        rights(RUN, "'{g}'", "NULL");
        assertThat(seen()).isEqualTo(before);
    }

    @Test
    void whatWasGivenOtherRightsKeepsThem() throws SQLException {
        String own = SampleArchive.CHAIN + "DL1/1";
        try (Connection ingest = archive.fixture().database().asIngest()) {
            archive.fixture().store().restrict(ingest, List.of(own), Set.of("others"));
        }
        rights(RUN, "NULL", "'{g}'");
        rights(RUN, "'{g}'", "NULL");
        assertThat(archive.fixture()
                        .pairs("SELECT id, access_groups FROM provenance.entity WHERE access_groups IS NOT NULL"))
                .containsExactly(Map.entry(own, "{others}"));
    }

    @Test
    void whatTwoHiddenProductsShareIsHiddenUntilOneIsOpen() throws SQLException {
        String shared = "https://example.org/shared";
        archive.fixture()
                .merge(ProvDocument.of(List.of(
                        new Used(writing(1), shared, null, null, null),
                        new Used(writing(2), shared, null, null, null))));
        rights(RUN, "NULL", "'{g}'");
        assertThat(seen().get("entity")).contains(shared + ",");
        rights(SampleArchive.HESS + 2, "NULL", "'{g}'");
        assertThat(seen().get("entity")).doesNotContain(shared + ",");
        rights(RUN, "'{g}'", "NULL");
        assertThat(seen().get("entity")).contains(shared + ",");
    }

    private String writing(int run) {
        return archive.fixture()
                .pairs("SELECT entity_id, activity_id FROM provenance.wasgeneratedby")
                .get(SampleArchive.HESS + run);
    }

    private void rights(String product, String before, String after) throws SQLException {
        try (Connection owner = archive.fixture().owner();
                Statement statement = owner.createStatement()) {
            statement.execute("SELECT provenance.follow_rights('" + product + "', " + before + ", " + after + ")");
        }
    }

    private Map<String, Set<String>> seen() throws SQLException {
        Map<String, Set<String>> seen = new TreeMap<>();
        try (Connection connection = archive.fixture().database().asCaller(Caller.ANONYMOUS);
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                // Marks stay where they were put; they are no part of what is seen.
                String row = table.equals("entity") || table.equals("activity")
                        ? "id || ',' || coalesce(name, '')"
                        : "(to_jsonb(t) - 'restricted')::text";
                try (ResultSet rows = statement.executeQuery("SELECT " + row + " FROM provenance." + table + " t")) {
                    Set<String> found = seen.computeIfAbsent(table, name -> new TreeSet<>());
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
        }
        return seen;
    }
}
