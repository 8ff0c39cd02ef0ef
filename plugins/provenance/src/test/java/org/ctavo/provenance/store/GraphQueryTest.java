package org.ctavo.provenance.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.Agent;
import org.ctavo.provenance.model.ArtefactType;
import org.ctavo.provenance.model.Configuration;
import org.ctavo.provenance.model.Description;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.provenance.model.PublishedTables;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.model.Relation.WasAssociatedWith;
import org.ctavo.provenance.model.Relation.WasConfiguredBy;
import org.ctavo.provenance.model.Relation.WasGeneratedBy;
import org.ctavo.provenance.model.Relation.WasInformedBy;
import org.ctavo.provenance.model.Samples;
import org.ctavo.provenance.prov.ModelStyle;
import org.ctavo.provenance.prov.ProvFormat;
import org.ctavo.provenance.store.GraphRequest.Direction;
import org.ctavo.provenance.svg.SvgWriter;
import org.ctavo.provenance.votable.ProvVotable;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Fault;
import org.ctavo.spi.TableDescription;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ctavo.provenance.model.Samples.LOCAL;

class GraphQueryTest {
    private static final Caller MEMBER =
            new Caller(Optional.of("m"), Set.of("secret", "other"), Caller.Authentication.TOKEN);
    private static final String DL3 = "ivo://example.org/dl3?110380";
    private static final String DL2 = "ivo://example.org/dl3?dl2/110380";

    private static StoreFixture fixture;

