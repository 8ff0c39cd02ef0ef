package org.ctavo.war;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** The links of a product to what it was made from and to what was made from it, by what provenance tells. */
@Timeout(120)
class LineageLinksIT {
    private static RunningService service;

    @BeforeAll
    static void open() throws IOException, SQLException {
        service = RunningService.start();
        try (Connection connection = service.service().database().asIngest();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO cta.data_product (dataproduct_type, calib_level, obs_collection, obs_id,
                        obs_publisher_did, data_rights, obs_release_date)
                    SELECT kind, 3, 'runs', name, 'ivo://test.archive/runs?' || name, 'public', '2020-01-01'
                    FROM (VALUES ('map', 'image'), ('events', 'event'), ('flux', 'spectrum')) AS p (name, kind)""");
            statement.execute(
                    """
                    INSERT INTO provenance.entity (id, name) VALUES
                        ('ivo://test.archive/runs?map', 'a map'), ('ivo://test.archive/runs?events', 'events'),
                        ('ivo://test.archive/runs?flux', 'a flux'), ('ivo://test.archive/raw?1', 'raw & old'),
                        ('ivo://test.archive/raw?2', 'of a secret source'), ('ivo://test.archive/far?1', 'far')""");
            statement.execute(
                    "INSERT INTO provenance.activity (id, name) VALUES ('a:1', '1'), ('a:2', '2'), ('a:0', '0')");
            statement.execute(
                    """
                    INSERT INTO provenance.used (activity_id, entity_id) VALUES
                        ('a:0', 'ivo://test.archive/far?1'), ('a:1', 'ivo://test.archive/runs?events'),
                        ('a:1', 'ivo://test.archive/raw?1'), ('a:1', 'ivo://test.archive/raw?2'),
                        ('a:2', 'ivo://test.archive/runs?map')""");
            statement.execute(
                    """
                    INSERT INTO provenance.wasgeneratedby (entity_id, activity_id) VALUES
                        ('ivo://test.archive/raw?1', 'a:0'), ('ivo://test.archive/runs?map', 'a:1'),
                        ('ivo://test.archive/runs?flux', 'a:2')""");
            statement.execute("SELECT provenance.restrict_access('{ivo://test.archive/raw?2}', '{members}')");
        }
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static String links(String name) throws Exception {
        return service.get("/datalink/links?ID=ivo%3A%2F%2Ftest.archive%2Fruns%3F" + name)
                .body();
    }

    @Test
    void aProductLinksToTheLinksOfProductsItWasMadeFrom() throws Exception {
        assertThat(links("map"))
                .contains("/datalink/links?ID=ivo%3A%2F%2Ftest.archive%2Fruns%3Fevents</TD>")
                .contains("made from events (its links)</TD><TD>#progenitor</TD>"
                        + "<TD>application/x-votable+xml;content=datalink</TD><TD></TD><TD>#event-list</TD>");
    }

    @Test
    void andToTheProvenanceOfWhatIsNoProduct() throws Exception {
        assertThat(links("map"))
                .contains(
                        "/provsap?ID=ivo%3A%2F%2Ftest.archive%2Fraw%3F1&amp;DEPTH=1&amp;RESPONSEFORMAT=PROV-JSON</TD>")
                .contains("made from raw &amp; old (its provenance)</TD><TD>#progenitor</TD><TD>application/json</TD>");
    }

    @Test
    void andToWhatWasMadeFromIt() throws Exception {
        assertThat(links("map"))
                .contains("/datalink/links?ID=ivo%3A%2F%2Ftest.archive%2Fruns%3Fflux</TD>")
                .contains("used for a flux (its links)</TD><TD>#derivation</TD>")
                .contains("<TD>#spectrum</TD>");
    }

    @Test
    void aStepAndNoFurther() throws Exception {
        assertThat(links("map")).doesNotContain("far");
        assertThat(links("events")).contains("used for a map (its links)").doesNotContain("flux");
    }

    @Test
    void butToNothingThatTheCallerMayNotKnowOf() throws Exception {
        assertThat(links("map")).doesNotContain("raw%3F2", "secret");
    }

    @Test
    void provenanceIsToldByGetAndPostAtBothOfItsAddresses() throws Exception {
        String question = "ID=ivo%3A%2F%2Ftest.archive%2Fruns%3Fmap&DEPTH=2";
        String told = service.get("/provsap?" + question).body();
        assertThat(told).startsWith("{").contains("raw?");
        assertThat(service.get("/provsap/sync?" + question).body()).isEqualTo(told);
        for (String path : List.of("/provsap", "/provsap/sync")) {
            HttpRequest post = HttpRequest.newBuilder(service.uri(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(question))
                    .build();
            assertThat(service.send(post).body()).isEqualTo(told);
        }
    }

    @Test
    void theExamplesOfProvenanceHaveAnswers() throws Exception {
        Matcher links = Pattern.compile("href=\"([^\"]+)\"")
                .matcher(service.get("/provsap/examples").body());
        int asked = 0;
        while (links.find()) {
            URI example = URI.create(links.group(1).replace("&amp;", "&"));
            assertThat(service.send(HttpRequest.newBuilder(example).build()).statusCode())
                    .as(example.toString())
                    .isEqualTo(200);
            asked++;
        }
        assertThat(asked).isEqualTo(3);
    }
}
