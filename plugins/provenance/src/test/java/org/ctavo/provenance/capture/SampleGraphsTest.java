package org.ctavo.provenance.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.ctavo.provenance.ProvToolbox;
import org.ctavo.provenance.Tool;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.prov.Limits;
import org.ctavo.provenance.prov.ModelStyle;
import org.ctavo.provenance.prov.ProvFormat;
import org.ctavo.provenance.store.GraphQuery;
import org.ctavo.provenance.store.GraphRequest;
import org.ctavo.provenance.store.GraphRequest.Direction;
import org.ctavo.provenance.votable.ProvVotable;
import org.ctavo.spi.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openprovenance.prov.model.Document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ctavo.provenance.capture.SampleArchive.CHAIN;
import static org.ctavo.provenance.capture.SampleArchive.HESS;
import static org.ctavo.provenance.capture.SampleArchive.MAP;

/** Every graph that can be asked for in the samples, in every form: of each thing, and with options of some. */
class SampleGraphsTest {
    private static final List<ProvFormat> FORMS = List.of(ProvFormat.PROV_JSON, ProvFormat.PROV_XML, ProvFormat.PROV_N);

    private static SampleArchive samples;
    private static final List<ProvDocument> GRAPHS = new ArrayList<>();

    @BeforeAll
    static void ask() throws SQLException {
        samples = new SampleArchive();
        samples.addChain();
        try (Connection ingest = samples.fixture().database().asIngest()) {
            // So that there are graphs with something that is not shown.
            samples.fixture().store().restrict(ingest, List.of(CHAIN + "DL2/2"), Set.of("members"));
        }
        Set<String> all = samples.fixture()
                .pairs("SELECT id, 1 FROM provenance.entity WHERE access_groups IS NULL"
                        + " UNION SELECT id, 1 FROM provenance.activity UNION SELECT id, 1 FROM provenance.agent")
                .keySet();
        assertThat(all).hasSizeGreaterThan(50);
        for (String id : all) {
            ask(id, Direction.BACK, OptionalInt.empty(), 0);
            ask(id, Direction.BOTH, OptionalInt.of(1), 15);
        }
        for (String id : List.of(MAP, HESS + 1, CHAIN + "activity/reconstruction/2", CHAIN + "agent/pipeline")) {
            for (Direction direction : Direction.values()) {
                for (OptionalInt depth : List.of(OptionalInt.of(0), OptionalInt.of(2), OptionalInt.empty())) {
                    for (int options : new int[] {0, 5, 10, 15}) {
                        ask(id, direction, depth, options);
                    }
                }
            }
        }
    }

    private static void ask(String id, Direction direction, OptionalInt depth, int options) {
        GraphRequest request = new GraphRequest(
                List.of(id),
                direction,
                depth,
                (options & 1) != 0,
                (options & 2) != 0,
                (options & 4) != 0,
                (options & 8) != 0,
                1000);
        GRAPHS.add(new GraphQuery(samples.fixture().database()).ask(request, Caller.ANONYMOUS));
    }

    @AfterAll
    static void close() {
        samples.close();
        GRAPHS.clear();
    }

    @Test
    void theReferenceLibrariesReadEveryFormOfEveryGraphAsTheSameAndWeReadWhatTheyWrite(@TempDir Path directory)
            throws IOException, InterruptedException {
        for (int i = 0; i < GRAPHS.size(); i++) {
            Files.write(directory.resolve(i + ".json"), written(GRAPHS.get(i), ProvFormat.PROV_JSON, ModelStyle.W3C));
            Files.write(directory.resolve(i + ".xml"), written(GRAPHS.get(i), ProvFormat.PROV_XML, ModelStyle.W3C));
            Files.write(
                    directory.resolve(i + ".jsonld"), written(GRAPHS.get(i), ProvFormat.PROV_JSONLD, ModelStyle.W3C));
            for (ProvFormat form : List.of(ProvFormat.PROV_N, ProvFormat.PROV_JSONLD)) {
                Document document = ProvToolbox.read(form, written(GRAPHS.get(i), form, ModelStyle.W3C));
                Files.write(
                        directory.resolve(i + "." + form + ".by"), ProvToolbox.written(ProvFormat.PROV_JSON, document));
                byte[] provN = ProvToolbox.written(ProvFormat.PROV_N, document);
                assertThat(read(ProvFormat.PROV_N, provN)).as(form + " " + i).isEqualTo(GRAPHS.get(i));
            }
        }
        try (InputStream in = SampleGraphsTest.class.getResourceAsStream("/org/ctavo/provenance/reference.py")) {
            Files.copy(in, directory.resolve("reference.py"));
        }
        try (InputStream in = ProvToolbox.context()) {
            Files.copy(in, directory.resolve("context.jsonld"));
        }
        String said =
                Tool.run("/usr/bin/python3", directory.resolve("reference.py").toString(), directory.toString());
        assertThat(said)
                .contains(GRAPHS.size() + " graphs, " + 3 * GRAPHS.size() + " other forms of them are the same");
        for (int i = 0; i < GRAPHS.size(); i++) {
            for (ProvFormat form : FORMS) {
                byte[] theirs = Files.readAllBytes(directory.resolve(name(i, form) + ".theirs"));
                assertThat(read(form, theirs)).as(name(i, form)).isEqualTo(GRAPHS.get(i));
            }
        }
    }

    private static String name(int graph, ProvFormat form) {
        return graph + (form == ProvFormat.PROV_JSON ? ".json" : form == ProvFormat.PROV_XML ? ".xml" : ".provn");
    }

    @Test
    void weReadEveryFormOfEveryGraphWithoutLoss() throws IOException {
        for (ProvDocument graph : GRAPHS) {
            for (ProvFormat form : FORMS) {
                for (ModelStyle style : ModelStyle.values()) {
                    assertThat(read(form, written(graph, form, style))).isEqualTo(graph);
                }
            }
            assertThat(ProvVotable.read(new ByteArrayInputStream(votable(graph)), Limits.USUAL)
                            .document())
                    .isEqualTo(graph);
        }
    }

    @Test
    void votlintHasNothingToSayOfAnyKindOfGraph(@TempDir Path directory) throws IOException, InterruptedException {
        // Each look takes a second: one graph with everything, one with nothing but itself, some between.
        for (int i = 0; i < GRAPHS.size(); i += GRAPHS.size() / 5) {
            Path file = directory.resolve(i + ".vot");
            Files.write(file, votable(GRAPHS.get(i)));
            assertThat(Tool.run("/usr/bin/stilts", "votlint", "votable=" + file))
                    .isBlank();
        }
    }

    private static byte[] votable(ProvDocument graph) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProvVotable.write(graph, out);
        return out.toByteArray();
    }

    private static byte[] written(ProvDocument graph, ProvFormat form, ModelStyle style) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.write(graph, style, out);
        return out.toByteArray();
    }

    private static ProvDocument read(ProvFormat form, byte[] bytes) throws IOException {
        return form.read(new ByteArrayInputStream(bytes), Limits.USUAL).document();
    }
}
