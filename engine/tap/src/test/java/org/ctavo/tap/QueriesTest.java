package org.ctavo.tap;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ctavo.spi.Caller;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.ctavo.spi.Queries;
import org.ctavo.spi.QueryAnswer;
import org.ctavo.spi.QueryRow;
import org.ctavo.spi.RequestFault;
import org.ctavo.spi.ServiceDescriptor;
import org.ctavo.tap.query.TapFault;
import org.ctavo.testing.RecordingExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the engine lends to other endpoints. */
class QueriesTest {
    private static final String STANDARD = "ivo://ivoa.net/std/ConeSearch";

    private static TapFixture tap;
    private static Queries queries;

    @BeforeAll
    static void open() throws SQLException {
        tap = TapFixture.open("tap.maxrec-default", "100", "tap.maxrec-hard", "500");
        queries = tap.service().queries();
    }

    @AfterAll
    static void close() {
        tap.close();
    }

    @Test
    void anAnswerIsWrittenAsTheEndpointWantsIt() throws IOException {
        String text = answer(dressed("SELECT obs_id, s_ra FROM sky.observation WHERE obs_id = 'obs-7'"))
                .text();

        assertThat(text)
                .contains("name=\"standardID\" value=\"" + STANDARD + "\"")
                .contains("<INFO name=\"note\" value=\"a &lt;b&gt;\"/>")
                .contains("name=\"obs_id\" datatype=\"char\" arraysize=\"*\" ucd=\"ID_MAIN\"")
                .contains("<TD>obs-7</TD>")
                // The decorators of TAP results are at work.
                .contains("<RESOURCE type=\"meta\" utype=\"adhoc:service\" name=\"links\">")
                .contains("<RESOURCE type=\"meta\" utype=\"adhoc:this\" name=\"this\">")
                .contains("<VALUES><MIN value=\"0\"/><MAX value=\"180\"/></VALUES>");
    }

    @Test
    void theUsualFormatAndTypeAreTheEndpoints() throws IOException {
        RecordingExchange exchange = answer(dressed("SELECT obs_id FROM sky.observation"));

        assertThat(exchange.answered("Content-Type")).hasValue("text/xml");
        assertThat(exchange.text()).contains("<TABLEDATA>");
    }

    @Test
    void anotherFormatCanBeAskedFor() throws IOException {
        RecordingExchange exchange =
                answer(dressed("SELECT obs_id FROM sky.observation WHERE obs_id = 'obs-7'"), "responseformat", "csv");

        assertThat(exchange.answered("Content-Type")).hasValue("text/csv;header=present");
        assertThat(exchange.text()).isEqualTo("obs_id\r\nobs-7\r\n");
    }

    @Test
    void formatIsNoWordForTheFormatOfTheAnswer() throws IOException {
        assertThat(answer(dressed("SELECT obs_id FROM sky.observation"), "FORMAT", "no such format")
                        .text())
                .contains("<TABLEDATA>");
    }

    @Test
    void anUnknownFormatIsAFault() {
        assertThatThrownBy(() -> answer(dressed("SELECT 1 AS x FROM sky.observation"), "RESPONSEFORMAT", "oobleck"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(TapFault.UNSUPPORTED_FORMAT));
    }

    @Test
    void maxrecCutsAndSaysSo() throws IOException {
        String cut = answer(dressed("SELECT obs_id FROM sky.observation"), "MAXREC", "3")
                .text();
        String all = answer(dressed("SELECT TOP 3 obs_id FROM sky.observation"), "MAXREC", "3")
                .text();

        assertThat(cut.split("<TR>", -1)).hasSize(4);
        assertThat(cut).contains("value=\"OVERFLOW\"");
        assertThat(all.split("<TR>", -1)).hasSize(4);
        assertThat(all).doesNotContain("OVERFLOW");
    }

    @Test
    void maxrecHasTheLimitsOfTap() throws IOException {
        QueryAnswer all = dressed("SELECT obs_id FROM sky.observation");

        assertThat(answer(all).text().split("<TR>", -1)).hasSize(101);
        assertThat(answer(all, "MAXREC", "100000").text().split("<TR>", -1)).hasSize(501);
    }

    @Test
    void aFaultLeavesTheAnswerToTheEndpoint() {
        RecordingExchange exchange = RecordingExchange.get("");

        assertThatThrownBy(() -> queries.answer(exchange, dressed("SELECT nonsense FROM sky.observation")))
                .isInstanceOf(Fault.class);
        assertThat(exchange.isCommitted()).isFalse();
        assertThat(exchange.text()).isEmpty();
    }

    @Test
    void aFailureInTheDatabaseLeavesTheAnswerToTheEndpoint() {
        RecordingExchange exchange = RecordingExchange.get("");

        assertThatThrownBy(
                        () -> queries.answer(exchange, dressed("SELECT 1 / (s_ra - s_ra) AS x FROM sky.observation")))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(TapFault.BAD_VALUE));
        assertThat(exchange.isCommitted()).isFalse();
    }

