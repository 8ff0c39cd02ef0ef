package org.ctavo.tap;

import java.io.IOException;
import java.sql.SQLException;

import org.ctavo.testing.RecordingExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code /sync} to the letter of TAP 1.1 and DALI 1.1. */
class SyncTest {
    private static final String ONE = "SELECT TOP 1 obs_id FROM sky.observation";

    private static TapFixture tap;

    @BeforeAll
    static void open() throws SQLException {
        tap = TapFixture.open("tap.maxrec-default", "20", "tap.maxrec-hard", "500");
    }

    @AfterAll
    static void close() {
        tap.close();
    }

    @Test
    void getAndPostGiveTheSame() throws IOException {
        String[] parameters = {"LANG", "ADQL", "QUERY", ONE, "FORMAT", "csv"};
        assertThat(tap.ask(RecordingExchange.get("/sync", parameters)).text())
                .isEqualTo(tap.ask(RecordingExchange.post("/sync", parameters)).text())
                .isEqualTo("obs_id\r\nobs-1\r\n");
    }

    @Test
    void parameterNamesAreCaseInsensitive() throws IOException {
        assertThat(tap.ask(RecordingExchange.get("/sync", "lang", "ADQL", "Query", ONE, "responseFormat", "csv"))
                        .text())
                .isEqualTo("obs_id\r\nobs-1\r\n");
    }

