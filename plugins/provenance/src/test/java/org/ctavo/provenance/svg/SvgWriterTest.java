package org.ctavo.provenance.svg;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;

import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.model.Relation.WasDerivedFrom;
import org.ctavo.provenance.model.Relation.WasGeneratedBy;
import org.ctavo.provenance.model.Samples;
import org.ctavo.spi.Fault;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class SvgWriterTest {

    @Test
    void arrowsPointFromRightToLeftAndBoxesOfALayerDoNotOverlap() {
        Picture picture = Picture.of(Samples.everything(), true, true, "hidden:");
        Layers layers = new Layers(picture);
        for (Arrow arrow : picture.arrows()) {
            assertThat(layers.cell(arrow.to()).layer).as(arrow.toString()).isLessThan(layers.cell(arrow.from()).layer);
        }
        Layout layout = new Layout(layers);
        for (List<Layers.Cell> layer : layers.layers()) {
            for (int i = 1; i < layer.size(); i++) {
                Layers.Cell above = layer.get(i - 1);
                Layers.Cell below = layer.get(i);
                assertThat(below.y - above.y).isGreaterThan((above.height() + below.height()) / 2.0);
            }
        }
        assertThat(layout.width()).isPositive();
    }

    @Test
    void nothingOfADocumentIsMarkup() throws Exception {
        String hostile = "\"><script>alert(1)</script>&#x26;\u0001";
        ProvDocument document = ProvDocument.of(List.of(
                Entity.dataset("x:'onload='alert(1)'", "]]>" + hostile.replace("\u0001", "")),
                new WasDerivedFrom("x:'onload='alert(1)'", "javascript:alert(1)")));
        String svg = svg(document);
        assertThat(svg).doesNotContain("<script").contains("&lt;script&gt;");
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        var links = root.getElementsByTagName("a");
        for (int i = 0; i < links.getLength(); i++) {
            assertThat(links.item(i).getAttributes().getNamedItem("xlink:href").getNodeValue())
                    .startsWith("http://x/?ID=");
        }
    }

    @Test
    void whatUsesItsOwnProductIsDrawn() throws IOException {
        String svg = svg(ProvDocument.of(
                List.of(new Used("x:a", "x:e", "again", null, null), new WasGeneratedBy("x:e", "x:a", "main", null))));
        assertThat(svg).contains(">used</text>", ">wasGeneratedBy</text>");
    }

    @Test
    void anEmptyDocumentAndALoneThingAreDrawn() throws IOException {
        assertThat(svg(ProvDocument.of(List.of()))).endsWith("</svg>\n");
        assertThat(svg(ProvDocument.of(List.of(Entity.of("x:a"))))).contains("x:a");
    }

    @Test
    void aLargeTangleIsDrawnOrRefusedInTime() {
        Random random = new Random(3);
        List<ProvRecord> tangle = new ArrayList<>();
        List<ProvRecord> deep = new ArrayList<>();
        for (int i = 1; i < 1400; i++) {
            tangle.add(new WasDerivedFrom("x:" + i, "x:" + random.nextInt(i)));
            tangle.add(new WasDerivedFrom("x:" + i, "x:" + random.nextInt(i)));
            deep.add(new WasDerivedFrom("x:" + i, "x:" + (i - 1)));
        }
        assertTimeout(Duration.ofSeconds(30), () -> assertThat(svg(ProvDocument.of(tangle)))
                .endsWith("</svg>\n"));
        deep.addAll(tangle);
        assertTimeout(Duration.ofSeconds(30), () -> assertThatThrownBy(() -> svg(ProvDocument.of(deep)))
                .extracting(e -> ((Fault) e).code())
                .isEqualTo(ProvenanceFault.GRAPH_TOO_LARGE));
    }

    private static String svg(ProvDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SvgWriter(true, true, "hidden:").write(document, Set.of(), id -> "http://x/?ID=" + id, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
