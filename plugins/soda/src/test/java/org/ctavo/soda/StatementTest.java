package org.ctavo.soda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.ctavo.archive.Derivation;
import org.ctavo.archive.Lineage;
import org.ctavo.archive.Product;
import org.ctavo.archive.cutout.CutoutStatement;
import org.ctavo.ingest.IngestService;
import org.ctavo.ingest.Progress;
import org.ctavo.ingest.simulation.SimulatedSet;
import org.ctavo.testing.RecordingExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What cut-outs say of their own making, and what the archive makes of it when it takes one in. */
class StatementTest {
    @TempDir
    private static Path directory;

    private static CutoutArchive archive;
    private static String run;

    @BeforeAll
    static void start() throws IOException, SQLException {
        SimulatedSet.write(directory.resolve("set"));
        archive = new CutoutArchive(Map.of(), directory.resolve("set"));
        run = archive.products().get(0);
    }

    @AfterAll
    static void end() {
        archive.close();
    }

    private static RecordingExchange cut(String id, String... namesAndValues) {
        String[] all = new String[namesAndValues.length + 2];
        all[0] = "ID";
        all[1] = id;
        System.arraycopy(namesAndValues, 0, all, 2, namesAndValues.length);
        RecordingExchange answer = archive.cut(all);
        assertThat(answer.status())
                .as(answer.status() == 200 ? "" : answer.text())
                .isEqualTo(200);
        return answer;
    }

    private static Derivation statement(RecordingExchange answer) {
        return CutoutStatement.read(FitsText.of(answer.bytes()).part("EVENTS").header()::text)
                .orElseThrow();
    }

    @Test
    void theHeaderIsAStatementThatProgramsRead() {
        Derivation made = statement(cut(run, "ENERGY", "1 10", "CIRCLE", "83.63 22.01 0.5"));
        assertThat(made.source()).isEqualTo(run);
        assertThat(made.parameters())
                .containsExactly(
                        new Derivation.Parameter("CIRCLE", "83.63 22.01 0.5"),
                        new Derivation.Parameter("ENERGY", "1 10"));
        assertThat(made.inputs())
                .extracting(Derivation.Input::role)
                .containsExactly("gti", "aeff", "edisp", "psf", "bkg");
        assertThat(made.recipe().version()).matches("\\d+\\.\\d+.*");
        assertThat(made.requester()).isEqualTo(Derivation.Requester.ANONYMOUS);
        assertThat(made.end()).isAfterOrEqualTo(made.start());
    }

    @Test
    void theSameRequestMakesTheSameCutoutUnderTheSameIdentifier() {
        Derivation once = statement(cut(run, "ENERGY", "1 10"));
        Derivation again = statement(cut(run, "ENERGY", "1 10"));
        Derivation other = statement(cut(run, "ENERGY", "1 11"));
        assertThat(again.result()).isEqualTo(once.result()).isNotEqualTo(other.result());
        assertThat(once.result() + once.activity()).doesNotContain(run);
    }

    @Test
    void theVotableTellsTheSameWithoutTheResponsesItHasNot() {
        String text = cut(run, "ENERGY", "1 10", "RESPONSEFORMAT", "votable").text();
        Map<String, String> infos = new HashMap<>();
        Pattern.compile("<INFO name=\"(\\w+)\" value=\"([^\"]*)\"/>")
                .matcher(text)
                .results()
                .forEach(info -> infos.put(info.group(1), info.group(2)));
        Derivation made = CutoutStatement.read(name -> Optional.ofNullable(infos.get(name)))
                .orElseThrow();
        assertThat(made.source()).isEqualTo(run);
        assertThat(made.inputs()).extracting(Derivation.Input::role).containsExactly("gti");
    }

    @Test
    void aPolygonOfManyCornersIsToldWhole() {
        StringBuilder corners = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            double angle = 2 * Math.PI * i / 60;
            corners.append(String.format("%.6f %.6f ", 83.63 + 2 * Math.cos(angle), 22.01 + 2 * Math.sin(angle)));
        }
        String polygon = corners.toString().strip();
        Derivation made = statement(cut(run, "POLYGON", polygon));
        assertThat(made.parameters()).hasSize(1);
        assertThat(made.parameters().get(0).value().split(" ")).hasSize(120);
    }

    private static long count(String where) throws SQLException {
        try (Connection connection = archive.database().asIngest();
                PreparedStatement select =
                        connection.prepareStatement("SELECT count(*) FROM cta.data_product WHERE " + where);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void aCutoutThatIsTakenInStandsBesideItsSourceAndCanBeCutAgain() throws Exception {
        Path file = directory.resolve("taken.fits");
        RecordingExchange first = cut(run, "ENERGY", "1 100");
        Files.write(file, first.bytes());
        Map<String, Product> products = new HashMap<>();
        Lineage lineage = (connection, product) -> products.put(product.id().text(), product);
        new IngestService(archive.database(), archive.services().settings(), lineage)
                .ingest(List.of(file), Progress.silent());
        assertThat(products).hasSize(1);
        Product taken = products.values().iterator().next();
        assertThat(taken.id().text()).isEqualTo(run + "/cutout/" + CutoutStatement.mark(statement(first)));
        assertThat(taken.title().orElseThrow()).startsWith("Cut-out of ");
        assertThat(CutoutStatement.read(
                        keyword -> Optional.ofNullable(taken.origin().keywords().get(keyword))))
                .contains(statement(first));
        assertThat(count("obs_publisher_did = '" + run + "'")).isEqualTo(1);
        Derivation second = statement(cut(taken.id().text(), "ENERGY", "2 100"));
        assertThat(second.source()).isEqualTo(taken.id().text());
        assertThat(second.parameters()).containsExactly(new Derivation.Parameter("ENERGY", "2 100"));
    }
}