    @Test
    void aRefusalIsADaliDocumentInTheEndpointsWords() throws IOException {
        RecordingExchange exchange = RecordingExchange.get("");

        queries.refuse(exchange, new Fault(RequestFault.BAD_PARAMETER, "RA <x>"), "UsageFault: RA <x>");

        assertThat(exchange.status()).isEqualTo(400);
        assertThat(exchange.text())
                .contains("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">UsageFault: RA &lt;x&gt;</INFO>");
    }

    @Test
    void rowsAreReadOneByOneAsDaliWritesThem() throws IOException {
        List<QueryRow> rows = new ArrayList<>();

        boolean more = queries.read(
                Caller.ANONYMOUS,
                "SELECT id, big, exact, words, moment, place, footprint FROM sky.types ORDER BY id",
                10,
                rows::add);

        assertThat(more).isFalse();
        assertThat(rows).hasSize(3);
        QueryRow first = rows.get(0);
        assertThat(first.columns()).containsExactly("id", "big", "exact", "words", "moment", "place", "footprint");
        assertThat(first.whole(1)).hasValue(5_000_000_000L);
        assertThat(first.number(2)).hasValue(0.1);
        assertThat(first.text(3)).hasValue("a <b> & \"c\", d");
        assertThat(first.text(4)).hasValue("2026-11-20T12:34:56.789");
        assertThat(first.text(5)).hasValue("10.5 -20");
        assertThat(first.text(6)).hasValue("Circle ICRS 10 20 0.5");
        QueryRow empty = rows.get(1);
        assertThat(empty.whole(1)).isEmpty();
        assertThat(empty.number(2)).isEmpty();
        assertThat(empty.text(3)).isEmpty();
        assertThat(rows.get(2).text(3)).hasValue("tab\there\nnew \\ line\r\u0001");
        assertThat(rows.get(2).number(2)).hasValue(Double.NEGATIVE_INFINITY);
    }

    @Test
    void readingEndsAtItsLimitAndSaysWhetherThereWasMore() throws IOException {
        List<QueryRow> rows = new ArrayList<>();

        assertThat(queries.read(Caller.ANONYMOUS, "SELECT obs_id FROM sky.observation", 7, rows::add))
                .isTrue();
        assertThat(queries.read(Caller.ANONYMOUS, "SELECT TOP 7 obs_id FROM sky.observation", 7, rows::add))
                .isFalse();
        assertThat(rows).hasSize(14);
    }

    @Test
    void aReaderThatFailsEndsTheQueryAndNothingElse() throws IOException {
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> queries.read(Caller.ANONYMOUS, "SELECT obs_id FROM sky.observation", 1000, row -> {
                        throw new IOException("gone");
                    }))
                    .hasMessage("gone");
        }

        // No connection was lost.
        assertThat(queries.read(Caller.ANONYMOUS, "SELECT obs_id FROM sky.observation", 1, row -> {}))
                .isTrue();
    }

    @Test
    void whatIsNotPublishedIsNotRead() {
        assertThatThrownBy(
                        () -> queries.read(Caller.ANONYMOUS, "SELECT rolname FROM pg_catalog.pg_roles", 1, row -> {}))
                .isInstanceOf(Fault.class);
    }

    private static RecordingExchange answer(QueryAnswer answer, String... parameters) throws IOException {
        RecordingExchange exchange = RecordingExchange.get("", parameters);
        queries.answer(exchange, answer);
        return exchange;
    }

    private static QueryAnswer dressed(String adql) {
        ServiceDescriptor self = new ServiceDescriptor(
                ServiceDescriptor.SELF,
                "The service",
                Optional.of(STANDARD),
                URI.create("http://localhost/scs"),
                List.of(new ServiceDescriptor.Input(
                        ColumnDescription.of("SR", "double", null),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("0"),
                        Optional.of("180"),
                        List.of())));
        return new QueryAnswer(
                adql,
                STANDARD,
                "votable/td",
                "text/xml",
                List.of(new Parameters.Entry("note", "a <b>")),
                Map.of("obs_id", "ID_MAIN"),
                Optional.of(self));
    }
}
