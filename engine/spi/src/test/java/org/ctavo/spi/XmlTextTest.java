package org.ctavo.spi;

import java.io.StringReader;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

class XmlTextTest {
    @Test
    void textIsEscapedWhereItWouldBeMarkupAndNowhereElse() {
        String hostile = "<b> & \"c\" 'd' ]]>\t\n";
        assertThat(XmlEscapes.text(hostile)).isEqualTo("&lt;b&gt; &amp; \"c\" 'd' ]]&gt;\t\n");
        assertThat(new XmlText().element("a", hostile).toString())
                .isEqualTo("<a>&lt;b&gt; &amp; \"c\" 'd' ]]&gt;\t\n</a>\n");
        assertThat(XmlEscapes.text("nothing to do: é €")).isEqualTo("nothing to do: é €");
    }

    @Test
    void quotesAndLineEndsInAttributesAreReferences() {
        String query = "SELECT\t\"x\"\r\nFROM t";
        assertThat(XmlEscapes.attribute(query)).isEqualTo("SELECT&#9;&quot;x&quot;&#13;&#10;FROM t");
        assertThat(new XmlText().attribute("q", query).toString())
                .isEqualTo(" q=\"SELECT&#9;&quot;x&quot;&#13;&#10;FROM t\"");
    }

    @Test
    void whatNoDocumentMayHoldIsReplaced() {
        assertThat(XmlEscapes.text("a\u0000b\u001Fc\uFFFEd\uD83De\uDF0Df\uFFFF"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFD");
        assertThat(XmlEscapes.attribute("\uD83D")).isEqualTo("\uFFFD");
        assertThat(XmlEscapes.text("\u007F\u0085\uFFFD\uD83C\uDF0D é")).isEqualTo("\u007F\u0085\uFFFD\uD83C\uDF0D é");
    }

    @Test
    void everyCharacterIsLegalOrNotAsXmlHasIt() {
        assertThat("\t\n\r ~\u007F\u0085\uD7FF\uE000\uFFFD\uD800\uDC00\uDBFF\uDFFF".codePoints())
                .allMatch(XmlEscapes::isLegal);
        assertThat(IntStream.of(0, 8, 0xB, 0xC, 0xE, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF))
                .noneMatch(XmlEscapes::isLegal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "<&>\"'", "a\r\nb\rc\nd\te", "  two  spaces  ", "]]>", "\uD83C\uDF0D\u0085"})
    void aParserReadsWhatWasWritten(String text) throws Exception {
        String document = new XmlText()
                .raw("<a")
                .attribute("b", text)
                .raw(">")
                .text(text)
                .raw("</a>")
                .toString();
        Element read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(document)))
                .getDocumentElement();
        assertThat(read.getAttribute("b")).isEqualTo(text);
        assertThat(read.getTextContent()).isEqualTo(text);
    }

    @Test
    void emptyOptionsAreLeftOut() {
        assertThat(new XmlText()
                        .optionalAttribute("a", null)
                        .optionalElement("b", "")
                        .toString())
                .isEmpty();
    }
}
