package org.ctavo.tap.xml;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class XmlTextTest {
    @Test
    void textIsEscaped() {
        assertThat(new XmlText().element("a", "<b> & \"c\" ]]>").toString())
                .isEqualTo("<a>&lt;b&gt; &amp; \"c\" ]]&gt;</a>\n");
    }

    @Test
    void lineEndsInAttributesSurviveAParser() {
        assertThat(new XmlText().attribute("q", "SELECT\t\"x\"\r\nFROM t").toString())
                .isEqualTo(" q=\"SELECT&#9;&quot;x&quot;&#13;&#10;FROM t\"");
    }

    @Test
    void whatNoDocumentMayHoldIsReplaced() {
        assertThat(new XmlText().text("a\u0000b\u001Fc\uFFFEd\uD83De").toString())
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
        assertThat(new XmlText().text("\uD83C\uDF0D é").toString()).isEqualTo("\uD83C\uDF0D é");
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
