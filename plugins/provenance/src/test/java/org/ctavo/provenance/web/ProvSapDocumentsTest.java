package org.ctavo.provenance.web;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.ctavo.provenance.ProvenancePlugin;
import org.ctavo.provenance.model.Samples;
import org.ctavo.provenance.store.StoreFixture;
import org.ctavo.spi.Capability;
import org.ctavo.spi.Fault;
import org.ctavo.testing.RecordingExchange;
import org.ctavo.testing.VosiSchemas;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** VOSI 1.1, sections 2 and 3; DALI 1.1, section 2.3; VODataService 1.1, section 3.2. */
class ProvSapDocumentsTest {
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

    private static RecordingExchange get(String path, String... parameters) throws IOException {
        RecordingExchange exchange = RecordingExchange.get(path, parameters);
        endpoint.handle(exchange);
        return exchange;
    }

    private static Document parsed(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text.replace("<!DOCTYPE html>", ""))));
    }

    private static List<String> texts(Document document, String element) {
        var found = document.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/capabilities", "/availability"})
    void vosiDocumentsMustBeValid(String path) throws IOException {
        RecordingExchange exchange = get(path);
        assertThat(exchange.answered("Content-Type")).hasValue("text/xml;charset=UTF-8");
        assertThat(exchange.text()).startsWith("<?xml");
        Assumptions.assumeTrue(VosiSchemas.areThere(), "no schemas beside the checkout");
        assertThat(VosiSchemas.faults(exchange.text())).isEmpty();
    }

    @Test
    void capabilitiesMustNameTheServiceAndItsVosiResources() throws Exception {
        Document document = parsed(get("/capabilities").text());
        var capabilities = document.getElementsByTagName("capability");
        assertThat(IntStream.range(0, capabilities.getLength())
                        .mapToObj(i -> ((Element) capabilities.item(i)).getAttribute("standardID")))
                .containsExactly(
                        ProvSapEndpoint.STANDARD_ID,
                        "ivo://ivoa.net/std/VOSI#capabilities",
                        "ivo://ivoa.net/std/VOSI#availability",
                        "ivo://ivoa.net/std/DALI#examples");
        assertThat(texts(document, "accessURL"))
                .containsExactly(
                        "http://localhost:8080/cta/provsap",
                        "http://localhost:8080/cta/provsap/capabilities",
                        "http://localhost:8080/cta/provsap/availability",
                        "http://localhost:8080/cta/provsap/examples");
        assertThat(texts(document, "mirrorURL")).containsExactly("http://localhost:8080/cta/provsap/sync");
        assertThat(texts(document, "queryType")).containsExactly("GET", "POST");
        Element queries = (Element) document.getElementsByTagName("interface").item(0);
        assertThat(queries.getAttribute("role")).isEqualTo("std");
        assertThat(queries.getAttribute("version")).isEqualTo("0.1");
        assertThat(new ProvenancePlugin().capabilities())
                .containsExactly(new Capability(ProvSapEndpoint.STANDARD_ID, "vs:ParamHTTP", "0.1", "/provsap"));
    }

    @Test
    void everyParameterIsDescribedAndNoneButTheIdIsRequired() throws Exception {
        Document document = parsed(get("/capabilities").text());
        assertThat(texts(document, "name"))
                .containsExactly(
                        "ID",
                        "DEPTH",
                        "DIRECTION",
                        "AGENT",
                        "MEMBERS",
                        "DESCRIPTIONS",
                        "CONFIGURATION",
                        "ATTRIBUTES",
                        "MODEL",
                        "RESPONSEFORMAT");
        assertThat(texts(document, "description")).hasSize(10).allMatch(text -> text.length() > 20);
        var parameters = document.getElementsByTagName("param");
        List<String> required = new ArrayList<>();
        for (int i = 0; i < parameters.getLength(); i++) {
            Element parameter = (Element) parameters.item(i);
            assertThat(parameter.getAttribute("std")).isEqualTo("false");
            if (parameter.getAttribute("use").equals("required")) {
                required.add(texts(document, "name").get(i));
            }
        }
        assertThat(required).containsExactly("ID");
        assertThat(texts(document, "description").get(9))
                .contains(Arrays.stream(ProvSapFormat.values())
                        .map(ProvSapFormat::word)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource(
            value = ProvSapParameter.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ID"})
    void everyParameterThatIsDescribedIsRead(ProvSapParameter parameter) {
        assertThatThrownBy(() -> get("", "ID", "ivo://example.org/dl3?110380", parameter.name(), "nonsense"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(parameter.name());
    }

    @ParameterizedTest
    @CsvSource({
        "DEPTH,1",
        "DIRECTION,BACK",
        "AGENT,FALSE",
        "MEMBERS,FALSE",
        "DESCRIPTIONS,0",
        "CONFIGURATION,TRUE",
        "ATTRIBUTES,TRUE",
        "MODEL,IVOA",
        "RESPONSEFORMAT,PROV-JSON",
    })
    void theUsualValueIsWhatTheDescriptionSays(String name, String value) throws Exception {
        String id = "ivo://example.org/dl3?110380";
        assertThat(get("", "ID", id, name, value).text())
                .isEqualTo(get("", "ID", id).text());
        int index = List.of(ProvSapParameter.values()).indexOf(ProvSapParameter.valueOf(name));
        assertThat(texts(parsed(get("/capabilities").text()), "description").get(index))
                .containsPattern("(Usual is[^.]*" + value + ")|(" + value + "[^,:.]*\\(usual\\))");
    }

    @Test
    void availabilityMustSayWhetherTheServiceAnswers() throws Exception {
        RecordingExchange exchange = get("/availability");
        assertThat(exchange.answered("Cache-Control")).hasValue("no-store");
        assertThat(texts(parsed(exchange.text()), "vosi:available")).containsExactly("true");
        StoreFixture gone = new StoreFixture();
        ProvSapEndpoint closed = new ProvSapEndpoint(gone.database(), 10);
        gone.close();
        RecordingExchange other = RecordingExchange.get("/availability");
        closed.handle(other);
        assertThat(texts(parsed(other.text()), "vosi:available")).containsExactly("false");
        assertThat(texts(parsed(other.text()), "vosi:note")).containsExactly("The database does not answer.");
    }

    @Test
    void examplesMustBeReadableByTheirPropertiesAndHaveAnAnswer() throws Exception {
        RecordingExchange exchange = get("/examples");
        assertThat(exchange.answered("Content-Type")).hasValue("application/xhtml+xml;charset=UTF-8");
        Document page = parsed(exchange.text());
        assertThat(((Element) page.getElementsByTagName("body").item(0)).getAttribute("vocab"))
                .isEqualTo("http://www.ivoa.net/rdf/examples#");
        List<String> keys = texts(page, "dt");
        List<String> values = texts(page, "dd");
        var links = page.getElementsByTagName("a");
        assertThat(links.getLength()).isEqualTo(3);
        int next = 0;
        for (int i = 0; i < links.getLength(); i++) {
            List<String> parameters = new ArrayList<>();
            do {
                parameters.add(keys.get(next));
                parameters.add(values.get(next));
                next++;
            } while (next < keys.size() && !keys.get(next).equals("ID"));
            RecordingExchange example = get("", parameters.toArray(String[]::new));
            assertThat(example.status()).isEqualTo(200);
            assertThat(example.text()).contains("calib");
            assertThat(((Element) links.item(i)).getAttribute("href"))
                    .isEqualTo("http://localhost:8080/cta/provsap?" + example.rawQuery());
        }
        assertThat(next).isEqualTo(keys.size());
    }

    @Test
    void anArchiveWithoutProvenanceSaysSoInsteadOfExamples() throws Exception {
        try (StoreFixture empty = new StoreFixture()) {
            assertThat(ProvSapDocuments.examples(URI.create("http://h/cta"), empty.database()))
                    .contains("tells of no public product")
                    .doesNotContain("typeof=\"example\"");
        }
    }
}
