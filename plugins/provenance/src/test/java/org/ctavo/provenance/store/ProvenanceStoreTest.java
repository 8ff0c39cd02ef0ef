package org.ctavo.provenance.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.Agent;
import org.ctavo.provenance.model.AgentType;
import org.ctavo.provenance.model.Configuration.Parameter;
import org.ctavo.provenance.model.Description.ActivityDescription;
import org.ctavo.provenance.model.Description.EntityDescription;
import org.ctavo.provenance.model.Description.ParameterDescription;
import org.ctavo.provenance.model.Description.UsageDescription;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.EntityKind;
import org.ctavo.provenance.model.ProvBuilder;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.model.Relation.WasAssociatedWith;
import org.ctavo.provenance.model.Relation.WasDerivedFrom;
import org.ctavo.provenance.model.Relation.WasGeneratedBy;
import org.ctavo.provenance.model.Relation.WasInformedBy;
import org.ctavo.provenance.model.Samples;
import org.ctavo.spi.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ctavo.provenance.model.Samples.LOCAL;

class ProvenanceStoreTest {
    private StoreFixture fixture;

    @BeforeEach
    void open() {
        fixture = new StoreFixture();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aDocumentIsAddedOnceHoweverOftenItIsMerged() {
        ProvDocument all = Samples.everything();
        assertThat(fixture.merge(all)).isEqualTo(new Merge(all.records().size(), 0, 0));
        assertThat(fixture.merge(all)).isEqualTo(new Merge(0, 0, all.records().size()));
        assertThat(progenitors("ivo://example.org/dl3?110380"))
                .containsOnly(
                        Map.entry("ivo://example.org/dl3?dl2/110380", "1"),
                        Map.entry("ivo://example.org/dl3?raw", "2"));
    }

    @Test
    void whatWasUnknownIsCompleted() {
        fixture.merge(doc(
                new Used(LOCAL + "a", LOCAL + "e", null, null, null),
                new WasAssociatedWith(LOCAL + "a", LOCAL + "g", "Operator")));
        assertThat(fixture.pairs("SELECT id, name FROM provenance.agent")).containsEntry(LOCAL + "g", LOCAL + "g");
        Merge merge = fixture.merge(doc(
                new Entity(LOCAL + "e", EntityKind.VALUE, "a value", null, null, null, null, "3", null),
                Agent.of(LOCAL + "g", "DPPS", AgentType.ORGANIZATION)));
        assertThat(merge).isEqualTo(new Merge(0, 2, 0));
        assertThat(fixture.pairs("SELECT classtype, name FROM provenance.entity"))
                .containsEntry("value", "a value");
        assertThat(fixture.pairs("SELECT id, name FROM provenance.agent")).containsEntry(LOCAL + "g", "DPPS");
        assertThat(fixture.merge(
                        doc(Entity.of(LOCAL + "x"), new WasAssociatedWith(LOCAL + "a", LOCAL + "g", "Operator"))))
                .isEqualTo(new Merge(1, 0, 3));
    }

    @Test
    void aContradictionIsRefusedWithItsPlaceAndNothingIsStored() {
        fixture.merge(doc(Entity.dataset(LOCAL + "e", "one")));
        ProvBuilder builder = new ProvBuilder()
                .add(Entity.of(LOCAL + "new"), "line 1")
                .add(Entity.dataset(LOCAL + "e", "two"), "line 7");
        assertThatThrownBy(() -> fixture.store().merge(builder.read()))
                .isInstanceOf(Fault.class)
                .hasMessage("Entity " + LOCAL + "e is told in two ways: its name is \"one\" in the archive and"
                        + " \"two\" here (line 7).")
                .extracting(e -> ((Fault) e).code())
                .isEqualTo(ProvenanceFault.CONTRADICTION);
        assertThat(fixture.number("SELECT count(*) FROM provenance.entity")).isEqualTo(1);
    }

    @Test
    void anEntityHasOneGeneration() {
        fixture.merge(doc(new WasGeneratedBy(LOCAL + "e", LOCAL + "a", null, null)));
        refused(
                ProvenanceFault.CONTRADICTION,
                "its activity is",
                new WasGeneratedBy(LOCAL + "e", LOCAL + "b", null, null));
        fixture.merge(doc(new WasGeneratedBy(LOCAL + "e", LOCAL + "a", "main", null)));
        assertThat(fixture.pairs("SELECT entity_id, role FROM provenance.wasgeneratedby"))
                .containsEntry(LOCAL + "e", "main");
    }

    @Test
    void rolesAndNamesAreThoseOfTheirDescriptions() {
        ActivityDescription step = new ActivityDescription(LOCAL + "d", "step", null, null, null, null, null);
        UsageDescription usage = new UsageDescription(LOCAL + "u", LOCAL + "d", "DL2", null, null, null);
        ParameterDescription cut = new ParameterDescription(
                LOCAL + "p", LOCAL + "d", "cut", "double", null, null, null, null, null, null, null, List.of());
        refused(
                ProvenanceFault.CONTRADICTION,
                "must have the role of its description, \"DL2\"; it has \"DL1\"",
                step,
                usage,
                new Used(LOCAL + "a", LOCAL + "e", "DL1", null, LOCAL + "u"));
        refused(
                ProvenanceFault.CONTRADICTION,
                "must have the name of its description",
                step,
                cut,
                new Parameter(LOCAL + "v", "other", "1", LOCAL + "p", null));
        refused(
                ProvenanceFault.CONTRADICTION,
                "which neither the document nor the archive tells of",
                new Parameter(LOCAL + "v", "other", "1", LOCAL + "p", null));
    }

    @Test
    void valuesAreDescribedAsValuesAndDataSetsAsDataSets() {
        EntityDescription plain =
                new EntityDescription(LOCAL + "d", null, "a kind", null, null, null, null, null, null, null, null);
        Entity dataset = new Entity(LOCAL + "e", EntityKind.DATASET, null, null, null, null, null, null, LOCAL + "d");
        refused(
                ProvenanceFault.CONTRADICTION,
                "must have the classtype of its description, \"entity\"; it has \"dataset\"",
                plain,
                dataset);
        Entity unknown = new Entity(LOCAL + "e", null, null, null, null, null, null, null, LOCAL + "d");
        fixture.merge(doc(plain, unknown));
        refused(ProvenanceFault.CONTRADICTION, "has another description here", Entity.dataset(LOCAL + "e", null));
        assertThat(fixture.pairs("SELECT classtype, entitydescription_id FROM provenance.entity"))
                .containsOnlyKeys("entity");
    }

    @Test
    void aUseLiesWithinItsActivity() {
        LocalDateTime noon = LocalDateTime.of(2026, 1, 1, 12, 0);
        refused(
                ProvenanceFault.BAD_VALUE,
                "outside the time of its activity",
                new Activity(LOCAL + "a", null, noon, null, null, null),
                new Used(LOCAL + "a", LOCAL + "e", null, noon.minusSeconds(1), null));
        fixture.merge(doc(new Used(LOCAL + "a", LOCAL + "e", null, noon, null)));
        refused(
                ProvenanceFault.CONTRADICTION,
                "of a use at 2026-01-01 12:00:00, outside the time of its activity",
                new Activity(LOCAL + "a", null, noon.plusSeconds(1), null, null, null));
        fixture.merge(doc(new Activity(LOCAL + "b", null, noon, null, null, null)));
        ProvBuilder early =
                new ProvBuilder().add(new Used(LOCAL + "b", LOCAL + "e", null, noon.minusSeconds(1), null), "line 5");
        assertThatThrownBy(() -> fixture.store().merge(early.read()))
                .hasMessageContaining("outside the time of its activity (line 5)");
    }

    @Test
    void aDocumentForAGroupIsSeenByItsMembersButForWhatAllKnew() throws SQLException {
        fixture.merge(Samples.chain(2));
        ProvDocument secret = doc(
                new Used(LOCAL + "sa", LOCAL + "e2", null, null, null),
                new WasGeneratedBy(LOCAL + "s", LOCAL + "sa", null, null));
        fixture.store().merge(Reading.of(secret), Set.of("g"));
        assertThat(fixture.pairs("SELECT id, access_groups FROM provenance.entity WHERE access_groups IS NOT NULL"
                        + " UNION ALL SELECT id, access_groups FROM provenance.activity"
                        + " WHERE access_groups IS NOT NULL"))
                .containsOnly(Map.entry(LOCAL + "s", "{g}"), Map.entry(LOCAL + "sa", "{g}"));
        assertThat(fixture.store().merge(Reading.of(secret), Set.of()).added()).isZero();
    }

    @Test
    void cyclesAreRefusedHoweverTheyArise() {
        fixture.merge(Samples.chain(3));
        refused(ProvenanceFault.CYCLE, "would come from itself", new WasDerivedFrom(LOCAL + "e0", LOCAL + "e3"));
        refused(ProvenanceFault.CYCLE, "itself", new WasDerivedFrom(LOCAL + "e0", LOCAL + "e0"));
        refused(
                ProvenanceFault.CYCLE,
                "would come from itself",
                new Used(LOCAL + "x", LOCAL + "e3", null, null, null),
                new WasGeneratedBy(LOCAL + "e0", LOCAL + "x", null, null));
        refused(
                ProvenanceFault.CYCLE,
                "would come from itself",
                new WasDerivedFrom(LOCAL + "p", LOCAL + "q"),
                new WasDerivedFrom(LOCAL + "q", LOCAL + "r"),
                new WasDerivedFrom(LOCAL + "r", LOCAL + "p"));
        refused(
                ProvenanceFault.CYCLE,
                "itself",
                new WasInformedBy(LOCAL + "i", LOCAL + "j"),
                new WasInformedBy(LOCAL + "j", LOCAL + "i"));
        assertThat(fixture.number("SELECT count(*) FROM provenance.ancestor")).isEqualTo(6);
    }

    @Test
    void progenitorsAreTheSameInWhateverOrderTheRelationsArrive() {
        List<ProvRecord> relations = List.of(
                new WasGeneratedBy(LOCAL + "e2", LOCAL + "a2", null, null),
                new Used(LOCAL + "a2", LOCAL + "e1", null, null, null),
                new WasDerivedFrom(LOCAL + "e4", LOCAL + "e2"),
                new Used(LOCAL + "a1", LOCAL + "e0", null, null, null),
                new WasInformedBy(LOCAL + "a3", LOCAL + "a1"),
                new WasGeneratedBy(LOCAL + "e5", LOCAL + "a3", null, null),
                new WasGeneratedBy(LOCAL + "e1", LOCAL + "a1", null, null),
                new Used(LOCAL + "a4", LOCAL + "e4", null, null, null),
                new Used(LOCAL + "a4", LOCAL + "e5", null, null, null),
                new WasGeneratedBy(LOCAL + "e6", LOCAL + "a4", null, null),
                new WasDerivedFrom(LOCAL + "e6", LOCAL + "e1"));
        relations.forEach(relation -> fixture.merge(doc(relation)));
        String all = "SELECT entity_id || ' < ' || progenitor_id, depth FROM provenance.progenitor";
        Map<String, String> oneByOne = fixture.pairs(all);
        assertThat(progenitors(LOCAL + "e6"))
                .containsOnly(
                        Map.entry(LOCAL + "e4", "1"),
                        Map.entry(LOCAL + "e5", "1"),
                        Map.entry(LOCAL + "e1", "1"),
                        Map.entry(LOCAL + "e2", "2"),
                        Map.entry(LOCAL + "e0", "2"));
        try (StoreFixture other = new StoreFixture()) {
            other.merge(ProvDocument.of(relations));
            assertThat(other.pairs(all)).isEqualTo(oneByOne);
            other.pairs("SELECT 'x', provenance.rebuild_lineage()::text");
            assertThat(other.pairs(all)).isEqualTo(oneByOne);
        }
    }

    @Test
    void lineageThatIsBuiltAnewIsTheSameAsThatWhichGrew() {
        Random random = new Random(11);
        List<ProvRecord> relations = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            relations.add(new WasGeneratedBy(LOCAL + "e" + i, LOCAL + "a" + i / 2, null, null));
            if (i > 1) {
                int earlier = random.nextInt(i - i % 2);
                relations.add(new Used(LOCAL + "a" + i / 2, LOCAL + "e" + earlier, null, null, null));
                relations.add(
                        random.nextBoolean()
                                ? new WasDerivedFrom(LOCAL + "e" + i, LOCAL + "e" + random.nextInt(i - i % 2))
                                : new WasInformedBy(LOCAL + "a" + i / 2, LOCAL + "a" + earlier / 2));
            }
        }
        Collections.shuffle(relations, random);
        relations.forEach(relation -> fixture.merge(doc(relation)));
        String all = "SELECT entity || ' < ' || ancestor, depth FROM provenance.ancestor";
        Map<String, String> grown = fixture.pairs(all);
        assertThat(grown).hasSizeGreaterThan(600);
        fixture.pairs("SELECT 'x', provenance.rebuild_lineage()::text");
        assertThat(fixture.pairs(all)).isEqualTo(grown);
        assertThat(fixture.merge(doc(new WasDerivedFrom(LOCAL + "last", LOCAL + "e59")))
                        .added())
                .isEqualTo(2);
        assertThat(progenitors(LOCAL + "last")).hasSizeGreaterThan(10);
    }

