package org.ctavo.provenance.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.Configuration.Parameter;
import org.ctavo.provenance.model.Description.ActivityDescription;
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
import org.junit.jupiter.params.provider.EnumSource;
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
                "[{\"activity_uuid\":\"a\",\"activity_name\":\"b\",\"input\":[{}]}]",
                "[{\"activity_uuid\":\"a\",\"activity_name\":\"b\",\"start\":{\"time_utc\":\"noon\"}}]",
                "[{\"activity_uuid\":\"a\",\"activity_name\":\"b\",\"config\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
                        + "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            })
    void whatIsNoDocumentIsRefused(String text) {
        assertThatThrownBy(() -> read(bytes(text))).isInstanceOf(Fault.class).hasMessageNotContaining("Exception");
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
