package org.ctavo.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

import org.ctavo.testing.Python;
import org.ctavo.testing.RecordingExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Text beyond ASCII, in tables that come and in those that go. */
class TextTest {
    private static final String QUERY = "SELECT * FROM TAP_UPLOAD.mine ORDER BY n";
    private static final String ECSV =
            """
            # %ECSV 1.0
            # ---
            # datatype:
            # - {name: n, datatype: int32}
            # - {name: größe, datatype: string, description: of a γ ray Đ}
            n größe
            1 é€😀^2
            """;

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

    private static RecordingExchange send(byte[] table, String format) throws IOException {
        return tap.ask(
                RecordingExchange.post("/sync", "QUERY", QUERY, "UPLOAD", "mine,param:table", "RESPONSEFORMAT", format)
                        .withPart("table", "text/plain", table));
    }

    @Test
    void ecsvOfAstropyComesBackToAstropyAsItWas() throws Exception {
        Assumptions.assumeTrue(Python.has("astropy", "yaml"), "There is no Python with astropy.");
        Path file = directory.resolve("table.ecsv");
        Python.script("ecsv_text.py", "write", file.toString());
        Files.write(file, send(Files.readAllBytes(file), "ecsv").bytes());
        Python.script("ecsv_text.py", "check", file.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"votable/td", "csv", "tsv", "json", "html", "text", "ecsv"})
    void everyFormatOfTextHoldsIt(String format) throws IOException {
        String answer = send(ECSV.getBytes(StandardCharsets.UTF_8), format).text();
        // JSON may write a character beyond the first plane as two escapes (RFC 8259, section 7).
        assertThat(answer.replace("\\uD83D\\uDE00", "😀")).contains("größe", "é€😀^2");
    }

    @Test
    void uploadedCsvIsUtf8() throws IOException {
        assertThat(send("n,größe\n1,é€😀\n".getBytes(StandardCharsets.UTF_8), "csv")
                        .text())
                .contains("größe", "é€😀");
    }

    @Test
    void fitsMustNotHoldCharactersBeyondAscii() throws IOException {
        String fits =
                new String(send(ECSV.getBytes(StandardCharsets.UTF_8), "fits").bytes(), StandardCharsets.ISO_8859_1);
        assertThat(fits).contains("'gr??e").contains("^2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"größe", "é€"})
    void ecsvThatIsNotUtf8IsTheUsersFault(String where) throws IOException {
        byte[] table = ECSV.replace("größe", where.equals("größe") ? where : "b")
                .replace("γ", "g")
                .replace("Đ", "D")
                .replace("é€😀^2", where.equals("größe") ? "x" : "é")
                .getBytes(StandardCharsets.ISO_8859_1);
        RecordingExchange answer = send(table, "csv");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("UTF-8");
    }
}
