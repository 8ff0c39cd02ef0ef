package org.ctavo.provenance.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.ctavo.provenance.model.Agent;
import org.ctavo.provenance.model.Configuration;
import org.ctavo.provenance.model.Description;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.Samples;
import org.ctavo.provenance.prov.Limits;
import org.ctavo.provenance.prov.ProvFormat;
import org.ctavo.provenance.store.StoreFixture;
import org.ctavo.provenance.votable.ProvVotable;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;
import org.ctavo.testing.RecordingExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProvSapEndpointTest {
    private static final String DL3 = "ID=ivo://example.org/dl3?110380";

    private static StoreFixture fixture;
    private static ProvSapEndpoint endpoint;

    @BeforeAll
    static void fill() {
        fixture = new StoreFixture();
        fixture.merge(Samples.everything());
        endpoint = new ProvSapEndpoint(fixture.database(), 1000);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void theAnswerIsProvJsonOfDepthOneUnlessAskedOtherwise() throws IOException {
        RecordingExchange exchange = answer(DL3);
        assertThat(exchange.answered("Content-Type")).contains("application/json");
        ProvDocument document = json(exchange);
        assertThat(document.all(Entity.class))
                .extracting(Entity::id)
                .contains("ivo://example.org/dl3?110380", "ivo://example.org/dl3?dl2/110380");
        assertThat(document.all(Agent.class)).isEmpty();
        assertThat(document.all(Description.class)).isEmpty();
        assertThat(document.all(Configuration.class)).hasSize(2);
        assertThat(Samples.everything().and(document).records())
                .hasSizeGreaterThan(document.records().size());
    }

    @ParameterizedTest
    @CsvSource({
        "PROV-N,        text/provenance-notation; charset=utf-8, document",
        "prov-json,     application/json, {",
        "application/xml, application/xml, <?xml",
        "PROV-XML,      application/xml, <?xml",
        "PROV-VOTABLE,  application/x-votable+xml, <?xml",
        "PROV-SVG,      image/svg+xml, <?xml",
        "PROV-JSONLD,   application/ld+json, {",
    })
    void everyFormatIsAnswered(String format, String mediaType, String start) throws IOException {
        RecordingExchange exchange = answer(DL3 + "&DEPTH=ALL&RESPONSEFORMAT=" + format);
        assertThat(exchange.answered("Content-Type")).contains(mediaType);
        assertThat(exchange.text()).startsWith(start);
    }

    @Test
    void formatsOfOneGraphAreTheSameDocument() throws IOException {
        String query = DL3 + "&depth=all&agent=true&MEMBERS=1&DESCRIPTIONS=1&DIRECTION=BOTH&MODEL=";
        ProvDocument document = json(answer(query + "IVOA"));
        assertThat(json(answer(query + "W3C"))).isEqualTo(document);
        for (ProvFormat format : new ProvFormat[] {ProvFormat.PROV_N, ProvFormat.PROV_XML}) {
            for (String model : new String[] {"W3C", "IVOA"}) {
                String word = format == ProvFormat.PROV_N ? "PROV-N" : "PROV-XML";
                RecordingExchange exchange = answer(query + model + "&RESPONSEFORMAT=" + word);
                assertThat(format.read(in(exchange), Limits.USUAL).document()).isEqualTo(document);
            }
        }
        RecordingExchange votable = answer(query + "IVOA&RESPONSEFORMAT=PROV-VOTABLE");
        assertThat(ProvVotable.read(in(votable), Limits.USUAL).document()).isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html, image/svg+xml;q=0.9, */*                  | image/svg+xml",
                "application/json;q=0.1, text/provenance-notation     | text/provenance-notation; charset=utf-8",
                "application/xml;q=0.5, application/ld+json;q=0.8     | application/ld+json",
                "image/svg+xml, application/xml                       | image/svg+xml",
                "application/xml;q=0, image/svg+xml;q=0.000           | application/json",
                "*/*                                                  | application/json",
                "image/png                                            | application/json",
            })
    void acceptChoosesWhereNoFormatIsAskedFor(String accept, String type) throws IOException {
        RecordingExchange exchange = asked("GET", "", DL3).withHeader("Accept", accept);
        endpoint.handle(exchange);
        assertThat(exchange.answered("Content-Type")).contains(type);
        assertThat(exchange.answered("Vary")).contains("Accept");
    }

    @Test
    void aPictureLinksItsNodesToTheSameQuestionAboutThem() throws Exception {
        String svg = answer(DL3 + "&DEPTH=ALL&AGENT=1&RESPONSEFORMAT=PROV-SVG&MODEL=W3C")
                .text();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var links = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("a");
        assertThat(links.getLength()).isEqualTo(9);
        assertThat(svg)
                .contains(
                        "xlink:href=\"http://localhost:8080/cta/provsap?ID=ivo%3A%2F%2Fexample.org%2Fdl3%3Fdl2%2F110380"
                                + "&amp;DEPTH=ALL&amp;AGENT=1&amp;RESPONSEFORMAT=PROV-SVG&amp;MODEL=W3C\"",
                        "cut = 0.5", "Jane &lt;Doe&gt; &amp; \"friends\"")
                .doesNotContain("<script", "onload");
    }

    @Test
    void severalThingsAreAskedForAtOnce() throws IOException {
        ProvDocument document = json(answer("ID=ivo://example.org/dl3?raw&ID=https://example.org/prov/jane&DEPTH=0"));
        assertThat(document.records()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DEPTH=1                       | MISSING_PARAMETER | ID is missing",
                "ID=&DEPTH=1                   | MISSING_PARAMETER | ID is missing",
                "ID=x&DEPTH=-1                 | BAD_PARAMETER     | a whole number from 0, or ALL",
                "ID=x&DEPTH=1.5                | BAD_PARAMETER     | a whole number from 0, or ALL",
                "ID=x&DEPTH=1&depth=2          | REPEATED_PARAMETER | DEPTH",
                "ID=x&DIRECTION=UP             | BAD_PARAMETER     | BACK, FORTH, FORWARD or BOTH",
                "ID=x&RESPONSEFORMAT=PROV-PNG  | BAD_PARAMETER     | PROV-SVG",
                "ID=x&MODEL=X                  | BAD_PARAMETER     | IVOA or W3C",
                "ID=x&AGENT=maybe              | BAD_PARAMETER     | TRUE or FALSE",
                "ID=x&DESCRIPTIONS=3           | BAD_PARAMETER     | 0, 1 or 2",
                "ID=x                          | UNKNOWN_ID        | Nothing is known of x",
            })
    void whatCannotBeAnsweredIsToldWithTheRemedy(String query, String code, String message) {
        assertThatThrownBy(() -> answer(query))
                .hasMessageContaining(message)
                .extracting(e -> ((Fault) e).code().name())
                .isEqualTo(code);
    }

    @Test
    void whatIsSentIsNotToldAtLength() {
        for (String name : new String[] {"ID=", "ID=x&DEPTH=", "ID=x&MODEL=", "ID=x&AGENT="}) {
            assertThatThrownBy(() -> answer(name + "1x".repeat(100_000)))
                    .as(name)
                    .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(600));
        }
    }

    @Test
    void aDepthBeyondAnyGraphIsAllOfIt() throws IOException {
        String all = answer(DL3 + "&DEPTH=ALL").text();
        for (String depth : new String[] {"100", "999", "1000", "2147483648", "9".repeat(90)}) {
            assertThat(answer(DL3 + "&DEPTH=" + depth).text()).as(depth).isEqualTo(all);
        }
    }

    @ParameterizedTest
    @CsvSource({"DELETE,''", "PUT,/sync", "POST,/capabilities", "POST,/availability", "DELETE,/examples"})
    void otherMethodsAreRefusedAndThoseTakenAreTold(String method, String path) {
        RecordingExchange exchange = asked(method, path, DL3);
        assertThatThrownBy(() -> endpoint.handle(exchange))
                .extracting(e -> ((Fault) e).code())
                .isEqualTo(RequestFault.METHOD_NOT_ALLOWED);
        assertThat(exchange.answered("Allow"))
                .hasValue(path.isEmpty() || path.equals("/sync") ? "GET, HEAD, POST" : "GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/x", "/sync/", "/capabilities/x", "/tables"})
    void unknownResourcesAreNotFoundAndThoseThatAreThereAreTold(String path) {
        assertThatThrownBy(() -> endpoint.handle(asked("GET", path, DL3)))
                .hasMessageContaining("/provsap, /provsap/sync, /provsap/capabilities, /provsap/availability,"
                        + " /provsap/examples.")
                .extracting(e -> ((Fault) e).code())
                .isEqualTo(RequestFault.NO_SUCH_RESOURCE);
    }

    @ParameterizedTest
    @CsvSource({"GET,''", "POST,''", "HEAD,''", "GET,/sync", "POST,/sync"})
    void queriesComeByGetAndPostAtBothAddresses(String method, String path) throws IOException {
        RecordingExchange exchange = asked(method, path, DL3);
        endpoint.handle(exchange);
        assertThat(json(exchange)).isEqualTo(json(answer(DL3)));
    }

    private static RecordingExchange answer(String query) throws IOException {
        RecordingExchange exchange = asked("GET", "", query);
        endpoint.handle(exchange);
        return exchange;
    }

    private static RecordingExchange asked(String method, String path, String query) {
        String[] parameters = Stream.of(query.split("[&=]", -1))
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .toArray(String[]::new);
        return RecordingExchange.of(method, path, parameters);
    }

    private static ProvDocument json(RecordingExchange exchange) throws IOException {
        return ProvFormat.PROV_JSON.read(in(exchange), Limits.USUAL).document();
    }

    private static ByteArrayInputStream in(RecordingExchange exchange) {
        return new ByteArrayInputStream(exchange.bytes());
    }
}
