package org.ctavo.tap;

import java.io.IOException;
import java.sql.SQLException;

import org.ctavo.testing.RecordingExchange;
import org.ctavo.testing.VosiSchemas;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** VOSI 1.1 and TAPRegExt 1.0. */
class VosiTest {
    private static TapFixture tap;

    @BeforeAll
    static void open() throws SQLException {
        tap = TapFixture.open();
    }

    @AfterAll
    static void close() {
        tap.close();
    }

    private static RecordingExchange get(String path, String... parameters) throws IOException {
        return tap.ask(RecordingExchange.get(path, parameters));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/capabilities", "/tables", "/availability", "/tables/sky.types"})
    void documentsAreValid(String path) throws IOException {
        RecordingExchange answer = get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.answered("Content-Type").orElse("")).startsWith("text/xml");
        Assumptions.assumeTrue(VosiSchemas.areThere(), "no schemas beside the checkout");
        assertThat(VosiSchemas.faults(answer.text())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/capabilities", "/tables", "/availability"})
    void onlyGetAndHeadAreAnswered(String path) throws IOException {
        assertThat(tap.ask(RecordingExchange.post(path)).status()).isEqualTo(405);
        assertThat(tap.ask(RecordingExchange.of("HEAD", path)).status()).isEqualTo(200);
    }

    @Test
    void capabilitiesSayWhenTheyLastChanged() throws IOException {
        assertThat(get("/capabilities").answered("Last-Modified"))
                .hasValueSatisfying(date -> assertThat(date).endsWith("GMT"));
    }

    @Test
    void capabilitiesDeclareTheLanguageWithItsFeatures() throws IOException {
        assertThat(get("/capabilities").text())
                .contains("<version ivo-id=\"ivo://ivoa.net/std/ADQL#v2.1\">2.1</version>")
                .contains("<version ivo-id=\"ivo://ivoa.net/std/ADQL#v2.0\">2.0</version>")
                .contains("<languageFeatures type=\"ivo://ivoa.net/std/TAPRegExt#features-udf\">\n<feature>\n"
                        + "<form>sky_twice(x DOUBLE) -&gt; DOUBLE</form>\n"
                        + "<description>Twice as much &amp; more</description>")
                .contains("<form>CONTAINS</form>");
    }

    @Test
    void capabilitiesDeclareWhatPluginsBring() throws IOException {
        assertThat(get("/capabilities").text())
                .contains("<dataModel ivo-id=\"ivo://ivoa.net/std/ObsCore#core-1.1\">ObsCore-1.1</dataModel>")
                .contains("<capability standardID=\"ivo://ivoa.net/std/DataLink#links-1.1\">")
                .contains(">http://localhost:8080/cta/datalink/links</accessURL>");
    }

    @Test
    void thereIsOneTapCapabilityAndItsAddressIsTheBase() throws IOException {
        assertThat(get("/capabilities").text())
                .containsOnlyOnce("standardID=\"ivo://ivoa.net/std/TAP\"")
                .contains("role=\"std\" version=\"1.1\"><accessURL use=\"base\">http://localhost:8080/cta/tap"
                        + "</accessURL>");
    }

    @Test
    void noUploadMethodIsDeclaredWhereThereIsNone() throws IOException {
        assertThat(get("/capabilities").text()).doesNotContain("uploadMethod", "uploadLimit", "retentionPeriod");
    }

    @Test
    void tablesInBriefHaveNoColumns() throws IOException {
        assertThat(get("/tables", "detail", "min").text())
                .contains("<name>sky.types</name>")
                .doesNotContain("<column", "<foreignKey");
        assertThat(get("/tables", "DETAIL", "max").text()).contains("<column", "<foreignKey");
    }

    @Test
    void oneTableHasAllItsDetails() throws IOException {
        assertThat(get("/tables/sky.pointing", "detail", "min").text())
                .contains("<vosi:table", "<name>s_ra</name>", "<unit>deg</unit>", "<flag>indexed</flag>")
                .contains("<targetTable>sky.observation</targetTable>");
        assertThat(get("/tables/sky.nothing").status()).isEqualTo(404);
    }

    @Test
    void thePageForPeopleOffersEveryFormat() throws IOException {
        assertThat(get("").text()).contains("<option>votable</option>", "<option>csv</option>", "href=\"");
    }

    @Test
    void availabilityTellsThatItIsThere() throws IOException {
        assertThat(get("/availability").text()).contains("<vosi:available>true</vosi:available>", "<vosi:upSince>");
    }

    @Test
    void theRootIsAPageForPeople() throws IOException {
        assertThat(get("").answered("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(get("/").text()).contains("action=\"http://localhost:8080/cta/tap/sync\"");
    }
}
