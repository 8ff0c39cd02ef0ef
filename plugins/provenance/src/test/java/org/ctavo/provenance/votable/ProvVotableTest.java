package org.ctavo.provenance.votable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.ctavo.provenance.Tool;
import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.model.Relation.WasGeneratedBy;
import org.ctavo.provenance.model.Samples;
import org.ctavo.provenance.prov.Limits;
import org.ctavo.spi.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProvVotableTest {

    @Test
    void whatIsWrittenIsReadBackWithoutLoss() throws IOException {
        Reading reading = read(new String(written(Samples.everything()), StandardCharsets.UTF_8));
        assertThat(reading.document()).isEqualTo(Samples.everything());
        assertThat(reading.remarks()).isEmpty();
    }

    @Test
    void votlintHasNothingToSay(@TempDir Path directory) throws IOException, InterruptedException {
        Path file = directory.resolve("provenance.vot");
        Files.write(file, written(Samples.everything()));
        assertThat(Tool.run("/usr/bin/stilts", "votlint", "votable=" + file)).isBlank();
    }

    @Test
    void olderTablesAreUnderstoodByTheirUtypes() {
        Reading reading = read(
                """
                <VOTABLE xmlns="http://www.ivoa.net/xml/VOTable/v1.3" version="1.3"><RESOURCE type="provenance">
                <TABLE name="Activities" utype="voprov:Activity"><FIELD name="a" utype="voprov:Activity.id"
                  datatype="char" arraysize="*"/><FIELD name="b" utype="voprov:Activity.startTime" datatype="char"/>
                  <FIELD name="c" utype="voprov:Activity.annotation" datatype="char"/>
                 <DATA><TABLEDATA><TR><TD>x:1</TD><TD>2020-01-01T00:00:00Z</TD><TD>y</TD></TR></TABLEDATA></DATA>
                </TABLE>
                <TABLE name="g" utype="voprov:wasGeneratedBy"><FIELD name="entity" datatype="char"/>
                  <FIELD name="activity" datatype="char"/>
                 <DATA><TABLEDATA><TR><TD>x:e</TD><TD>x:1</TD></TR></TABLEDATA></DATA></TABLE>
                <TABLE name="other"><FIELD name="a" datatype="char"/>
                 <DATA><TABLEDATA><TR><TD>z</TD></TR></TABLEDATA></DATA></TABLE>
                </RESOURCE></VOTABLE>
                """);
        assertThat(reading.document().all(WasGeneratedBy.class))
                .containsExactly(new WasGeneratedBy("x:e", "x:1", null, null));
        assertThat(reading.document().all(Activity.class)).first().satisfies(a -> assertThat(a.startTime())
                .hasToString("2020-01-01T00:00"));
        assertThat(reading.remarks()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<a/>; begins with the element VOTABLE",
                "<VOTABLE; not well-formed",
                "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><VOTABLE>&b</VOTABLE>; not well-formed",
                "<VOTABLE><TABLE name='used'><DATA><BINARY/></DATA></TABLE></VOTABLE>; write the tables as TABLEDATA",
                "<VOTABLE><TABLE name='used'><DATA><TABLEDATA><TR><TD>a</TD></TR></TABLEDATA></DATA></TABLE></VOTABLE>;"
                        + " more cells than",
                "<VOTABLE><TABLE name='agent'><FIELD name='name'/><DATA><TABLEDATA><TR><TD>a</TD></TR></TABLEDATA>"
                        + "</DATA></TABLE></VOTABLE>; line 1",
                "<VOTABLE><TABLE name='agent'><FIELD name='id'/><FIELD name='type'/><DATA><TABLEDATA><TR><TD>a</TD>"
                        + "<TD>Robot</TD></TR></TABLEDATA></DATA></TABLE></VOTABLE>; \"Robot\" is not one of",
            })
    void whatIsWrongIsRefusedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Fault.class).hasMessageContaining(message);
    }

    private static byte[] written(ProvDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProvVotable.write(document, out);
        return out.toByteArray();
    }

    private static Reading read(String text) {
        return ProvVotable.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.USUAL);
    }
}
