package org.ctavo.provenance.prov;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.ctavo.provenance.ProvToolbox;
import org.ctavo.provenance.Tool;
import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.Agent;
import org.ctavo.provenance.model.AgentType;
import org.ctavo.provenance.model.Configuration.Parameter;
import org.ctavo.provenance.model.Description.ParameterDescription;
import org.ctavo.provenance.model.Description.UsageDescription;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.model.Relation.WasGeneratedBy;
import org.ctavo.provenance.model.Samples;
import org.ctavo.spi.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class ProvFormatTest {
    private static final List<ProvFormat> READ = List.of(ProvFormat.PROV_N, ProvFormat.PROV_JSON, ProvFormat.PROV_XML);

    static Stream<Arguments> formatsAndStyles() {
        return READ.stream().flatMap(f -> Stream.of(ModelStyle.values()).map(s -> Arguments.of(f, s)));
    }

    @ParameterizedTest
    @MethodSource("formatsAndStyles")
    void whatIsWrittenIsReadBackWithoutLoss(ProvFormat format, ModelStyle style) throws IOException {
        Reading reading = read(format, write(format, style, Samples.everything()));
        assertThat(reading.document().records())
                .containsExactlyInAnyOrderElementsOf(Samples.everything().records());
        assertThat(reading.remarks()).isEmpty();
    }

    @Test
    void theReferenceLibraryReadsAllFormsAsEqualDocumentsAndWeReadWhatItWrites(@TempDir Path directory)
            throws IOException, InterruptedException {
        ProvDocument document = Samples.everything();
        Files.writeString(directory.resolve("document.json"), write(ProvFormat.PROV_JSON, ModelStyle.W3C, document));
        Files.writeString(directory.resolve("document.xml"), write(ProvFormat.PROV_XML, ModelStyle.W3C, document));
        Files.copy(reference(), directory.resolve("reference.py"));
        Tool.run("/usr/bin/python3", directory.resolve("reference.py").toString(), directory.toString());
        for (ProvFormat format : READ) {
            String extension = format == ProvFormat.PROV_N ? "provn" : format == ProvFormat.PROV_XML ? "xml" : "json";
            String text = Files.readString(directory.resolve("document." + extension + ".theirs"));
            if (format == ProvFormat.PROV_N) {
                // The library escapes no names: brackets and semicolons in them cannot be told from PROV-N's own.
                text = text.replace("run(1)", "run\\(1\\)").replace("calib;1", "calib\\;1");
            }
            Reading theirs = read(format, text);
            if (format == ProvFormat.PROV_N) {
                // The library's PROV-N leaves backslashes as they are: those in the options are lost.
                assertThat(theirs.document().records())
                        .containsAll(document.records().stream()
                                .filter(r -> !(r instanceof ParameterDescription))
                                .toList())
                        .hasSameSizeAs(document.records());
            } else {
                assertThat(theirs.document()).isEqualTo(document);
            }
        }
    }

    @Test
    void whatTheToolboxOfPROVsEditorsReadsAndWritesAgainIsReadBackWithoutLoss() throws IOException {
        ProvDocument document = Samples.everything();
        // The toolbox takes the backslashes of PROV-N for parts of names: only its own PROV-N gives them back.
        Map<ProvFormat, ProvFormat> forms =
                Map.of(ProvFormat.PROV_N, ProvFormat.PROV_N, ProvFormat.PROV_JSONLD, ProvFormat.PROV_JSON);
        for (Map.Entry<ProvFormat, ProvFormat> form : forms.entrySet()) {
            byte[] ours = write(form.getKey(), ModelStyle.W3C, document).getBytes(StandardCharsets.UTF_8);
            byte[] theirs = ProvToolbox.written(form.getValue(), ProvToolbox.read(form.getKey(), ours));
            String text = new String(theirs, StandardCharsets.UTF_8);
            if (form.getValue() == ProvFormat.PROV_N) {
                // In texts it keeps them on reading, and doubles them on writing.
                text = text.replace("\\\\\\\\", "\\\\");
            }
            Reading reading = read(form.getValue(), text);
            assertThat(reading.document()).as(form + " " + text).isEqualTo(document);
        }
    }

    private static InputStream reference() {
        return ProvFormatTest.class.getResourceAsStream("/org/ctavo/provenance/reference.py");
    }

    @Test
    void jsonLdHasAContextAndAStatementEach() throws IOException {
        JsonNode json =
                new ObjectMapper().readTree(write(ProvFormat.PROV_JSONLD, ModelStyle.W3C, Samples.everything()));
        assertThat(json.at("/@context/0/voprov").asText()).isEqualTo(Names.VOPROV);
        assertThat(json.at("/@context/1").asText()).endsWith("context.jsonld");
        assertThat(json.get("@graph"))
                .hasSameSizeAs(ToStatements.of(Samples.everything(), ModelStyle.W3C))
                .anySatisfy(s -> {
                    assertThat(s.at("/@type").asText()).isEqualTo("Usage");
                    assertThat(s.at("/entity").asText()).isEqualTo("dl3:dl2/110380");
                    assertThat(s.at("/role/0/@value").asText()).isEqualTo("DL2");
                });
    }

    @Test
    void theSameGraphInThreeFormatsIsTheSameDocument() throws IOException {
        String provN =
                """
                document // a comment
                  prefix cta <https://cta.example.org/prov/>
                  /* another
                     comment */
                  entity(cta:dl3_1, [prov:label="DL3 \\"1\\"", prov:type='voprov:DatasetEntity'])
                  activity(cta:job42, 2026-05-01T10:00:00Z, 2026-05-01T12:20:00+02:00, [prov:label=\"\"\"a
                line\"\"\"])
                  agent(cta:dpps, [prov:type='prov:Organization', prov:label="DPPS"@en])
                  wasGeneratedBy(cta:g1; cta:dl3_1, cta:job42, -, [prov:role="event list"])
                  used(cta:job42, cta:dl2_1, -)
                  wasAssociatedWith(cta:job42, cta:dpps, -, [prov:role="Operator", voprov:rank=3])
                endDocument
                """;
        String json =
                """
                {"entity":{"cta:dl3_1":{"prov:label":"DL3 \\"1\\"",
                            "prov:type":{"$":"voprov:DatasetEntity","type":"xsd:QName"}}},
                 "activity":{"cta:job42":{"prov:startTime":"2026-05-01T10:00:00","prov:endTime":"2026-05-01T10:20:00",
                            "prov:label":"a\\nline"}},
                 "agent":{"cta:dpps":[{"prov:type":["prov:Organization"]},{"prov:label":{"$":"DPPS","lang":"en"}}]},
                 "wasGeneratedBy":{"cta:g1":{"prov:entity":"cta:dl3_1","prov:activity":"cta:job42",
                            "prov:role":"event list"}},
                 "bundle":{"cta:b":{"used":{"_:id2":{"prov:activity":"cta:job42","prov:entity":"cta:dl2_1"}}}},
                 "wasAssociatedWith":{"_:id3":{"prov:activity":"cta:job42","prov:agent":"cta:dpps",
                            "prov:role":"Operator","voprov:rank":3}},
                 "prefix":{"cta":"https://cta.example.org/prov/",
                           "voprov":"http://www.ivoa.net/documents/ProvenanceDM/ns/voprov/"}}
                """;
        String xml =
                """
                <prov:document xmlns:prov="http://www.w3.org/ns/prov#" xmlns:xsd="http://www.w3.org/2001/XMLSchema"
                   xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:cta="https://cta.example.org/prov/"
                   xmlns:voprov="http://www.ivoa.net/documents/ProvenanceDM/index.html#">
                 <prov:entity prov:id="cta:dl3_1"><prov:label>DL3 "1"</prov:label>
                  <prov:type xsi:type="xsd:QName">voprov:DatasetEntity</prov:type></prov:entity>
                 <prov:activity prov:id="cta:job42"><prov:startTime>2026-05-01T10:00:00.000</prov:startTime>
                  <prov:endTime>2026-05-01T10:20:00</prov:endTime><prov:label>a
                line</prov:label></prov:activity>
                 <prov:organization prov:id="cta:dpps"><prov:label xml:lang="en">DPPS</prov:label></prov:organization>
                 <prov:wasGeneratedBy prov:id="cta:g1"><prov:entity prov:ref="cta:dl3_1"/>
                  <prov:activity prov:ref="cta:job42"/><prov:role><![CDATA[event list]]></prov:role>
                 </prov:wasGeneratedBy>
                 <prov:used><prov:activity prov:ref="cta:job42"/><prov:entity prov:ref="cta:dl2_1"/></prov:used>
                 <prov:wasAssociatedWith><prov:activity prov:ref="cta:job42"/><prov:agent prov:ref="cta:dpps"/>
                  <prov:role>Operator</prov:role><voprov:rank xsi:type="xsd:int">3</voprov:rank>
                 </prov:wasAssociatedWith>
                </prov:document>
                """;
        Reading fromProvN = read(ProvFormat.PROV_N, provN);
        assertThat(fromProvN.document().records()).hasSize(7);
        assertThat(fromProvN.document().all(Agent.class)).first().satisfies(a -> assertThat(a.type())
                .isEqualTo(AgentType.ORGANIZATION));
        assertThat(read(ProvFormat.PROV_JSON, json).document()).isEqualTo(fromProvN.document());
        assertThat(read(ProvFormat.PROV_XML, xml).document()).isEqualTo(fromProvN.document());
        assertThat(fromProvN.remarks()).hasSize(2).allSatisfy(remark -> assertThat(remark)
                .startsWith("line "));
        assertThat(fromProvN.places()).containsEntry("Entity https://cta.example.org/prov/dl3_1", "line 5, column 3");
    }

    @Test
    void theJsonOfOpusIsUnderstood() throws IOException {
        String opus =
                """
                {"prefix":{"default":"http://uws-server.readthedocs.io#",
                  "voprov":"http://www.ivoa.net/documents/ProvenanceDM#",
                  "opus_job":"https://opus.example.org/rest/","opus_jdl":"https://opus.example.org/jdl/",
                  "foaf":"http://xmlns.com/foaf/0.1/"},
                 "activity":{"opus_job:ctbin/1":{"prov:startTime":"2020-01-01T00:00:00",
                                              "prov:endTime":"2020-01-01T00:01:00"}},
                 "entity":{"opus_jdl:ctbin":{"prov:type":"voprov:ActivityDescription"},
                  "opus_job:ctbin/1/parameters/enumbins":{"prov:type":"voprov:Parameter","prov:value":"20"},
                  "events.fits":{"prov:location":"https://opus.example.org/store/events.fits"}},
                 "agent":{"admin":{"foaf:mbox":"<mailto:a@b>"}},
                 "wasInfluencedBy":{"_:id1":{"prov:influencee":"opus_job:ctbin/1","prov:influencer":"opus_jdl:ctbin"},
                  "_:id2":{"prov:influencee":"opus_job:ctbin/1",
                           "prov:influencer":"opus_job:ctbin/1/parameters/enumbins"}},
                 "used":{"_:id3":{"prov:activity":"opus_job:ctbin/1","prov:entity":"events.fits","prov:role":"inobs"}}}
                """;
        ProvDocument document = read(ProvFormat.PROV_JSON, opus).document();
        assertThat(document.all(Activity.class))
                .extracting(Activity::activityDescription)
                .containsExactly("https://opus.example.org/jdl/ctbin");
        assertThat(document.all(Parameter.class))
                .extracting(Parameter::name, Parameter::value)
                .containsExactly(tuple("enumbins", "20"));
        assertThat(document.all(Entity.class))
                .extracting(Entity::id)
                .containsExactly("http://uws-server.readthedocs.io#events.fits");
    }

    @Test
    void theIvoasOwnJsonIsUnderstood() throws IOException {
        String voprov =
                """
                {"prefix":{"ex":"https://example.org/",
                  "voprov":"http://www.ivoa.net/documents/ProvenanceDM/index.html#"},
                 "activity":{"ex:a":{"voprov:startTime":"2020-01-01T00:00:00"}},
                 "valueEntity":{"ex:v":{"voprov:value":"3"}},
                 "activityDescription":{"ex:d":{"voprov:name":"step","voprov:version":"1"}},
                 "usageDescription":{"ex:u":{"voprov:role":"in"}},
                 "isDescribedBy":{"_:1":{"voprov:described":"ex:a","voprov:descriptor":"ex:d"}},
                 "isRelatedTo":{"_:2":{"voprov:related":"ex:d","voprov:relator":"ex:u"}},
                 "parameter":{"ex:p":{"voprov:name":"n","voprov:value":{"$":"5","type":"xsd:int"}}},
                 "wasConfiguredBy":{"_:3":{"voprov:configured":"ex:a","voprov:configurator":"ex:p",
                                     "voprov:artefactType":"Parameter"}},
                 "hadReference":{"_:4":{"voprov:referenced":"ex:p","voprov:referrer":"ex:v"}},
                 "wasGeneratedBy":{"_:5":{"voprov:entity":"ex:v","voprov:activity":"ex:a"}}}
                """;
        Reading reading = read(ProvFormat.PROV_JSON, voprov);
        assertThat(reading.remarks()).isEmpty();
        assertThat(reading.document().all(Parameter.class))
                .containsExactly(new Parameter("https://example.org/p", "n", "5", null, "https://example.org/v"));
        assertThat(reading.document().all(WasGeneratedBy.class)).hasSize(1);
        assertThat(reading.document().all(UsageDescription.class))
                .first()
                .satisfies(u -> assertThat(u.activityDescription()).isEqualTo("https://example.org/d"));
    }

    static Stream<Arguments> bad() {
        String head = "document\n prefix x <http://x/>\n";
        return Stream.of(
                Arguments.of(ProvFormat.PROV_N, "documents", "line 1"),
                Arguments.of(ProvFormat.PROV_N, head + " entity(x:a", "line 3"),
                Arguments.of(ProvFormat.PROV_N, head + " entity(y:a)\nendDocument", "line 3, column 2: the prefix of"),
                Arguments.of(ProvFormat.PROV_N, head + " used(x:a, x:b, yesterday)\nendDocument", "is not a time"),
                Arguments.of(ProvFormat.PROV_N, head + " entity(x:a, [prov:label=\"b\nc", "does not end"),
                Arguments.of(ProvFormat.PROV_N, head + " used(x:a,x:b,-,-,-)\nendDocument", "takes 3 arguments"),
                Arguments.of(
                        ProvFormat.PROV_N,
                        head + " agent(x:a,[prov:label=\"a\"])\n agent(x:a,[prov:label=\"b\"])\nendDocument",
                        "line 3, column 2 and line 4, column 2"),
                Arguments.of(
                        ProvFormat.PROV_N,
                        head + " activity(x:a,2026-01-02T00:00:00,2026-01-01T00:00:00)\nendDocument",
                        "ends before it starts"),
                Arguments.of(
                        ProvFormat.PROV_N,
                        head + " entity(x:a)\n activity(x:a)\nendDocument",
                        "two different kinds of things"),
                Arguments.of(ProvFormat.PROV_JSON, "[]", "line 1, column 1"),
                Arguments.of(ProvFormat.PROV_JSON, "{\"entity\":{\"a b\":{}}}", "must be an IRI"),
                Arguments.of(ProvFormat.PROV_JSON, "{\"entity\":{\"a\":{\"prov:label\":[[[1]]]}}}", "a value must be"),
                Arguments.of(ProvFormat.PROV_JSON, "{\"entity\":{}}x", "not JSON"),
                Arguments.of(ProvFormat.PROV_JSON, "{\"entity\":{\"a\"", "line 1"),
                Arguments.of(ProvFormat.PROV_JSON, "[".repeat(100_000), "line 1"),
                Arguments.of(ProvFormat.PROV_JSON, "{\"x\":" + "[".repeat(100_000), "not JSON"),
                Arguments.of(
                        ProvFormat.PROV_JSON,
                        "{\"used\":{\"_:1\":{\"prov:activity\":[\"a\",\"b\"]}}}",
                        "has two values"),
                Arguments.of(ProvFormat.PROV_XML, "<a/>", "prov:document"),
                Arguments.of(
                        ProvFormat.PROV_XML,
                        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
                        "prov:document"),
                Arguments.of(
                        ProvFormat.PROV_XML,
                        "<prov:document xmlns:prov='http://www.w3.org/ns/prov#'><prov:entity/></prov:document>",
                        "needs an identifier"),
                Arguments.of(
                        ProvFormat.PROV_XML,
                        "<prov:document xmlns:prov='http://www.w3.org/ns/prov#'>" + "<prov:b>".repeat(100_000),
                        "not well-formed"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsWrongIsRefusedWithItsPlace(ProvFormat format, String text, String message) {
        assertTimeout(Duration.ofSeconds(5), () -> assertThatThrownBy(() -> read(format, text))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("Exception"));
    }

    @ParameterizedTest
    @MethodSource("formatsAndStyles")
    void whatIsTooLargeIsRefused(ProvFormat format, ModelStyle style) throws IOException {
        String text = write(format, style, Samples.everything());
        for (Limits limits : List.of(new Limits(1000, 1000, 1000), new Limits(1 << 20, 10, 1000))) {
            assertThatThrownBy(() -> format.read(bytes(text), limits))
                    .extracting(e -> ((Fault) e).code())
                    .isEqualTo(ProvenanceFault.DOCUMENT_TOO_LARGE);
        }
        assertThatThrownBy(() -> format.read(bytes(text), new Limits(1 << 20, 1000, 20)))
                .isInstanceOf(Fault.class);
    }

    private static String write(ProvFormat format, ModelStyle style, ProvDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(document, style, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Reading read(ProvFormat format, String text) throws IOException {
        return format.read(bytes(text), Limits.USUAL);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