    @Test
    void aCycleThatNoTriggerSawIsFoundWhenLineageIsBuiltAnew() throws SQLException {
        fixture.merge(Samples.chain(4));
        try (Connection owner = fixture.owner();
                Statement statement = owner.createStatement()) {
            statement.execute("ALTER TABLE provenance.wasderivedfrom DISABLE TRIGGER USER;"
                    + " INSERT INTO provenance.wasderivedfrom VALUES ('" + LOCAL + "e2', '" + LOCAL + "e4')");
            assertThatThrownBy(() -> statement.execute("SELECT provenance.rebuild_lineage()"))
                    .hasMessageMatching("(?s).*ancestor_not_itself.*|.*" + LOCAL + "e[234].*");
        }
        assertThat(fixture.number("SELECT count(*) FROM provenance.ancestor")).isEqualTo(10);
    }

    @Test
    void removingARelationTakesItsLineageAway() throws SQLException {
        fixture.merge(Samples.chain(4));
        try (Connection owner = fixture.owner()) {
            owner.createStatement().execute("DELETE FROM provenance.used WHERE activity_id = '" + LOCAL + "a3'");
        }
        assertThat(progenitors(LOCAL + "e4")).containsOnlyKeys(LOCAL + "e3");
        assertThat(fixture.number("SELECT count(*) FROM provenance.ancestor")).isEqualTo(4);
    }