    @Test
    void requestIsOptionalAndUnknownParametersAreIgnored() throws IOException {
        assertThat(tap.query(ONE, "FORMAT", "csv", "REQUEST", "doQuery", "SPURIOUS", "x", "SPURIOUS", "y")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"ADQL,200", "adql-2.0,200", "ADQL-2.1,200", "ADQL-3.0,400", "OOBLECK,400", "PQL,400"})
    void anUnknownLanguageOrVersionIsAnError(String language, int status) throws IOException {
        RecordingExchange answer = tap.ask(RecordingExchange.get("/sync", "LANG", language, "QUERY", ONE));
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT nothing FROM sky.observation|400",
                "SELECT * FROM sky.nowhere|400",
                "SELEC 1|400",
                "SELECT 1/0 AS x FROM sky.observation|400",
                "DELETE FROM sky.observation|400"
            })
    void aBadQueryIsAnErrorDocumentWithItsStatus(String query, int status) throws IOException {
        RecordingExchange answer = tap.query(query);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.answered("Content-Type")).contains("application/x-votable+xml");
        assertThat(answer.text())
                .contains("<RESOURCE type=\"results\">\n<INFO name=\"QUERY_STATUS\" value=\"ERROR\">")
                .doesNotContain("<TABLE");
        assertThat(answer.answered("Content-Disposition")).isEmpty();
    }

    @Test
    void aResultIsSavedUnderTheNameOfTheRequestWithTheExtensionOfItsFormat() throws IOException {
        assertThat(tap.query(ONE).answered("Content-Disposition")).contains("inline; filename=\"result.vot\"");
        assertThat(tap.query(ONE, "FORMAT", "csv", "RUNID", "crab").answered("Content-Disposition"))
                .contains("inline; filename=\"crab.csv\"");
    }

    @Test
    void aMissingQueryIsAnError() throws IOException {
        assertThat(tap.ask(RecordingExchange.get("/sync", "LANG", "ADQL")).status())
                .isEqualTo(400);
    }

    @Test
    void aParameterSentTwiceIsAnError() throws IOException {
        assertThat(tap.query(ONE, "QUERY", "SELECT 2 AS b FROM sky.types").status())
                .isEqualTo(400);
    }

    @Test
    void otherMethodsAreRefused() throws IOException {
        RecordingExchange answer = tap.ask(RecordingExchange.of("PUT", "/sync"));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.answered("Allow")).contains("GET, HEAD, POST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "votable|application/x-votable+xml",
                "application/x-votable+xml|application/x-votable+xml",
                "text/xml|text/xml",
                "application/x-votable+xml;serialization=TABLEDATA"
                        + "|application/x-votable+xml;serialization=TABLEDATA",
                "application/x-votable+xml; serialization=binary|application/x-votable+xml;serialization=BINARY",
                "text/xml;serialization=BINARY2|text/xml;serialization=BINARY2",
                "votable/td|application/x-votable+xml;serialization=TABLEDATA",
                "csv|text/csv;header=present",
                "text/csv|text/csv;header=present",
                "text/csv;header=present|text/csv;header=present",
                "tsv|text/tab-separated-values",
                "text/tab-separated-values|text/tab-separated-values"
            })
    void theMediaTypeAskedForIsTheOneReturned(String asked, String answered) throws IOException {
        RecordingExchange answer = tap.query(ONE, "RESPONSEFORMAT", asked);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.answered("Content-Type")).contains(answered);
    }

    @ParameterizedTest
    @CsvSource({"image/png", "text/csv;header=absent", "application/x-votable+xml;serialization=FITS"})
    void anUnsupportedFormatIsAnError(String format) throws IOException {
        assertThat(tap.query(ONE, "FORMAT", format).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"5,5,true", "0,0,true", "499,499,true", "500,500,true", "1000,500,true", ",20,true"})
    void moreThanMaxrecIsOverflow(String maxrec, int rows, boolean overflow) throws IOException {
        String text = tap.query(
                        "SELECT obs_id FROM sky.observation",
                        "FORMAT",
                        "votable/td",
                        "MAXREC",
                        maxrec == null ? "" : maxrec)
                .text();
        assertThat(text.split("<TR>", -1)).hasSize(rows + 1);
        assertThat(text.contains("</TABLE>\n<INFO name=\"QUERY_STATUS\" value=\"OVERFLOW\"/>"))
                .isEqualTo(overflow);
    }

    @Test
    void noOverflowWhereTopIsLess() throws IOException {
        assertThat(tap.query("SELECT TOP 5 obs_id FROM sky.observation", "MAXREC", "5")
                        .text())
                .doesNotContain("OVERFLOW");
        assertThat(tap.query("SELECT obs_id FROM sky.observation WHERE s_dec > 1000", "MAXREC", "5")
                        .text())
                .doesNotContain("OVERFLOW");
    }

    @ParameterizedTest
    @CsvSource({"-1", "many", "1.5", "99999999999999999999"})
    void aMaxrecThatIsNoWholeNumberIsAnError(String maxrec) throws IOException {
        assertThat(tap.query(ONE, "MAXREC", maxrec).status()).isEqualTo(400);
    }

    @Test
    void uploadsAreRefusedWhereThereAreNone() throws IOException {
        assertThat(tap.query(ONE, "UPLOAD", "t,http://example.org/t.vot").status())
                .isEqualTo(400);
    }

    @Test
    void theStatusComesFirstThenTheQueryAndItsOrigin() throws IOException {
        assertThat(tap.query(ONE).text())
                .containsSubsequence(
                        "<RESOURCE type=\"results\">\n<INFO name=\"QUERY_STATUS\" value=\"OK\"/>",
                        "<INFO name=\"QUERY\" value=\"" + ONE + "\"/>",
                        "<INFO name=\"standardID\" value=\"ivo://ivoa.net/std/TAP\"/>",
                        "<INFO name=\"request\" value=\"http://localhost:8080/cta/tap/sync?LANG=ADQL",
                        "<TABLE>");
    }

    @Test
    void positionsAndMomentsSayInWhichSystemTheyAre() throws IOException {
        assertThat(tap.query("SELECT s_ra, t_min, t_exptime FROM sky.observation", "FORMAT", "votable/td")
                        .text())
                .contains("<COOSYS ID=\"ICRS\" system=\"ICRS\"/>")
                .contains("<TIMESYS ID=\"UTC_MJD\" timescale=\"UTC\" refposition=\"TOPOCENTER\""
                        + " timeorigin=\"MJD-origin\"/>")
                .contains("name=\"s_ra\" datatype=\"double\" unit=\"deg\" ucd=\"pos.eq.ra\" utype=\"obs:s_ra\""
                        + " ref=\"ICRS\"")
                .containsOnlyOnce("ref=\"UTC_MJD\"");
        assertThat(tap.query("SELECT target FROM sky.observation").text()).doesNotContain("COOSYS", "TIMESYS");
    }

    @Test
    void serviceDescriptorsFollowTheResults() throws IOException {
        assertThat(tap.query(ONE).text())
                .containsSubsequence(
                        "</RESOURCE>\n<RESOURCE type=\"meta\" utype=\"adhoc:service\" name=\"links\">",
                        "<PARAM name=\"standardID\" datatype=\"char\" arraysize=\"*\"",
                        "value=\"http://localhost:8080/cta/datalink/links\"",
                        "<PARAM name=\"ID\" datatype=\"char\" arraysize=\"*\" value=\"\" ref=\"obs_id\"/>");
        assertThat(tap.query("SELECT target FROM sky.observation").text()).doesNotContain("adhoc:service");
    }

    @Test
    void anUnknownResourceIsNotThere() throws IOException {
        assertThat(tap.ask(RecordingExchange.get("/nothing")).status()).isEqualTo(404);
        assertThat(tap.ask(RecordingExchange.get("/async")).status()).isEqualTo(404);
    }
}
