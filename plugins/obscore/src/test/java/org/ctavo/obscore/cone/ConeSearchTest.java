package org.ctavo.obscore.cone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.ctavo.obscore.Archive;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;
import org.ctavo.testing.RecordingExchange;
import org.ctavo.testing.VosiSchemas;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Simple Cone Search 1.03, and what 1.1 adds. */
class ConeSearchTest {
    private static final String PRODUCTS =
            """
            INSERT INTO cta.data_product (obs_publisher_did, dataproduct_type, calib_level, obs_collection, obs_id,
                target_name, s_ra, s_dec, data_rights)
            SELECT 'ivo://test/x?' || id, 'event', 2, 'X', id, target, ra, decl, 'public' FROM (VALUES
                ('crab', 'Crab <Nebula> & "more"', 83.6, 22.0), ('near', 'Crab', 83.9, 22.0),
                ('east', 'East', 0.2, -10), ('west', 'West', 359.8, -10), ('pole', 'Pole', 77, 89.9),
                ('unknown', 'Unknown', NULL::float8, NULL::float8)) AS v (id, target, ra, decl);
            INSERT INTO cta.data_product_secure (obs_publisher_did, dataproduct_type, calib_level, obs_collection,
                obs_id, s_ra, s_dec, data_rights, access_groups)
            VALUES ('ivo://test/x?secret', 'event', 2, 'X', 'secret', 83.6, 22.0, 'secure', '{team}');
            """;

    @RegisterExtension
    static Archive archive = new Archive(PRODUCTS);

    private static RecordingExchange ask(String... parameters) throws IOException {
        return archive.ask("/scs", RecordingExchange.get("", parameters));
    }

