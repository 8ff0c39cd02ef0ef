package org.ctavo.spi.vosi;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.ctavo.spi.Parameters;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;

/** Endpoints test the same documents against the schemas, and by real clients. */
class SelfDescriptionTest {
    @Test
    void everyParameterOfAnInterfaceIsDescribed() throws Exception {
        ParameterInterface described = new ParameterInterface(
                "0.1",
                "http://h/p?a=1&b",
                List.of("http://h/p/sync"),
                "application/json",
                List.of(
                        new ParameterInterface.Parameter("ID", "of <anything>", "string", true),
                        new ParameterInterface.Parameter("DEPTH", "how far", "integer", false)));
        CapabilityList list = new CapabilityList("x", "urn:x")
                .add("ivo://a/b#c", described::write)
                .add("ivo://a/b#d", "x:More", body -> body.element("x:limit", "3"))
                .capabilities("http://h/p")
                .availability("http://h/p")
                .examples("http://h/p");
        Document document = parsed(list.document());
        assertThat(document.getElementsByTagName("capability").getLength()).isEqualTo(5);
        assertThat(text(document, "accessURL"))
                .containsExactly(
                        "http://h/p?a=1&b",
                        "http://h/p/capabilities",
                        "http://h/p/availability",
                        "http://h/p/examples");
        assertThat(text(document, "mirrorURL")).containsExactly("http://h/p/sync");
        assertThat(text(document, "queryType")).containsExactly("GET", "POST");
        assertThat(text(document, "name")).containsExactly("ID", "DEPTH");
        assertThat(text(document, "description")).containsExactly("of <anything>", "how far");
        assertThat(((Element) document.getElementsByTagName("param").item(0)).getAttribute("use"))
                .isEqualTo("required");
    }

    @Test
    void availabilityTellsSinceWhenAndWhy() throws Exception {
        Availability up = new Availability(true, Optional.of(Instant.parse("2026-01-02T03:04:05.6Z")), List.of());
        assertThat(text(parsed(up.document()), "vosi:upSince")).containsExactly("2026-01-02T03:04:05Z");
        Availability down = new Availability(false, Optional.empty(), List.of("Closed & locked."));
        Document document = parsed(down.document());
        assertThat(text(document, "vosi:available")).containsExactly("false");
        assertThat(text(document, "vosi:note")).containsExactly("Closed & locked.");
    }

    @Test
    void anExampleCanBeReadByItsPropertiesAndRunByItsLink() throws Exception {
        Document page = parsed(new ExamplePage("Examples & more")
                .paragraph("Words.")
                .call(
                        "one",
                        "The <first>",
                        "ivo://a/b#c",
                        "http://h/p",
                        List.of(new Parameters.Entry("ID", "ivo://x/y?z=1&2"), new Parameters.Entry("DEPTH", "ALL")),
                        "Ask")
                .document()
                .replace("<!DOCTYPE html>", ""));
        assertThat(text(page, "h2")).containsExactly("The <first>");
        assertThat(text(page, "dt")).containsExactly("ID", "DEPTH");
        assertThat(text(page, "dd")).containsExactly("ivo://x/y?z=1&2", "ALL");
        assertThat(((Element) page.getElementsByTagName("a").item(0)).getAttribute("href"))
                .isEqualTo("http://h/p?ID=ivo%3A%2F%2Fx%2Fy%3Fz%3D1%262&DEPTH=ALL");
    }

    private static Document parsed(String document) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> text(Document document, String name) {
        var elements = document.getElementsByTagName(name);
        return IntStream.range(0, elements.getLength())
                .mapToObj(i -> elements.item(i).getTextContent())
                .toList();
    }
}