    @BeforeAll
    static void fill() throws SQLException {
        fixture = new StoreFixture();
        fixture.merge(Samples.everything());
        fixture.merge(Samples.chain(5));
        ProvDocument secret = ProvDocument.of(List.of(
                Entity.dataset(LOCAL + "s2", "a secret"),
                new Activity(LOCAL + "sa", "a secret activity", null, null, null, null),
                new WasGeneratedBy(LOCAL + "s2", LOCAL + "sa", "secret role", null),
                new Used(LOCAL + "sa", LOCAL + "open1", "secret use", null, null),
                new WasAssociatedWith(LOCAL + "sa", LOCAL + "jane", "Operator"),
                new Used(LOCAL + "oa", LOCAL + "s2", "secret input", null, null),
                new WasGeneratedBy(LOCAL + "open3", LOCAL + "oa", null, null)));
        fixture.merge(secret);
        try (Connection ingest = fixture.database().asIngest()) {
            fixture.store().restrict(ingest, List.of(LOCAL + "s2", LOCAL + "sa"), Set.of("secret"));
        }
        fixture.merge(ProvDocument.of(List.of(
                new Configuration.Parameter(LOCAL + "op", "threshold", "as the secret has it", null, LOCAL + "s2"),
                new WasConfiguredBy(LOCAL + "oa", ArtefactType.PARAMETER, LOCAL + "op"),
                new Configuration.Parameter(LOCAL + "sp", "target", "secret target", null, null),
                new WasConfiguredBy(LOCAL + "sa", ArtefactType.PARAMETER, LOCAL + "sp"))));
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void depthCountsRelations() {
        assertThat(ids(ask(LOCAL + "e5", Direction.BACK, OptionalInt.of(0)))).containsExactly("e5");
        assertThat(ids(ask(LOCAL + "e5", Direction.BACK, OptionalInt.of(1)))).containsExactly("a5", "e5");
        assertThat(ids(ask(LOCAL + "e5", Direction.BACK, OptionalInt.of(3)))).containsExactly("a4", "a5", "e4", "e5");
        assertThat(ids(ask(LOCAL + "e5", Direction.BACK, OptionalInt.empty()))).hasSize(11);
        assertThat(ids(ask(LOCAL + "e3", Direction.FORTH, OptionalInt.of(2)))).containsExactly("a4", "e3", "e4");
        assertThat(ids(ask(LOCAL + "e3", Direction.BOTH, OptionalInt.of(1)))).containsExactly("a3", "a4", "e3");
        assertThat(ids(ask(LOCAL + "a3", Direction.BOTH, OptionalInt.of(1)))).containsExactly("a3", "e2", "e3");
        assertThat(ask(LOCAL + "e5", Direction.BACK, OptionalInt.empty()).records())
                .hasSize(21);
    }

    @Test
    void whatIsAskedForIsToldWhollyAndWhatIsNotIsNot() {
        ProvDocument all = fixture(
                new GraphRequest(List.of(DL3), Direction.BACK, OptionalInt.empty(), true, true, true, true, 1000));
        ProvDocument everything = Samples.everything();
        assertThat(everything.records()).containsAll(all.records());
        assertThat(all.all(Agent.class)).hasSize(3);
        assertThat(all.all(Configuration.class)).hasSize(2);
        assertThat(all.all(Description.UsageDescription.class)).hasSize(1);
        ProvDocument little = fixture(
                new GraphRequest(List.of(DL3), Direction.BACK, OptionalInt.empty(), false, false, false, false, 1000));
        assertThat(little.all(Agent.class)).isEmpty();
        assertThat(little.all(Configuration.class)).isEmpty();
        assertThat(little.all(Description.class)).isEmpty();
        assertThat(little.all(Activity.class)).hasSize(2).allSatisfy(a -> assertThat(a.activityDescription())
                .isNull());
        assertThat(little.all(Used.class)).hasSize(3);
    }

    @Test
    void membersAreFollowedWhenAskedFor() {
        String all = "ivo://example.org/dl3?all";
        assertThat(ask(all, Direction.BACK, OptionalInt.empty()).records()).hasSize(1);
        ProvDocument members = fixture(
                new GraphRequest(List.of(all), Direction.BACK, OptionalInt.of(1), false, true, false, false, 1000));
        assertThat(members.all(Entity.class)).extracting(Entity::id).containsExactlyInAnyOrder(all, DL3);
    }

    @Test
    void anAgentIsAskedForWithWhatItDidAndOtherAgentsAreLeaves() {
        ProvDocument document = fixture(new GraphRequest(
                List.of(LOCAL + "tool"), Direction.BACK, OptionalInt.of(2), true, false, false, false, 1000));
        assertThat(document.all(Agent.class))
                .extracting(Agent::id)
                .containsExactlyInAnyOrder(LOCAL + "tool", LOCAL + "jane");
        assertThat(document.all(Activity.class)).extracting(Activity::id).contains(LOCAL + "run(1)");
        assertThat(document.all(Entity.class)).extracting(Entity::id).containsExactly(DL2);
    }

    @Test
    void whatACallerMayNotSeeIsAThingWithoutPropertiesAndTheGraphKeepsItsShape() {
        GraphRequest request = new GraphRequest(
                List.of(LOCAL + "open3"), Direction.BACK, OptionalInt.empty(), true, false, true, true, 1000);
        ProvDocument seen = fixture(request);
        ProvDocument whole = new GraphQuery(fixture.database()).ask(request, MEMBER);
        assertThat(whole.toString()).contains("a secret", "secret role", "secret target", "s2");
        assertThat(seen.toString().replace(LOCAL + "open", "")).doesNotContain("secret", "s2", "/sa", "sp");
        assertThat(seen.all(WasGeneratedBy.class)).hasSameSizeAs(whole.all(WasGeneratedBy.class));
        assertThat(seen.all(Used.class)).hasSameSizeAs(whole.all(Used.class));
        assertThat(seen.all(Entity.class))
                .hasSize(3)
                .contains(new Entity(
                        GraphQuery.HIDDEN + "entity-1", null, "not shown", null, null, null, null, null, null));
        unknown(LOCAL + "s2");
    }

    @Test
    void aSessionThatNeverSaidWhoseItIsSeesNothingHidden() throws SQLException {
        try (var fresh = TestPostgres.pools(fixture.logins())) {
            GraphRequest request = new GraphRequest(
                    List.of(LOCAL + "open3"), Direction.BACK, OptionalInt.empty(), true, true, true, true, 1000);
            assertThat(new GraphQuery(fresh)
                            .ask(request, Caller.ANONYMOUS)
                            .toString()
                            .replace(LOCAL + "open", ""))
                    .contains("hidden:entity-1")
                    .doesNotContain("secret", "s2", "/sa", "sp", "jane");
        }
    }

    @Test
    void anAgentIsNamedBesideWhatMayBeSeenAlone() {
        GraphRequest request = new GraphRequest(
                List.of(LOCAL + "open3"), Direction.BACK, OptionalInt.empty(), true, false, true, true, 1000);
        assertThat(fixture(request).all(WasAssociatedWith.class))
                .containsExactly(
                        new WasAssociatedWith(GraphQuery.HIDDEN + "activity-1", GraphQuery.HIDDEN + "agent-1", null));
        assertThat(fixture(request).all(Agent.class))
                .containsExactly(Agent.of(GraphQuery.HIDDEN + "agent-1", "not shown", null));
        assertThat(new GraphQuery(fixture.database()).ask(request, MEMBER).all(WasAssociatedWith.class))
                .containsExactly(new WasAssociatedWith(LOCAL + "sa", LOCAL + "jane", "Operator"));
        // Nor does an agent tell what else there is.
        GraphRequest jane = new GraphRequest(
                List.of(LOCAL + "jane"), Direction.BACK, OptionalInt.empty(), true, true, true, true, 1000);
        assertThat(fixture(jane).toString()).contains("run(1)").doesNotContain("hidden");
        assertThat(new GraphQuery(fixture.database()).ask(jane, MEMBER).toString())
                .contains(LOCAL + "sa");
    }

    @Test
    void numbersOfRowsDoNotTellHowManyThereAre() {
        Map<String, String> ids = fixture.pairs("SELECT id, activity_id FROM provenance.used");
        assertThat(ids).hasSizeGreaterThan(7).allSatisfy((id, activity) -> assertThat(Math.abs(Long.parseLong(id)))
                .isGreaterThan(1_000_000L));
    }

    @Test
    void tapQueriesShowNothingOfWhatACallerMayNotSee() throws SQLException {
        for (String sql : List.of(
                "SELECT count(*) FROM provenance.entity WHERE id = '" + LOCAL + "s2'",
                "SELECT count(*) FROM provenance.activity WHERE name LIKE '%secret%'",
                "SELECT count(*) FROM provenance.used WHERE role LIKE '%secret%'",
                "SELECT count(*) FROM provenance.wasgeneratedby WHERE role LIKE '%secret%'",
                "SELECT count(*) FROM provenance.parameter WHERE param_value LIKE '%secret%'",
                "SELECT count(*) FROM provenance.parameter WHERE valueentity_id = '" + LOCAL + "s2'",
                "SELECT count(*) FROM provenance.wasassociatedwith WHERE activity_id = '" + LOCAL + "sa'",
                "SELECT count(*) FROM provenance.progenitor WHERE progenitor_id = '" + LOCAL + "s2'")) {
            assertThat(count(sql, Caller.ANONYMOUS)).as(sql).isZero();
            assertThat(count(sql, MEMBER)).as(sql).isPositive();
        }
        String visible = "SELECT count(*) FROM provenance.progenitor WHERE entity_id = '" + LOCAL
                + "open3' AND progenitor_id = '" + LOCAL + "open1'";
        assertThat(count(visible, Caller.ANONYMOUS)).isEqualTo(1);
    }

    @Test
    void noTableTellsAStrangerOfWhatMembersSee() throws SQLException {
        List<String> told = List.of("secret", LOCAL + "s2", LOCAL + "sa", LOCAL + "sp");
        for (TableDescription table : PublishedTables.schema().tables()) {
            for (String word : told) {
                String sql = "SELECT count(*) FROM " + table.name() + " t WHERE strpos(t::text, '" + word + "') > 0";
                assertThat(count(sql, Caller.ANONYMOUS)).as(sql).isZero();
            }
            assertThat(count("SELECT count(*) FROM " + table.name(), MEMBER))
                    .isGreaterThanOrEqualTo(count("SELECT count(*) FROM " + table.name(), Caller.ANONYMOUS));
        }
    }

    @Test
    void noFormOfAGraphTellsAStrangerOfWhatMembersSee() throws IOException {
        GraphRequest request = new GraphRequest(
                List.of(LOCAL + "open3"), Direction.BOTH, OptionalInt.empty(), true, true, true, true, 1000);
        for (Caller caller : List.of(Caller.ANONYMOUS, MEMBER)) {
            ProvDocument graph = new GraphQuery(fixture.database()).ask(request, caller);
            List<String> forms = new ArrayList<>();
            for (ProvFormat format : ProvFormat.values()) {
                for (ModelStyle style : ModelStyle.values()) {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    format.write(graph, style, out);
                    forms.add(out.toString(StandardCharsets.UTF_8));
                }
            }
            ByteArrayOutputStream votable = new ByteArrayOutputStream();
            ProvVotable.write(graph, votable);
            forms.add(votable.toString(StandardCharsets.UTF_8));
            ByteArrayOutputStream picture = new ByteArrayOutputStream();
            new SvgWriter(true, true, GraphQuery.HIDDEN).write(graph, Set.of(LOCAL + "open3"), id -> id, picture);
            forms.add(picture.toString(StandardCharsets.UTF_8));
            boolean isMember = caller.equals(MEMBER);
            assertThat(forms).hasSize(10).allSatisfy(form -> {
                assertThat(form.contains("a secret")).isEqualTo(isMember);
                assertThat(form.contains("jane")).isEqualTo(isMember);
                assertThat(form.contains("not shown")).isEqualTo(!isMember);
            });
        }
    }

    private static long count(String sql, Caller caller) throws SQLException {
        try (Connection connection = fixture.database().asCaller(caller);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void unknownIdentifiersAndLargeGraphsAreRefused() {
        unknown("nothing' OR '1'='1");
        assertThatThrownBy(() -> fixture(new GraphRequest(
                        List.of(LOCAL + "e5"), Direction.BACK, OptionalInt.empty(), false, false, true, true, 10)))
                .hasMessageContaining("more than 10 things")
                .extracting(e -> ((Fault) e).code())
                .isEqualTo(ProvenanceFault.GRAPH_TOO_LARGE);
    }

    @Test
    void aGraphOfMoreRelationsThanAreToldIsRefusedAndNotCut() {
        List<ProvRecord> dense = new ArrayList<>();
        for (int a = 0; a < 45; a++) {
            for (int e = 0; e < 45; e++) {
                dense.add(new Used(LOCAL + "dense-a" + a, LOCAL + "dense-e" + e, null, null, null));
            }
            dense.add(new WasInformedBy(LOCAL + "dense-a" + a, LOCAL + "dense-informant"));
        }
        fixture.merge(ProvDocument.of(dense));
        tooLarge(dense("dense-informant", 95), "1900 relations or more");
        assertThat(fixture(dense("dense-informant", 500)).all(Used.class)).hasSize(2025);
    }

    @Test
    void aGreatDepthIsFollowedInTimeWhereRelationsLeadInCircles() {
        List<ProvRecord> ladder = new ArrayList<>();
        for (int i = 1; i < 200; i++) {
            for (String side : List.of("l", "r")) {
                ladder.add(new Used(LOCAL + "rung-a" + i, LOCAL + "rung-" + side + (i - 1), null, null, null));
                ladder.add(new WasGeneratedBy(LOCAL + "rung-" + side + i, LOCAL + "rung-a" + i, null, null));
            }
        }
        fixture.merge(ProvDocument.of(ladder));
        for (int depth : new int[] {1, 2, 7, 100, 397, 398, 9999}) {
            int rungs = Math.min(199, depth / 2);
            ProvDocument found = within("rung-l199", Direction.BACK, depth, 10_000);
            assertThat(found.all(Used.class)).as("%d", depth).hasSize(2 * rungs);
            assertThat(found.all(Activity.class)).as("%d", depth).hasSize(Math.min(199, (depth + 1) / 2));
        }
        assertThat(within("rung-l100", Direction.BOTH, 9999, 10_000).all(Entity.class))
                .hasSize(400);
        tooLarge(
                new GraphRequest(
                        List.of(LOCAL + "rung-l100"),
                        Direction.BOTH,
                        OptionalInt.of(300),
                        false,
                        false,
                        true,
                        true,
                        300),
                "more than 300 things");
    }

    private static ProvDocument within(String id, Direction direction, int depth, int mostNodes) {
        return fixture(new GraphRequest(
                List.of(LOCAL + id), direction, OptionalInt.of(depth), false, false, true, true, mostNodes));
    }

    @Test
    void theGraphIsTheSameWithAndWithoutABoundThatItDoesNotReach() {
        for (String id : List.of(DL3, DL2, LOCAL + "open3", LOCAL + "jane", LOCAL + "tool", LOCAL + "e3")) {
            for (Direction direction : Direction.values()) {
                for (Caller caller : List.of(Caller.ANONYMOUS, MEMBER)) {
                    for (boolean all : new boolean[] {true, false}) {
                        GraphQuery query = new GraphQuery(fixture.database());
                        GraphRequest far =
                                new GraphRequest(List.of(id), direction, OptionalInt.of(99), all, all, all, all, 1000);
                        GraphRequest whole =
                                new GraphRequest(List.of(id), direction, OptionalInt.empty(), all, all, all, all, 1000);
                        assertThat(query.ask(far, caller).records())
                                .as("%s %s", id, direction)
                                .hasSameSizeAs(query.ask(whole, caller).records());
                    }
                }
            }
        }
    }

    private static GraphRequest dense(String id, int mostNodes) {
        return new GraphRequest(
                List.of(LOCAL + id), Direction.BOTH, OptionalInt.empty(), false, false, true, false, mostNodes);
    }

    @Test
    void moreParametersOrUsesThanAreToldAreRefusedAndNotCut() {
        List<ProvRecord> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(new Configuration.Parameter(LOCAL + "many-p" + i, "p" + i, "1", null, null));
            many.add(new WasConfiguredBy(LOCAL + "many-a", ArtefactType.PARAMETER, LOCAL + "many-p" + i));
        }
        for (int i = 0; i < 300; i++) {
            many.add(new Used(LOCAL + "many-b", LOCAL + "many-e", "part " + i, null, null));
        }
        fixture.merge(ProvDocument.of(many));
        tooLarge(dense("many-a", 29), "CONFIGURATION=0");
        assertThat(fixture(dense("many-a", 30)).all(Configuration.class)).hasSize(30);
        tooLarge(dense("many-b", 10), "more than 200 rows of class Used");
        assertThat(fixture(dense("many-b", 15)).all(Used.class)).hasSize(300);
    }

    private static void tooLarge(GraphRequest request, String message) {
        assertThatThrownBy(() -> fixture(request))
                .hasMessageContaining(message)
                .extracting(e -> ((Fault) e).code())
                .isEqualTo(ProvenanceFault.GRAPH_TOO_LARGE);
    }

    private static void unknown(String id) {
        assertThatThrownBy(() -> ask(id, Direction.BACK, OptionalInt.empty()))
                .hasMessageContaining(id)
                .extracting(e -> ((Fault) e).code())
                .isEqualTo(ProvenanceFault.UNKNOWN_ID);
    }

    private static ProvDocument ask(String id, Direction direction, OptionalInt depth) {
        return fixture(new GraphRequest(List.of(id), direction, depth, false, false, true, true, 1000));
    }

    private static ProvDocument fixture(GraphRequest request) {
        return new GraphQuery(fixture.database()).ask(request, Caller.ANONYMOUS);
    }

    private static List<String> ids(ProvDocument document) {
        return Stream.concat(
                        document.all(Entity.class).stream().map(Entity::id),
                        document.all(Activity.class).stream().map(Activity::id))
                .map(id -> id.substring(LOCAL.length()))
                .sorted()
                .toList();
    }
}
