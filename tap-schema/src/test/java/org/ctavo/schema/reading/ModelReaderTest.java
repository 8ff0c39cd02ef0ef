package org.ctavo.schema.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.assertj.core.api.Assertions;
import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.Type;
import org.ctavo.spi.Fault;
import org.ctavo.testing.Shared;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ModelReaderTest {
    private static final String SOUND =
            """
            <vo-dml:model xmlns:vo-dml="http://www.ivoa.net/xml/VODML/v1">
              <name>m</name>
              <objectType><vodml-id>A</vodml-id><name>A</name>
                <attribute><vodml-id>A.x</vodml-id><name>x</name>
                  <datatype><vodml-ref>ivoa:real</vodml-ref></datatype>
                  <multiplicity><minOccurs>0</minOccurs><maxOccurs>1</maxOccurs></multiplicity>
                  <?tap unit="deg" ucd="pos"?>
                </attribute>
                <reference><vodml-id>A.b</vodml-id><name>b</name>
                  <datatype><vodml-ref>m:B</vodml-ref></datatype>
                </reference>
              </objectType>
              <objectType><vodml-id>B</vodml-id><name>B</name>
                <extends><vodml-ref>m:C</vodml-ref></extends>
              </objectType>
              <objectType abstract="true"><vodml-id>C</vodml-id><name>C</name></objectType>
              <enumeration><vodml-id>E</vodml-id><name>E</name>
                <literal><vodml-id>E.one</vodml-id><name>one</name></literal>
              </enumeration>
            </vo-dml:model>
            """;

    @Test
    void readsTypesPropertiesAndAnnotations() {
        Model model = read(SOUND);
        assertThat(model.types()).extracting(type -> type.head().id()).containsExactly("A", "B", "C", "E");
        Type a = model.type("A");
        assertThat(a.head().line()).isEqualTo(3);
        assertThat(a.properties()).extracting(Object::toString).hasSize(2);
        assertThat(a.properties().get(0).head().annotations().value("tap.unit")).contains("deg");
        assertThat(a.properties().get(0).multiplicity()).hasToString("0..1");
        assertThat(model.lineage(model.type("B")))
                .extracting(type -> type.head().id())
                .containsExactly("C", "B");
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            <vodml-ref>ivoa:real</vodml-ref>|<vodml-ref>ivoa:reel</vodml-ref>|4|attribute A.x has the type ivoa:reel
            <vodml-ref>m:B</vodml-ref>|<vodml-ref>m:Z</vodml-ref>|9|reference A.b has the type Z
            <vodml-ref>m:B</vodml-ref>|<vodml-ref>m:E</vodml-ref>|9|reference A.b has the type E, where an objectType
            <vodml-ref>ivoa:real</vodml-ref>|<vodml-ref>m:B</vodml-ref>|4|A.x has the type B, where a value type
            <vodml-id>B</vodml-id>|<vodml-id>A</vodml-id>|13|objectType A has an id that another element has too
            <vodml-id>A.x</vodml-id><name>x</name>|<vodml-id>A.x</vodml-id>|4|element attribute A.x has no name
            <minOccurs>0</minOccurs>|<minOccurs>two</minOccurs>|4|attribute A.x has the minOccurs 'two'
            <minOccurs>0</minOccurs>|<minOccurs>3</minOccurs>|4|attribute A.x has the impossible multiplicity
            <vodml-ref>m:C</vodml-ref>|<vodml-ref>m:B</vodml-ref>|13|objectType B extends itself
            <vodml-ref>m:C</vodml-ref>|<vodml-ref>m:E</vodml-ref>|13|objectType B extends E, which is of another kind
            <vodml-ref>m:B</vodml-ref>|<x/>|10|element datatype has no vodml-ref
            <name>m</name>|<title>m</title>|1|element model has no name
            </objectType>|</objectTyp>|12|not well-formed XML
            """)
    void aBrokenModelGetsAnErrorWithElementAndLine(String sound, String broken, int line, String message) {
        assertThatThrownBy(() -> read(SOUND.replaceFirst(java.util.regex.Pattern.quote(sound), broken)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(message)
                .hasMessageContaining("m.vo-dml.xml, line " + line);
    }

    @Test
    void everyProblemIsTold() {
        String broken =
                SOUND.replace("ivoa:real", "ivoa:reel").replace("m:B<", "m:Z<").replace("m:C", "m:Y");
        assertThatThrownBy(() -> read(broken))
                .hasMessageContainingAll("ivoa:reel", "the type Z", "extends Y")
                .matches(fault -> fault.getMessage().lines().count() == 3);
    }

    @Test
    void hostileDocumentsAreRefusedQuickly() {
        List<String> documents = List.of(
                "<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><model><name>&x;</name></model>",
                "<!DOCTYPE m [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><model><name>&b;</name></model>",
                "<model>" + "<package>".repeat(100_000),
                "<model>" + "<title>a</title>".repeat(300_000) + "</model>",
                "<model><name>" + "x".repeat(30_000_000) + "</name></model>",
                "",
                "\u0000\u0001",
                "<html><body/></html>");
        for (String document : documents) {
            Assertions.assertThatExceptionOfType(Fault.class)
                    .isThrownBy(() -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                            Duration.ofSeconds(10), () -> read(document)));
        }
    }

    @Test
    void theProvenanceModelReadsTheSameFromVodmlAndFromUml() {
        Model vodml = ModelReader.read(shared("models/Provenance.vo-dml.xml"));
        Model uml = ModelReader.read(shared("models/Provenance.xmi"));
        assertThat(vodml.objectTypes()).hasSize(21);
        assertThat(vodml.name()).isEqualTo(uml.name()).isEqualTo("voprov");
        assertThat(outline(uml)).isEqualTo(outline(vodml));
    }

    @Test
    void aPropertyOfUmlWhoseTypeIsNoTypeIsTold(@TempDir Path directory) throws IOException {
        String uml = Files.readString(shared("models/Provenance.xmi"));
        Path broken = directory.resolve("broken.xmi");
        Files.writeString(broken, uml.replaceFirst("xmi:type=\"uml:Class\"", "xmi:type=\"uml:Glass\""));
        assertThatThrownBy(() -> ModelReader.read(broken))
                .isInstanceOf(Fault.class)
                .hasMessageMatching(
                        "(?s)broken.xmi, line \\d+: .* has no type, or one that the document does not hold.*");
    }

    private static Set<String> outline(Model model) {
        Set<String> lines = new TreeSet<>();
        for (Type.ObjectType type : model.objectTypes()) {
            lines.add(type.head().id() + " extends " + type.superType());
            type.properties()
                    .forEach(property -> lines.add(type.head().id() + " " + property.kind() + " " + property.name()
                            + " " + property.type() + " " + property.multiplicity()));
        }
        for (Type type : model.types()) {
            if (type instanceof Type.Enumeration enumeration) {
                lines.add(type.head().id() + ": "
                        + enumeration.literals().stream()
                                .map(org.ctavo.schema.model.Head::name)
                                .collect(Collectors.joining(" ")));
            }
        }
        return lines;
    }

    private static Path shared(String path) {
        Assumptions.assumeTrue(Shared.path(path).isPresent(), "the reference models are not here");
        return Shared.path(path).get();
    }

    private static Model read(String text) {
        return ModelReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "m.vo-dml.xml");
    }
}