    private static List<String> found(RecordingExchange exchange) {
        return Archive.cells(exchange.text(), "obs_publisher_did").stream()
                .map(id -> id.replaceFirst(".*\\?", ""))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "83.6, 22, 0.1, crab",
        "83.6, 22, 0.5, crab near",
        "83.6, 22, 1e-7, crab",
        "0, -10, 0.21, east west",
        "360, -10, 0.21, east west",
        "200, 90, 0.11, pole",
        "10, 10, 0.1, ''",
        "0, 0, 180, crab east near pole west"
    })
    void theAnswerMustHoldTheSourcesInTheCone(String ra, String dec, String radius, String expected)
            throws IOException {
        assertThat(String.join(" ", found(ask("RA", ra, "DEC", dec, "SR", radius))))
                .isEqualTo(expected);
    }

    @Test
    void namesOfParametersAreTheSameInAnyCase() throws IOException {
        assertThat(found(ask("ra", "83.6", "Dec", "22", "sR", "0.1"))).containsExactly("crab");
    }

    @Test
    void queriesMayComeByPost() throws IOException {
        RecordingExchange exchange =
                archive.ask("/scs", RecordingExchange.post("", "RA", "83.6", "DEC", "22", "SR", "0.1"));
        assertThat(found(exchange)).containsExactly("crab");
    }

    @Test
    void parametersOfOthersMustBeIgnored() throws IOException {
        assertThat(found(ask("RA", "83.6", "DEC", "22", "SR", "0.1", "cat", "' OR 1=1", "FORMAT", "x")))
                .containsExactly("crab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3"})
    void thereMustBeExactlyOneFieldOfEachNeededUcd(String verbosity) throws IOException {
        String votable =
                ask("RA", "83.6", "DEC", "22", "SR", "0.1", "VERB", verbosity).text();
        for (String ucd : List.of("ID_MAIN", "POS_EQ_RA_MAIN", "POS_EQ_DEC_MAIN")) {
            assertThat(votable.split("ucd=\"" + ucd + "\"", -1)).as(ucd).hasSize(2);
        }
        assertThat(votable)
                .contains("name=\"obs_publisher_did\" datatype=\"char\" arraysize=\"*\" ucd=\"ID_MAIN\"")
                .contains("name=\"s_ra\" datatype=\"double\" unit=\"deg\" ucd=\"POS_EQ_RA_MAIN\"")
                .contains("name=\"s_dec\" datatype=\"double\" unit=\"deg\" ucd=\"POS_EQ_DEC_MAIN\"")
                // The frame is told as for any position.
                .containsPattern("<FIELD ID=\"s_ra\"[^>]* ref=\"ICRS\">");
    }

    @Test
    void moreVerbosityGivesMoreColumns() throws IOException {
        int[] columns = Stream.of("1", "2", "3")
                .mapToInt(verbosity -> {
                    try {
                        return ask("RA", "83.6", "DEC", "22", "SR", "0.1", "VERB", verbosity)
                                .text()
                                .split("<FIELD ", -1)
                                .length;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toArray();
        assertThat(columns[0]).isLessThan(columns[1]);
        assertThat(columns[1]).isLessThan(columns[2]);
        assertThat(columns[2]).isGreaterThan(55);
    }

    @Test
    void withoutVerbTheAnswerMustBeThatOfTwo() throws IOException {
        String without = ask("RA", "83.6", "DEC", "22", "SR", "0.1").text();
        String two = ask("RA", "83.6", "DEC", "22", "SR", "0.1", "VERB", "2").text();
        assertThat(without.replaceAll("<INFO[^>]*>", "")).isEqualTo(two.replaceAll("<INFO[^>]*>", ""));
    }

    @Test
    void aRadiusOfZeroAsksForTheColumnsAlone() throws IOException {
        String votable = ask("RA", "83.6", "DEC", "22", "SR", "0").text();
        assertThat(votable).contains("POS_EQ_RA_MAIN").doesNotContain("<TR>", "OVERFLOW");
    }

    @Test
    void maxrecCutsAndSaysSo() throws IOException {
        String votable =
                ask("RA", "83.6", "DEC", "22", "SR", "180", "MAXREC", "2").text();
        assertThat(votable.split("<TR>", -1)).hasSize(3);
        assertThat(votable).contains("<INFO name=\"QUERY_STATUS\" value=\"OVERFLOW\"/>");
        assertThat(ask("RA", "83.6", "DEC", "22", "SR", "180", "MAXREC", "0").text())
                .contains("POS_EQ_RA_MAIN", "OVERFLOW")
                .doesNotContain("<TR>");
    }

    @Test
    void theAnswerMustBeAVOTableOfAnXmlType() throws IOException {
        RecordingExchange exchange = ask("RA", "83.6", "DEC", "22", "SR", "0.1");
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.answered("Content-Type")).hasValue("text/xml;content=x-votable");
        assertThat(exchange.text()).contains("<TABLEDATA>", "value=\"ivo://ivoa.net/std/ConeSearch\"");
    }

    @Test
    void otherFormatsCanBeAskedFor() throws IOException {
        RecordingExchange exchange =
                ask("RA", "83.6", "DEC", "22", "SR", "0.1", "VERB", "1", "RESPONSEFORMAT", "text/csv");
        assertThat(exchange.answered("Content-Type")).hasValue("text/csv;header=present");
        assertThat(exchange.text()).startsWith("obs_publisher_did,s_ra,s_dec,").contains("ivo://test/x?crab,83.6,22");
    }

    @Test
    void secureProductsAreForTheirGroupsAlone() throws IOException {
        Caller member = new Caller(Optional.of("m"), Set.of("team"), Caller.Authentication.TOKEN);
        RecordingExchange exchange = RecordingExchange.get("", "RA", "83.6", "DEC", "22", "SR", "0.1")
                .from(member);
        assertThat(found(archive.ask("/scs", exchange))).containsExactly("crab", "secret");
        assertThat(found(ask("RA", "83.6", "DEC", "22", "SR", "0.1"))).containsExactly("crab");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            DEC=22&SR=1                        | RA
            RA=83&SR=1                         | DEC
            RA=83&DEC=22                       | SR
            RA=&DEC=22&SR=1                    | RA
            RA=as3f&DEC=22&SR=1                | as3f
            RA=12:34:56&DEC=22&SR=1            | 12:34:56
            RA=NaN&DEC=22&SR=1                 | NaN
            RA=1e999&DEC=22&SR=1               | 1e999
            RA=0x10&DEC=22&SR=1                | 0x10
            RA=1d&DEC=22&SR=1                  | 1d
            RA=-1&DEC=22&SR=1                  | out of range
            RA=361&DEC=22&SR=1                 | out of range
            RA=83&DEC=91&SR=1                  | out of range
            RA=83&DEC=-90.1&SR=1               | out of range
            RA=83&DEC=22&SR=-1                 | out of range
            RA=83&DEC=22&SR=180.5              | out of range
            RA=83&DEC=22&SR=Inf                | Inf
            RA=83&RA=84&DEC=22&SR=1            | sent 2 times
            RA=83&DEC=22&SR=1&VERB=4           | VERB
            RA=83&DEC=22&SR=1&MAXREC=-1        | MAXREC
            RA=83&DEC=22&SR=1&MAXREC=x         | MAXREC
            RA=83&DEC=22&SR=1&RESPONSEFORMAT=x | formats are
            RA=<x a="'">&DEC=22&SR=1           | &lt;x a=&quot;'&quot;&gt;
            RA=1) OR (1=1&DEC=22&SR=1          | 1) OR (1=1
            """)
    void errorsMustBeAVOTableWithAnInfoNamedError(String query, String told) throws IOException {
        RecordingExchange exchange = ask(pairs(query));

        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.answered("Content-Type")).hasValue("text/xml;content=x-votable");
        assertThat(exchange.text())
                .containsPattern("<VOTABLE[^>]*>\\s*<INFO ID=\"Error\" name=\"Error\" value=\"[^\"]+\"/>")
                .contains("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">")
                .contains(told);
    }

    @Test
    void noMessageIsLongOrHoldsWhatXmlCannot() throws IOException {
        String text = ask("RA", "\u0000\u0001\uD800\uFFFE" + "x".repeat(100_000), "DEC", "0", "SR", "1")
                .text();
        assertThat(text).hasSizeLessThan(2000).doesNotContain("\u0000", "\u0001", "\uFFFE");
    }

    private static String[] pairs(String query) {
        return Stream.of(query.split("&", -1))
                .flatMap(pair -> Stream.of(pair.split("=", 2)))
                .toArray(String[]::new);
    }

    @Test
    void capabilitiesMustBeASiblingAndNameTheService() throws IOException {
        RecordingExchange exchange = archive.ask("/scs", RecordingExchange.get("/capabilities"));
        assertThat(exchange.answered("Content-Type")).hasValue("text/xml;charset=UTF-8");
        assertThat(exchange.text())
                .contains("standardID=\"ivo://ivoa.net/std/ConeSearch\"")
                .contains("<accessURL use=\"base\">http://localhost:8080/cta/scs?</accessURL>")
                .contains("ivo://ivoa.net/std/VOSI#capabilities", "ivo://ivoa.net/std/VOSI#availability");
        Assumptions.assumeTrue(VosiSchemas.areThere(), "no schemas beside the checkout");
        assertThat(VosiSchemas.faults(exchange.text())).isEmpty();
    }

    @Test
    void availabilityIsThatOfTheDatabase() throws IOException {
        RecordingExchange exchange = archive.ask("/scs", RecordingExchange.get("/availability"));
        assertThat(exchange.status()).isEqualTo(303);
        assertThat(exchange.answered("Location")).hasValue("http://localhost:8080/cta/tap/availability");
    }

    @Test
    void nothingElseIsThere() {
        assertThatThrownBy(() -> archive.ask("/scs", RecordingExchange.get("/tables")))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(RequestFault.NO_SUCH_RESOURCE));
        assertThatThrownBy(() -> archive.ask("/scs", RecordingExchange.of("DELETE", "")))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(RequestFault.METHOD_NOT_ALLOWED));
    }
}
