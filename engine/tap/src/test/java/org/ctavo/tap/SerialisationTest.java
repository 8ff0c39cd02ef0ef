package org.ctavo.tap;

import java.io.IOException;
import java.lang.reflect.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.util.ByteArrayDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every type in every serialisation: the same values come out, and validators find nothing. */
class SerialisationTest {
    private static final String TYPES = "SELECT * FROM sky.types ORDER BY id";

    private static TapFixture tap;

    @BeforeAll
    static void open() throws SQLException {
        tap = TapFixture.open();
    }

    @AfterAll
    static void close() {
        tap.close();
    }

    private static List<List<String>> read(String format) throws IOException {
        byte[] votable = tap.query(TYPES, "FORMAT", format).bytes();
        StarTable table = new StarTableFactory().makeStarTable(new ByteArrayDataSource("result", votable), "votable");
        List<List<String>> rows = new ArrayList<>();
        try (uk.ac.starlink.table.RowSequence sequence = table.getRowSequence()) {
            while (sequence.next()) {
                List<String> row = new ArrayList<>();
                for (Object cell : sequence.getRow()) {
                    row.add(text(cell));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static String text(Object cell) {
        if (cell == null || !cell.getClass().isArray()) {
            return String.valueOf(cell);
        }
        StringJoiner elements = new StringJoiner(" ");
        for (int i = 0; i < Array.getLength(cell); i++) {
            elements.add(String.valueOf(Array.get(cell, i)));
        }
        return elements.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"votable", "votable/b", "votable/td"})
    void everyValueComesBack(String format) throws IOException {
        assertThat(read(format).get(0))
                .containsExactly(
                        "1",
                        "true",
                        "200",
                        "-3",
                        "70000",
                        "5000000000",
                        "1.5",
                        "0.1",
                        "a <b> & \"c\", d",
                        "abc",
                        "Škoda € 🌍",
                        "2026-11-20T12:34:56.789",
                        "10.5 -20.0",
                        "1.0 2.0",
                        "Circle ICRS 10 20 0.5",
                        "0 255 16",
                        "1 2 3",
                        "0.5 1.5",
                        "true false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"votable", "votable/td"})
    void nullsComeBackAsNulls(String format) throws IOException {
        assertThat(read(format).get(1).subList(0, 9))
                .containsExactly("2", "null", "null", "null", "null", "null", "NaN", "NaN", "null");
    }

    @Test
    void nullsInBinaryAreTheValuesThatTheirFieldsName() throws IOException {
        assertThat(read("votable/b").get(1).subList(0, 8))
                .containsExactly("2", "null", "null", "null", "null", "null", "NaN", "NaN");
        assertThat(tap.query(TYPES, "FORMAT", "votable/b").text())
                .contains("name=\"small\" datatype=\"short\"><VALUES null=\"-32768\"/></FIELD>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"votable", "votable/b", "votable/td"})
    void extremesComeBack(String format) throws IOException {
        List<String> row = read(format).get(2);
        assertThat(row.subList(1, 8))
                .containsExactly("false", "0", "-32767", "-2147483647", "-9223372036854775807", "NaN", "-Infinity");
        assertThat(row.get(8)).startsWith("tab\there\nnew \\ line\r");
        assertThat(row.subList(11, 15))
                .containsExactly("1999-12-31T23:59:59", "0.0 90.0", "-1.0 1.0E300", "Polygon ICRS 1 1 2 1 2 2");
    }

    @ParameterizedTest
    @CsvSource({"votable", "votable/b", "votable/td"})
    void votlintFindsNothing(String format) throws IOException, InterruptedException {
        assertThat(Stilts.votlint(tap.query(TYPES, "FORMAT", format).bytes()))
                .noneMatch(line -> line.startsWith("ERROR"));
        assertThat(Stilts.votlint(tap.query("SELECT * FROM sky.observation", "FORMAT", format, "MAXREC", "10")
                        .bytes()))
                .isEmpty();
        assertThat(Stilts.votlint(tap.query("SELECT * FROM sky.observation", "FORMAT", format, "MAXREC", "0")
                        .bytes()))
                .isEmpty();
        assertThat(Stilts.votlint(tap.query("SELECT obs_id FROM sky.observation WHERE s_ra > 720", "FORMAT", format)
                        .bytes()))
                .isEmpty();
        assertThat(Stilts.votlint(tap.query("SELECT nothing FROM sky.observation", "FORMAT", format)
                        .bytes()))
                .isEmpty();
    }

    @Test
    void csvQuotesAsRfc4180Says() throws IOException {
        assertThat(tap.query(
                                "SELECT id, words, flag, exact, moment, place, footprint FROM sky.types ORDER BY id",
                                "FORMAT",
                                "csv")
                        .text())
                .isEqualTo("id,words,flag,exact,moment,place,footprint\r\n"
                        + "1,\"a <b> & \"\"c\"\", d\",true,0.1,2026-11-20T12:34:56.789,10.5 -20,"
                        + "Circle ICRS 10 20 0.5\r\n"
                        + "2,,,,,,\r\n"
                        + "3,\"tab\there\nnew \\ line\r\u0001\",false,-Infinity,1999-12-31T23:59:59,0 90,"
                        + "Polygon ICRS 1 1 2 1 2 2\r\n");
    }

    @Test
    void csvTellsAnEmptyStringFromNull() throws IOException {
        assertThat(tap.query("SELECT id, accents FROM sky.types WHERE id > 1 ORDER BY id", "FORMAT", "csv")
                        .text())
                .isEqualTo("id,accents\r\n2,\r\n3,\"\"\r\n");
    }

    @Test
    void tsvHoldsNoTabOrLineEndInAValue() throws IOException {
        assertThat(tap.query("SELECT id, words FROM sky.types ORDER BY id", "FORMAT", "tsv")
                        .text())
                .isEqualTo("id\twords\n1\ta <b> & \"c\", d\n2\t\n3\ttab here new \\ line  \n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"votable|</STREAM>", "votable/td|<TABLEDATA>~</TABLEDATA>", "csv|obs_id", "tsv|obs_id~"})
    void anEmptyResultHasItsColumns(String format, String end) throws IOException {
        assertThat(tap.query("SELECT obs_id FROM sky.observation WHERE s_ra > 720", "FORMAT", format)
                        .text())
                .contains("obs_id", end.replace('~', '\n'));
    }

    @Test
    void rowsWiderThanABufferComeWhole() throws IOException {
        String query = "SELECT TOP 300 o.obs_id || o.obs_id AS name, o.*, p.* FROM sky.observation AS o"
                + " JOIN sky.pointing AS p ON o.obs_id = p.obs_id ORDER BY o.t_min";
        String csv = tap.query(query, "FORMAT", "csv").text();
        assertThat(csv.lines()).hasSize(301);
        byte[] votable = tap.query(query).bytes();
        StarTable table = new StarTableFactory().makeStarTable(new ByteArrayDataSource("result", votable), "votable");
        assertThat(table.getRowCount()).isIn(-1L, 300L);
        long rows = 0;
        try (uk.ac.starlink.table.RowSequence sequence = table.getRowSequence()) {
            while (sequence.next()) {
                rows++;
            }
        }
        assertThat(rows).isEqualTo(300);
    }
}
