package org.ctavo.provenance.capture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

import org.ctavo.provenance.ProvenancePlugin;
import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.Agent;
import org.ctavo.provenance.model.ArtefactType;
import org.ctavo.provenance.model.Configuration.Parameter;
import org.ctavo.provenance.model.Description;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.model.Relation.WasAssociatedWith;
import org.ctavo.provenance.model.Relation.WasConfiguredBy;
import org.ctavo.provenance.model.Relation.WasGeneratedBy;
import org.ctavo.provenance.store.GraphQuery;
import org.ctavo.provenance.store.GraphRequest;
import org.ctavo.provenance.store.Merge;
import org.ctavo.provenance.store.StoreFixture;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Example;
import org.ctavo.spi.FunctionDeclaration;
import org.ctavo.spi.SqlArgument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CaptureTest {
    private static final String HESS = "ivo://example.org/HESS-DL3-DR1?";
    private static final String MAP = "ivo://example.org/provenance?illustrative/HESS-DL3-DR1/DL4/countmap-1-3";

    private static final String SPECTRUM = MAP.replace("countmap", "spectrum");

    private static SampleArchive samples;
    private static StoreFixture fixture;

    @BeforeAll
    static void fill() throws SQLException {
        samples = new SampleArchive();
        fixture = samples.fixture();
        assertThat(samples.addChain().added()).isGreaterThan(100);
        Merge again = samples.addChain();
        assertThat(again.added() + again.completed()).isZero();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void aProductTellsOfItsOriginAndNothingIsMadeUp() {
        ProvDocument document =
                ProductProvenance.of(SampleArchive.facts("9", "ctobssim", Optional.of("1.4.0"), "abc", Set.of()));
        assertThat(document.all(Activity.class))
                .extracting(Activity::name, a -> String.valueOf(a.startTime()))
                .containsExactlyInAnyOrder(
                        tuple("writing of H.E.S.S. run 9", "null"), tuple("observation 9", "2004-12-04T06:00"));
        assertThat(document.all(Entity.class))
                .extracting(Entity::name)
                .containsExactlyInAnyOrder("H.E.S.S. run 9", "calibration 1.4");
        assertThat(document.all(Parameter.class))
                .extracting(Parameter::name, Parameter::value)
                .containsExactly(tuple("EV_CLASS", "std"));
        assertThat(document.all(Agent.class))
                .extracting(Agent::name)
                .containsExactlyInAnyOrder("H.E.S.S. Collaboration", "ctobssim 1.4.0");
        assertThat(document.all(Description.ActivityDescription.class))
                .extracting(Description.ActivityDescription::version)
                .contains("1.4.0");
    }

    @Test
    void whatWasSelectedWithWhichResponsesAndWhoObservedIsTold() {
        Map<String, String> header = Map.of(
                "OBSERVER", "A. N.  Observer",
                "CALDB", "1dc",
                "IRF", "South_z20_50h",
                "DST_VER", "3",
                "MUONEFF", "1.2",
                "DSVAL1", "TABLE",
                "DSTYP2", "ENERGY",
                "DSUNI2", "TeV",
                "DSVAL2", "0.03:160",
                "HISTORY", "line\n".repeat(2000));
        ProvDocument document = ProductProvenance.of(SampleArchive.facts("9", header));
        assertThat(document.all(Parameter.class))
                .extracting(Parameter::name, Parameter::value)
                .containsExactlyInAnyOrder(
                        tuple("CALDB", "1dc"),
                        tuple("IRF", "South_z20_50h"),
                        tuple("DST_VER", "3"),
                        tuple("MUONEFF", "1.2"),
                        tuple("selection ENERGY", "0.03:160 TeV"));
        assertThat(document.all(Used.class))
                .extracting(Used::entity, Used::role)
                .contains(tuple("ivo://example.org/provenance?responses/1dc/South_z20_50h", "response functions"));
        assertThat(document.all(WasAssociatedWith.class))
                .filteredOn(a -> "Observer".equals(a.role()))
                .extracting(WasAssociatedWith::agent)
                .containsExactly("ivo://example.org/provenance?agent/A._N._Observer");
        assertThat(document.all(Activity.class)).extracting(Activity::comment).anySatisfy(comment -> assertThat(comment)
                .startsWith("FITS HISTORY:\nline")
                .endsWith("…")
                .hasSizeLessThan(4100));
    }

    @Test
    void aProductThatIsIngestedAgainInANewVersionTellsItsNewOrigin() throws SQLException {
        samples.record(SampleArchive.facts("20", "old", Optional.of("1"), "old", Set.of()));
        samples.record(SampleArchive.facts("20", "old", Optional.of("1"), "old", Set.of()));
        samples.record(SampleArchive.facts("20", "new", Optional.of("2"), "new", Set.of("secret")));
        assertThat(value(
                        "SELECT version FROM provenance.activitydescription d JOIN provenance.activity a"
                                + " ON a.activitydescription_id = d.id"
                                + " JOIN provenance.wasgeneratedby g ON g.activity_id = a.id"
                                + " WHERE g.entity_id = '" + HESS + "20'",
                        Caller.ANONYMOUS))
                .isEmpty();
        Caller member = new Caller(Optional.of("m"), Set.of("secret"), Caller.Authentication.TOKEN);
        assertThat(value("SELECT " + made("'" + HESS + "20'", "'new'", "'2'"), member))
                .containsExactly("t");
        assertThat(value("SELECT " + made("'" + HESS + "20'", "'old'", "'1'"), member))
                .containsExactly("f");
        samples.record(SampleArchive.facts("20", "new", Optional.of("2"), "new", Set.of()));
        assertThat(value("SELECT " + made("'" + HESS + "20'", "'new'", "'2'"), Caller.ANONYMOUS))
                .containsExactly("t");
    }

    @Test
    void theSamplesHaveAFullChainThatSaysWhatIsIllustrative() {
        ProvDocument chain = ask(GraphRequest.Direction.BACK, MAP);
        assertThat(chain.all(Entity.class))
                .extracting(Entity::name)
                .contains(
                        "count map of 3 runs",
                        "H.E.S.S. run 2",
                        "reconstructed events of run 3",
                        "selected events of run 1",
                        "camera data of run 1",
                        "calibrated images of run 2",
                        "camera calibration coefficients",
                        "calibration 1.4");
        assertThat(chain.all(Entity.class))
                .filteredOn(e -> e.id().contains("illustrative"))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.comment()).startsWith("Illustrative"));
        assertThat(chain.all(Activity.class))
                .filteredOn(a -> a.id().contains("illustrative"))
                .isNotEmpty()
                .allSatisfy(a -> assertThat(a.comment()).startsWith("Illustrative"));
        assertThat(chain.all(Parameter.class))
                .extracting(Parameter::name)
                .contains("binsz", "EV_CLASS", "gammaness", "min_telescopes", "charge_window");
        assertThat(chain.all(Description.ActivityDescription.class))
                .extracting(Description.ActivityDescription::type)
                .contains("Observation", "Calibration", "Reconstruction", "Selection", "Analysis");
    }

    @Test
    void anImageThatIsMadeIsTracedBackToItsRunsAndTheirParameters() {
        String image = "ivo://example.org/images?new";
        String making = "ivo://example.org/jobs?42";
        fixture.merge(ProvDocument.of(List.of(
                Entity.dataset(image, "an image"),
                new Activity(making, "ctbin", null, null, null, null),
                new Parameter(making + "/npix", "npix", "100", null, null),
                new WasConfiguredBy(making, ArtefactType.PARAMETER, making + "/npix"),
                new Used(making, HESS + 1, "events", null, null),
                new Used(making, HESS + 2, "events", null, null),
                new WasGeneratedBy(image, making, "image", null))));
        ProvDocument trace = ask(GraphRequest.Direction.BACK, image);
        assertThat(trace.all(Entity.class))
                .extracting(Entity::name)
                .contains("H.E.S.S. run 1", "H.E.S.S. run 2", "camera data of run 1", "camera calibration coefficients")
                .doesNotContain("H.E.S.S. run 3");
        assertThat(trace.all(Parameter.class))
                .extracting(Parameter::name, Parameter::value)
                .contains(tuple("npix", "100"), tuple("EV_CLASS", "std"), tuple("min_telescopes", "2"));
        assertThat(trace.all(WasAssociatedWith.class))
                .extracting(WasAssociatedWith::role)
                .contains("Observer");
        assertThat(ask(GraphRequest.Direction.FORTH, HESS + 1).all(Entity.class))
                .extracting(Entity::id)
                .contains(image, MAP, SPECTRUM);
    }

    /** Those that PostgreSQL understands as they stand; all are asked of the whole service elsewhere. */
    static List<Example> examples() {
        return new ProvenancePlugin()
                .examples().stream()
                        .filter(example -> !example.query().matches("(?s).*(cta_|ivoa\\.).*"))
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleHasAnAnswerInTheSamples(Example example) throws SQLException {
        String sql = example.query().replaceFirst("(?s)SELECT TOP (\\d+) (.*)", "SELECT $2 LIMIT $1");
        assertThat(value(sql, Caller.ANONYMOUS)).isNotEmpty();
        assertThat(example.tables()).allSatisfy(table -> assertThat(sql).contains(table));
    }

    @Test
    void theFunctionsFindProductsByAncestorAndByPipeline() throws SQLException {
        String dl0 = "ivo://example.org/provenance?illustrative/HESS-DL3-DR1/DL0/3";
        assertThat(value(
                        "SELECT id FROM provenance.entity e WHERE " + derived("e.id", "'" + dl0 + "'") + " ORDER BY id",
                        Caller.ANONYMOUS))
                .containsExactly(
                        HESS + 3,
                        "ivo://example.org/provenance?illustrative/HESS-DL3-DR1/DL1/3",
                        "ivo://example.org/provenance?illustrative/HESS-DL3-DR1/DL2/3",
                        "ivo://example.org/provenance?illustrative/HESS-DL3-DR1/DL3/3",
                        MAP,
                        SPECTRUM);
        assertThat(value(
                        "SELECT id FROM provenance.entity e WHERE " + made("e.id", "'illustrative count map'", "'0.1'")
                                + " ORDER BY id",
                        Caller.ANONYMOUS))
                .contains(MAP)
                .hasSize(2);
        assertThat(value("SELECT " + function(0).value().sql(arguments("'" + MAP + "'", "NULL")), Caller.ANONYMOUS))
                .containsExactly("0");
    }

    private static FunctionDeclaration function(int index) {
        return new ProvenancePlugin().functions().get(index);
    }

    private static String derived(String id, String ancestor) {
        return function(0).condition().orElseThrow().sql(arguments(id, ancestor));
    }

    private static String made(String id, String name, String version) {
        return function(1).condition().orElseThrow().sql(arguments(id, name, version));
    }

    private static List<SqlArgument> arguments(String... sql) {
        return List.of(sql).stream()
                .map(s -> new SqlArgument(s, Optional.empty()))
                .toList();
    }

    private static ProvDocument ask(GraphRequest.Direction direction, String... ids) {
        return new GraphQuery(fixture.database())
                .ask(
                        new GraphRequest(List.of(ids), direction, OptionalInt.empty(), true, true, true, true, 1000),
                        Caller.ANONYMOUS);
    }

    private static List<String> value(String sql, Caller caller) throws SQLException {
        Map<Integer, String> values = new TreeMap<>();
        try (Connection connection = fixture.database().asCaller(caller);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.put(values.size(), row.getString(1));
            }
        }
        return List.copyOf(values.values());
    }
}
