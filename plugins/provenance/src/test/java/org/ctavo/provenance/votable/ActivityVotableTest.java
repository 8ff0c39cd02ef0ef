package org.ctavo.provenance.votable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.ctavo.provenance.Tool;
import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.Agent;
import org.ctavo.provenance.model.Description.ActivityDescription;
import org.ctavo.provenance.model.Description.EntityDescription;
import org.ctavo.provenance.model.Description.GenerationDescription;
import org.ctavo.provenance.model.Description.ParameterDescription;
import org.ctavo.provenance.model.Description.UsageDescription;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.store.StoreFixture;
import org.ctavo.spi.Fault;
import org.ctavo.spi.XmlEscapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class ActivityVotableTest {
    private static final String CTBIN =
            """
            <VOTABLE xmlns="http://www.ivoa.net/xml/VOTable/v1.3" version="1.3">
              <RESOURCE ID="ctbin" name="ctbin" type="meta" utype="voprov:ActivityDescription">
                <DESCRIPTION>Bins events into a count map</DESCRIPTION>
                <PARAM name="doculink" value="https://example.org/ctbin" arraysize="*" datatype="char"
                  utype="voprov:ActivityDescription.doculink"/>
                <PARAM name="type" value="Analysis" arraysize="*" datatype="char"/>
                <PARAM name="version" value="1.4" arraysize="*" datatype="char"/>
                <PARAM name="contact_name" value="helpdesk" arraysize="*" datatype="char"/>
                <PARAM name="contact_email" value="help@example.org" arraysize="*" datatype="char"/>
                <PARAM name="executionDuration" value="20" datatype="int" utype="uws:Job.executionDuration"/>
                <PARAM name="script" value="sleep 5&#13;&#10;echo &quot;$a&quot; &gt; b" arraysize="*" datatype="char"/>
                <GROUP name="InputParams">
                  <PARAM ID="enumbins" name="enumbins" datatype="int" value="20" type="no_query" unit=""
                    ucd="meta.number">
                    <DESCRIPTION>Number of energy bins</DESCRIPTION>
                    <VALUES><MIN value="1"/><MAX value="100"/></VALUES>
                  </PARAM>
                  <PARAM name="proj" datatype="char" value="TAN" arraysize="*">
                    <VALUES><OPTION value="TAN"/><OPTION value="CAR|x"/></VALUES>
                  </PARAM>
                </GROUP>
                <GROUP name="Used">
                  <GROUP name="inobs" utype="voprov:UsedDescription" ref="inobs">
                    <PARAM name="multiplicity" value="1..*" arraysize="*" datatype="char"/>
                    <PARAM name="content_type" value="application/fits" arraysize="*" datatype="char"/>
                    <PARAM name="url" value="https://example.org/get?id=$ID" arraysize="*" datatype="char"/>
                  </GROUP>
                </GROUP>
                <GROUP name="Generated">
                  <GROUP name="outcube" utype="voprov:WasGeneratedBy">
                    <DESCRIPTION>The map</DESCRIPTION>
                    <PARAM name="role" value="map" arraysize="*" datatype="char"/>
                    <PARAM name="default" value="*.fits" arraysize="*" datatype="char"/>
                    <PARAM name="content_type" value="image/fits" arraysize="*" datatype="char"/>
                  </GROUP>
                </GROUP>
              </RESOURCE>
            </VOTABLE>
            """;

    @Test
    void everythingIsRead() {
        ActivityFile file = read(CTBIN);
        assertThat(file.name()).isEqualTo("ctbin");
        assertThat(file.docurl()).isEqualTo("https://example.org/ctbin");
        assertThat(file.settingValues())
                .containsEntry("executionDuration", "20")
                .containsEntry("script", "sleep 5\r\necho \"$a\" > b");
        assertThat(file.inputs().get(0).isRequired()).isFalse();
        assertThat(file.inputs().get(0).max()).contains("100");
        assertThat(file.inputs().get(1).options()).containsExactly("TAN", "CAR|x");
        assertThat(file.used())
                .containsExactly(new ActivityFile.Slot(
                        "inobs",
                        "",
                        "",
                        "1..*",
                        "",
                        "application/fits",
                        Optional.of("https://example.org/get?id=$ID"),
                        Optional.of("inobs")));
        assertThat(file.generated().get(0).effectiveRole()).isEqualTo("map");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctbin", "illustrative reconstruction", "2\u00b0 cut & <more>"})
    void votlintHasNothingToSayWhateverTheNames(String name, @TempDir Path directory) throws Exception {
        ActivityFile file = read(CTBIN.replace("ctbin", XmlEscapes.attribute(name))
                .replace("ID=\"" + XmlEscapes.attribute(name) + "\"", "")
                // A reference without an aim is kept as it was read.
                .replace("ref=\"inobs\"", ""));
        Path written = directory.resolve("activity.vot");
        try (OutputStream out = Files.newOutputStream(written)) {
            ActivityVotable.write(file, out);
        }
        assertThat(Tool.run("/usr/bin/stilts", "votlint", "votable=" + written)).isBlank();
        assertThat(read(Files.readString(written))).isEqualTo(file);
    }

    @Test
    void whatIsWrittenIsReadBackWithoutLoss() throws IOException {
        ActivityFile file = read(CTBIN);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ActivityVotable.write(file, out);
        assertThat(read(out.toString(StandardCharsets.UTF_8))).isEqualTo(file);
    }

    @Test
    void itBecomesDescriptionsThatTheArchiveTakes() {
        Reading reading = ActivityDescriptions.of(read(CTBIN), "ivo://example.org/activities?");
        ProvDocument document = reading.document();
        assertThat(reading.remarks())
                .contains("the setting \"script\" has no place in the IVOA's model")
                .contains("the url of \"inobs\" has no place in the IVOA's model");
        assertThat(document.all(ActivityDescription.class))
                .extracting(ActivityDescription::id, ActivityDescription::version)
                .containsExactly(tuple("ivo://example.org/activities?ctbin/1.4", "1.4"));
        assertThat(document.all(ParameterDescription.class))
                .extracting(ParameterDescription::valueType, ParameterDescription::defaultValue)
                .containsExactly(tuple("int", "20"), tuple("char *", "TAN"));
        assertThat(document.all(UsageDescription.class))
                .extracting(UsageDescription::role)
                .containsExactly("inobs");
        assertThat(document.all(GenerationDescription.class))
                .extracting(GenerationDescription::role)
                .containsExactly("map");
        assertThat(document.all(EntityDescription.class)).hasSize(2);
        assertThat(document.all(Agent.class)).extracting(Agent::email).isEqualTo(List.of("help@example.org"));
        try (StoreFixture fixture = new StoreFixture()) {
            assertThat(fixture.merge(document).added())
                    .isEqualTo(document.records().size());
            String id = "ivo://example.org/activities?ctbin/1.4";
            ActivityFile archived =
                    new ArchivedDescriptions(fixture.database()).file(id).orElseThrow();
            assertThat(archived.inputs()).hasSize(2);
            assertThat(Optional.of(archived)).isEqualTo(ActivityDescriptions.file(document, id));
            fixture.merge(ProvDocument.of(List.of(new Activity("x:run", null, null, null, null, id))));
            assertThat(new ArchivedDescriptions(fixture.database()).file("x:run"))
                    .contains(archived);
            assertThat(new ArchivedDescriptions(fixture.database()).file("x:unknown"))
                    .isEmpty();
        }
    }

    @Test
    void whatTheModelHasAPlaceForIsWrittenAgainAsItWasRead() throws IOException {
        ActivityFile file = read(CTBIN);
        ProvDocument document = ActivityDescriptions.of(file, "x:").document();
        ActivityFile again = ActivityDescriptions.file(document, "x:ctbin/1.4").orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ActivityVotable.write(again, out);
        assertThat(read(out.toString(StandardCharsets.UTF_8))).isEqualTo(again);
        assertThat(ActivityDescriptions.of(again, "x:").document().records())
                .containsAll(document.records().stream()
                        .filter(record -> !(record instanceof Agent))
                        .toList());
        assertThat(again.inputs().get(1)).isEqualTo(file.inputs().get(1));
        assertThat(again.inputs().get(0).value()).isEqualTo("20");
        assertThat(ActivityDescriptions.file(document, "x:ctbin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<VOTABLE/>",
                "<VOTABLE><RESOURCE utype='voprov:ActivityDescription'/></VOTABLE>",
                "<VOTABLE><RESOURCE name='a' utype='voprov:ActivityDescription'><GROUP name='InputParams'><PARAM/>"
                        + "</GROUP></RESOURCE></VOTABLE>",
                "<!DOCTYPE a [<!ENTITY b 'c'>]><VOTABLE>&b;</VOTABLE>",
                "<VOTABLE><RESOURCE name='a' utype='voprov:ActivityDescription'>",
            })
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Fault.class).hasMessageNotContaining("Exception");
    }

    private static ActivityFile read(String text) {
        return ActivityVotable.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