    @Test
    void aProductThatIsMadeAgainHasItsNewOriginAndWhatWasMadeOfItStays() throws SQLException {
        fixture.merge(Samples.chain(4));
        try (Connection ingest = fixture.database().asIngest()) {
            ingest.setAutoCommit(false);
            fixture.store().withdraw(ingest, List.of(LOCAL + "e2"));
            ProvDocument anew = doc(
                    new Used(LOCAL + "again", LOCAL + "other", null, null, null),
                    new WasGeneratedBy(LOCAL + "e2", LOCAL + "again", null, null));
            fixture.store().merge(ingest, Reading.of(anew));
            ingest.commit();
        }
        assertThat(progenitors(LOCAL + "e4"))
                .containsOnly(
                        Map.entry(LOCAL + "e3", "1"), Map.entry(LOCAL + "e2", "2"), Map.entry(LOCAL + "other", "3"));
        assertThat(fixture.pairs("SELECT id, id FROM provenance.activity"))
                .containsOnlyKeys(LOCAL + "a1", LOCAL + "a3", LOCAL + "a4", LOCAL + "again");
    }

    @Test
    void configurationGoesWithItsActivity() throws SQLException {
        fixture.merge(Samples.everything());
        try (Connection owner = fixture.owner()) {
            owner.createStatement().execute("DELETE FROM provenance.activity WHERE id = '" + LOCAL + "run(1)'");
        }
        assertThat(fixture.number("SELECT count(*) FROM provenance.parameter")).isZero();
        assertThat(fixture.number("SELECT count(*) FROM provenance.configfile")).isZero();
    }

