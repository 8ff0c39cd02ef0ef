package org.ctavo.tables.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.ctavo.tables.TablesFixture;
import org.ctavo.testing.RecordingExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MoreFormatsTest {
    private static final String ALL = "SELECT * FROM t.all_types ORDER BY id";
    private static TablesFixture tap;

    @TempDir
    private Path directory;

    @BeforeAll
    static void open() throws SQLException {
        tap = new TablesFixture();
    }

    @AfterAll
    static void close() throws IOException {
        tap.close();
    }

    @ParameterizedTest
    @CsvSource({
        "json, application/json",
        "html, text/html;charset=UTF-8",
        "text/html, text/html",
        "fits, application/fits",
        "application/fits, application/fits",
        "parquet, application/vnd.apache.parquet",
        "ecsv, text/x-ecsv",
        "text, text/plain;charset=UTF-8"
    })
    void answersInTheMediaTypeThatWasAskedFor(String format, String mime) throws IOException {
        RecordingExchange answer = tap.query(ALL, "RESPONSEFORMAT", format);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.answered("Content-Type")).contains(mime);
        assertThat(answer.bytes()).isNotEmpty();
    }

    @Test
    void jsonHoldsColumnsRowsAndTheStatusAfterThem() throws IOException {
        String json = tap.query(ALL, "RESPONSEFORMAT", "json").text();
        assertThat(json)
                .startsWith("{\"columns\":[{\"name\":\"id\",\"datatype\":\"int\"},")
                .contains("\"name\":\"wide\",\"datatype\":\"double\",\"unit\":\"TeV\",\"ucd\":\"em.energy\"")
                .contains("[1,true,-5,9007199254740993,1.5,0.1,\"plain\",\"2026-01-02T03:04:05.678901\","
                        + "\"Circle ICRS 10 20 0.5\",[1.0,2.5,null],[1,2,3]]")
                .contains("[2,false,32767,-1,null,null,\"<b>&\\\"é\\n,\\t\",\"1999-12-31T00:00:00\","
                        + "\"Polygon ICRS 1 1 2 1 2 2\",[],[]]")
                .contains("[3,null,null,null,null,null,null,null,null,null,null]")
                .endsWith("\"status\":\"OK\"}");
    }

    @Test
    void jsonTellsOfOverflow() throws IOException {
        assertThat(tap.query(ALL, "RESPONSEFORMAT", "json", "MAXREC", "1").text())
                .contains("\"status\":\"OVERFLOW\"")
                .doesNotContain("[2,");
    }

    @Test
    void htmlEscapesWhatIsInTheTable() throws IOException {
        String html = tap.query(ALL, "RESPONSEFORMAT", "html").text();
        assertThat(html).contains("&lt;b&gt;&amp;").doesNotContain("<b>").contains("TeV");
    }

    @Test
    void thePageForPeopleOffersFirstWhatTheirBrowserShows() throws IOException {
        assertThat(tap.ask(RecordingExchange.get("")).text())
                .contains("<select name=\"RESPONSEFORMAT\"><option>html</option>", "<option>fits</option>");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/?b=1&c=\"x\", <td><a href=\"https://a.example/?b=1&amp;c=&quot;x&quot;\">",
        "javascript:alert(1), <td>javascript:alert(1)</td>",
        "see https://a.example, <td>see https://a.example</td>"
    })
    void htmlLinksAddressesOfTheWebAndNothingElse(String value, String cell) throws IOException {
        String adql = "SELECT TOP 1 '" + value + "' AS address FROM t.all_types";
        assertThat(tap.query(adql, "RESPONSEFORMAT", "html").text()).contains(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fits", "ecsv"})
    void otherSoftwareReadsTheSameValuesFromEveryFile(String format) throws Exception {
        Path file = directory.resolve("result." + format);
        Files.write(file, tap.query(ALL, "RESPONSEFORMAT", format).bytes());
        Path csv = directory.resolve("result.csv");
        run("stilts", "tcopy", "ifmt=" + format, "in=" + file, "ofmt=csv", "out=" + csv);
        assertThat(Files.readString(csv))
                .contains("9007199254740993", "0.1", "plain", "2026-01-02T03:04:05.678901", "Circle ICRS 10 20 0.5");
        assertThat(Files.readAllLines(csv)).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void parquetHoldsTheRows() throws IOException {
        Path file = directory.resolve("result.parquet");
        Files.write(
                file,
                tap.query("SELECT id, big, wide, words, moment FROM t.all_types ORDER BY id", "FORMAT", "parquet")
                        .bytes());
        List<String> rows = ParquetRows.read(file.toFile());
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0))
                .contains("id=1;", "big=9007199254740993;", "wide=0.1;", "words=plain;", "2026-01-02T03:04:05.678901");
        assertThat(rows.get(1)).contains("é");
        assertThat(rows.get(2)).contains("id=3;", "words=null;");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            Assumptions.assumeTrue("true".equals(System.getenv("CI")), command[0] + " is not installed");
            throw e;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    @Test
    void fitsOverTheSpoolLimitIsRefusedAndTheRemedyNamed() throws IOException {
        RecordingExchange answer = tap.query(
                "SELECT a.words || b.words || c.words AS w, a.* FROM t.all_types AS a, t.all_types AS b,"
                        + " t.all_types AS c, t.all_types AS d, t.all_types AS e, t.all_types AS f, t.all_types AS g,"
                        + " t.all_types AS h, t.all_types AS i, t.all_types AS j",
                "RESPONSEFORMAT",
                "fits");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("VOTable or CSV");
    }
}
