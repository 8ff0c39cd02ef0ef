package org.ctavo.provenance.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.Configuration.Parameter;
import org.ctavo.provenance.model.Description.ActivityDescription;
import org.ctavo.provenance.model.Description.ParameterDescription;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.model.Samples;
import org.ctavo.provenance.prov.Limits;
import org.ctavo.provenance.prov.ModelStyle;
import org.ctavo.provenance.prov.ProvFormat;
import org.ctavo.provenance.votable.ProvVotable;
import org.ctavo.spi.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class DocumentsTest {
    private static final String CTAPIPE =
            """
            [{"activity_name":"ctapipe-process","activity_uuid":"b25ef76f-4d4e-4eb3-b98d-b5bd9c2a8ae6",
              "status":"completed","start":{"time_utc":"2024-03-01T10:00:00.123"},
              "stop":{"time_utc":"2024-03-01T10:10:00.000"},
              "system":{"ctapipe_version":"0.20.0","platform":{"node":"host1"}},
              "input":[{"url":"/data/gamma run.simtel.zst","role":"DL0/Event"},"/data/cal.fits"],
              "output":[{"url":"/data/gamma.dl1.h5","role":"DL1/Event"}],
              "config":{"EventSource":{"max_events":10,"allowed_tels":[1,2]},"log":null,"name":"x y"},
              "duration_min":10.0},
             {"activity_name":"ctapipe-merge","activity_uuid":"1c0e2f1c-0000-4eb3-b98d-b5bd9c2a8ae6",
              "status":"completed",
              "start":{"time_utc":"2024-03-01T11:00:00"},"stop":{"time_utc":"2024-03-01T11:10:00"},
              "system":{"ctapipe_version":"0.20.0"},
              "input":[{"url":"/data/gamma.dl1.h5"},{"url":"/data/merged.h5"}],
              "output":[{"url":"/data/merged.h5"}],"config":{}}]
            """;

    @Test
    void theLogOfCtapipeIsUnderstood() throws IOException {
        Reading reading = read(bytes(CTAPIPE));
        ProvDocument document = reading.document();
        assertThat(document.all(Activity.class))
                .extracting(Activity::name, a -> a.startTime().toString(), Activity::comment)
                .containsExactly(
                        tuple("ctapipe-process", "2024-03-01T10:00:00.123", "status: completed, host: host1"),
                        tuple("ctapipe-merge", "2024-03-01T11:00", "status: completed"));
        assertThat(document.all(Entity.class))
                .extracting(Entity::id)
                .containsExactlyInAnyOrder(
                        "file:///data/gamma%20run.simtel.zst",
                        "file:///data/cal.fits", "file:///data/gamma.dl1.h5", "file:///data/merged.h5");
        assertThat(document.all(Used.class)).extracting(Used::role).containsExactly("DL0/Event", null, null);
        assertThat(document.all(Parameter.class))
                .extracting(Parameter::name, Parameter::value)
                .containsExactly(
                        tuple("EventSource.max_events", "10"),
                        tuple("EventSource.allowed_tels", "[1,2]"),
                        tuple("name", "x y"));
        assertThat(document.all(ActivityDescription.class))
                .extracting(ActivityDescription::version)
                .containsOnly("0.20.0");
        assertThat(reading.remarks()).hasSize(1).first().asString().startsWith("line 9");
    }

    @ParameterizedTest
    @EnumSource(
            value = ProvFormat.class,
            names = {"PROV_N", "PROV_JSON", "PROV_XML"})
    void theFormIsToldByTheBeginning(ProvFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            format.write(Samples.everything(), ModelStyle.IVOA, packed);
        }
        assertThat(read(out.toByteArray()).document()).isEqualTo(Samples.everything());
    }

    @Test
    void aVotableIsToldFromOtherXml() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProvVotable.write(Samples.everything(), out);
        assertThat(read(out.toByteArray()).document()).isEqualTo(Samples.everything());
    }

    @Test
    void aDescriptionOfAnActivityIsToldFromOtherVotables() throws IOException {
        String file = "<?xml version='1.0'?><VOTABLE><RESOURCE name='ctbin' type='meta'"
                + " utype='voprov:ActivityDescription'><PARAM name='version' value='2'/><GROUP name='InputParams'>"
                + "<PARAM name='bins' datatype='int' unit='TeV' value='20'/></GROUP></RESOURCE></VOTABLE>";
        ProvDocument document = read(bytes(file)).document();
        assertThat(document.all(ActivityDescription.class))
                .extracting(ActivityDescription::id)
                .containsExactly("urn:x-cta-vo:activity:ctbin/2");
        assertThat(document.all(ParameterDescription.class))
                .extracting(ParameterDescription::unit, ParameterDescription::defaultValue)
                .containsExactly(tuple("TeV", "20"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "document\n prefix x <http://x/>\n entity(x:a, [prov:label=\"caf\u00e9\"])\nendDocument",
                "{\"entity\":{\"http://x/a\":{\"prov:label\":\"caf\u00e9\"}}}",
                "<prov:document xmlns:prov='http://www.w3.org/ns/prov#' xmlns:x='http://x/'><prov:entity prov:id='x:a'>"
                        + "<prov:label>caf\u00e9</prov:label></prov:entity></prov:document>"
            })
    void whatIsNotUtf8IsRefusedWithItsPlace(String text) throws IOException {
        assertThat(read(bytes("\ufeff" + text)).document().all(Entity.class))
                .extracting(Entity::name)
                .containsExactly("caf\u00e9");
        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("line ")
                .hasMessageNotContaining("Exception");
    }

    @Test
    void thePlaceOfABadByteIsExactAlsoFarInside() {
        String text = "document\n" + "// a comment\n".repeat(5000) + " prefix x <http://x/caf\u00e9>\nendDocument";
        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageStartingWith("line 5002, column 24");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "PK\u0003",
                "[",
                "[1]",
                "[{}]",
                "[{\"activity_uuid\":\"a\"}]",
                "{",
                "<",
                "<?xml?>",
                "<VOTABLE/>",
                "[{\"activity_uuid\":\"a\",\"activity_name\":\"b\",\"input\":[{}]}]",
                "[{\"activity_uuid\":\"a\",\"activity_name\":\"b\",\"start\":{\"time_utc\":\"noon\"}}]",
                "[{\"activity_uuid\":\"a\",\"activity_name\":\"b\",\"config\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
                        + "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            })
    void whatIsNoDocumentIsRefused(String text) {
        assertThatThrownBy(() -> read(bytes(text))).isInstanceOf(Fault.class).hasMessageNotContaining("Exception");
    }

    /** Ways to be gigantic: beginning, what is repeated, what the refusal says. */
    static Stream<Arguments> giants() {
        String json = "{\"prefix\":{\"x\":\"http://x/\"},\"entity\":{";
        String xml = "<prov:document xmlns:prov='http://www.w3.org/ns/prov#' xmlns:x='http://x/'>";
        String votable = "<VOTABLE><TABLE name='agent'><FIELD name='id'/><DATA><TABLEDATA>";
        return Stream.of(
                Arguments.of("PROV-N, a name", "document\n entity(", "a", "more than"),
                Arguments.of(
                        "PROV-N, a text", "document\n prefix x <http://x/>\n entity(x:a, [x:b=\"", "a", "more than"),
                Arguments.of("PROV-N, arguments", "document\n used(", "a,", "more than 100000 arguments"),
                Arguments.of("PROV-N, attributes", "document\n prefix x <http://x/>\n entity(x:a, [", "x:b=1,", "more"),
                Arguments.of("PROV-N, statements", "document\n prefix x <http://x/>\n", "entity(x:a)\n", "statements"),
                Arguments.of("JSON, a text", json + "\"x:a\":{\"x:b\":\"", "a", "not JSON"),
                Arguments.of("JSON, a name", json + "\"", "a", "not JSON"),
                Arguments.of("JSON, a number", json + "\"x:a\":{\"x:b\":", "1", "not JSON"),
                Arguments.of("JSON, nesting", json + "\"x:a\":{\"x:b\":", "[", "line 1"),
                Arguments.of("JSON, attributes", json + "\"x:a\":{\"x:b\":1", ",\"x:c\":1", "more than 100000"),
                Arguments.of("JSON, members", json + "\"x:a\":{\"x:b\":[1", ",1", "more than 100000"),
                Arguments.of("JSON, statements", json + "\"x:a\":{}", ",\"x:b\":{}", "statements"),
                Arguments.of("XML, a text", xml + "<prov:entity prov:id='x:a'><prov:label>", "a", "more than"),
                Arguments.of("XML, an attribute", xml + "<prov:entity prov:id='", "a", "is longer than"),
                Arguments.of("XML, a comment", xml + "<!-- ", "a", "is longer than"),
                Arguments.of("XML, a tag", xml + "<", "a", "XML"),
                Arguments.of(
                        "XML, attributes", xml + "<prov:entity prov:id='x:a'>", "<x:b>1</x:b>", "more than 100000"),
                Arguments.of("XML, statements", xml, "<prov:entity prov:id='x:a'/>", "statements"),
                Arguments.of("VOTable, a text", votable + "<TR><TD>", "a", "longer than"),
                Arguments.of("VOTable, cells", votable + "<TR>", "<TD>a</TD>", "more cells"),
                Arguments.of("VOTable, columns", "<VOTABLE><TABLE name='a'>", "<FIELD name='b'/>", "columns"),
                Arguments.of("VOTable, rows", votable, "<TR><TD>a</TD></TR>", "rows"),
                Arguments.of("ctapipe, a text", "[{\"activity_uuid\":\"", "a", "not JSON"),
                Arguments.of("ctapipe, inputs", "[{\"activity_uuid\":\"a\",\"input\":[\"a\"", ",\"a\"", "longer than"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("giants")
    void whatIsGiganticIsRefusedBeforeItFillsTheMemory(String name, String start, String repeated, String message) {
        byte[] block = repeated.repeat((1 << 16) / repeated.length()).getBytes(StandardCharsets.UTF_8);
        InputStream giant = new SequenceInputStream(
                new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)), new Repeated(block, 1 << 30));
        assertTimeout(Duration.ofSeconds(60), () -> assertThatThrownBy(() -> Documents.read(giant, Limits.USUAL))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(message));
    }

    /** The same bytes over and over, so many of them. */
    private static final class Repeated extends InputStream {
        private final byte[] block;
        private final long length;
        private long done;

        Repeated(byte[] block, long length) {
            this.block = block.clone();
            this.length = length;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] bytes, int offset, int most) {
            if (done >= length) {
                return -1;
            }
            int at = (int) (done % block.length);
            int count = Math.min(most, block.length - at);
            System.arraycopy(block, at, bytes, offset, count);
            done += count;
            return count;
        }
    }

    @Test
    void aBombIsRefusedAtTheLimit() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write("document\n".getBytes(StandardCharsets.UTF_8));
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 300; i++) {
                packed.write(blanks);
            }
        }
        assertTimeout(Duration.ofSeconds(20), () -> assertThatThrownBy(() -> read(out.toByteArray()))
                .extracting(e -> ((Fault) e).code())
                .isEqualTo(ProvenanceFault.DOCUMENT_TOO_LARGE));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Reading read(byte[] bytes) throws IOException {
        return Documents.read(new ByteArrayInputStream(bytes), Limits.USUAL);
    }
}