    @Test
    void aCycleIsToldByAnEntityOfItAndThePlaceOfThat() {
        fixture.merge(Samples.chain(2));
        ProvBuilder builder = new ProvBuilder()
                .add(new WasDerivedFrom(LOCAL + "beside", LOCAL + "e2"), "line 1")
                .add(new Used(LOCAL + "x", LOCAL + "e2", null, null, null), "line 2")
                .add(new WasGeneratedBy(LOCAL + "e0", LOCAL + "x", null, null), "line 3");
        assertThatThrownBy(() -> fixture.store().merge(builder.read()))
                .hasMessageMatching("Entity " + LOCAL + "e[02] would come from itself \\(line [123]\\):.*");
    }

    @Test
    void aLongChainIsRefusedBeforeItFillsTheDatabase() throws SQLException {
        fixture.merge(Samples.chain(100));
        assertThat(fixture.number("SELECT max(depth) FROM provenance.ancestor")).isEqualTo(100);
        try (Connection owner = fixture.owner()) {
            owner.createStatement().execute("UPDATE provenance.ancestor SET depth = 1000 WHERE depth = 100");
        }
        assertThatThrownBy(() -> fixture.merge(doc(new WasDerivedFrom(LOCAL + "e101", LOCAL + "e100"))))
                .hasMessageContaining("more than 1000 steps")
                .extracting(e -> ((Fault) e).code())
                .isEqualTo(ProvenanceFault.DOCUMENT_TOO_LARGE);
    }

    @Test
    void writersAtTheSameTimeMissNoProgenitor() throws Exception {
        List<ProvRecord> relations = new ArrayList<>(Samples.chain(12).all(Used.class));
        relations.addAll(Samples.chain(12).all(WasGeneratedBy.class));
        Collections.shuffle(relations, new Random(7));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Merge>> merges = relations.stream()
                    .map(relation -> threads.submit(() -> fixture.merge(doc(relation))))
                    .toList();
            for (Future<Merge> merge : merges) {
                merge.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(fixture.number("SELECT count(*) FROM provenance.ancestor")).isEqualTo(12 * 13 / 2);
    }

    private Map<String, String> progenitors(String id) {
        return fixture.pairs("SELECT progenitor_id, depth FROM provenance.progenitor WHERE entity_id = '" + id + "'");
    }

    private void refused(ProvenanceFault code, String message, ProvRecord... records) {
        assertThatThrownBy(() -> fixture.merge(doc(records)))
                .hasMessageContaining(message)
                .extracting(e -> ((Fault) e).code())
                .isEqualTo(code);
    }

    private static ProvDocument doc(ProvRecord... records) {
        return ProvDocument.of(List.of(records));
    }
}
