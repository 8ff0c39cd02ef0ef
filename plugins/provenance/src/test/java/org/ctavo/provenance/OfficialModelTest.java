package org.ctavo.provenance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.ctavo.provenance.model.PublishedTables;
import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.Type;
import org.ctavo.schema.reading.ModelReader;
import org.ctavo.testing.Shared;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Holds our VO-DML document to that of ProvenanceDM 1.0: all but descriptions must be the same. */
class OfficialModelTest {
    /** Where the two differ, and why; theirs, then ours. */
    private static final Map<String, List<String>> DIFFERENCES = Map.of(
            "the text of the standard spells the literal ConfigFile",
            List.of(
                    "literal ActivityConfiguration.TypeOfConfigArtefact.Configfile",
                    "literal ActivityConfiguration.TypeOfConfigArtefact.ConfigFile"),
            "the text of the standard demands a location",
            List.of(
                    "attribute ActivityConfiguration.ConfigFile.location: ivoa:string 0..1",
                    "attribute ActivityConfiguration.ConfigFile.location: ivoa:string 1"),
            "theirs names class and description under a prefix that is no model; ours, as VO-DML wants it, the role",
            List.of(
                    "constraint of ValueEntity: Provenance:ValueEntity is Provenance:ValueDescription",
                    "constraint of ValueEntity: Entity.entityDescription is ValueDescription"),
            "likewise",
            List.of(
                    "constraint of DatasetEntity: Provenance:DatasetEntity is Provenance:DatasetDescription",
                    "constraint of DatasetEntity: Entity.entityDescription is DatasetDescription"));

    @Test
    void ourDocumentIsTheModelOfTheStandardButForTheDifferencesListed() {
        Optional<Path> file = Shared.path("models/Provenance.vo-dml.xml");
        assumeTrue(file.isPresent(), "the VO-DML model is not beside the checkout");
        List<String> theirs = elements(ModelReader.read(file.get()));
        List<String> ours = elements(PublishedTables.model());
        List<String> expected = new ArrayList<>(theirs);
        DIFFERENCES.forEach((reason, pair) -> {
            assertThat(theirs).as(reason).contains(pair.get(0));
            expected.remove(pair.get(0));
            expected.add(pair.get(1));
        });
        assertThat(ours).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The words are ours: the tables are described for those who query them. */
    @Test
    void everyElementIsDescribedInWordsOfItsOwn() {
        Optional<Path> file = Shared.path("models/Provenance.vo-dml.xml");
        assumeTrue(file.isPresent(), "the VO-DML model is not beside the checkout");
        Map<String, String> theirs = descriptions(ModelReader.read(file.get()));
        Map<String, String> ours = descriptions(PublishedTables.model());
        assertThat(ours).allSatisfy((id, description) -> assertThat(description)
                .as(id)
                .isNotBlank()
                .satisfiesAnyOf(text -> assertThat(text.split(" ", -1)).hasSizeLessThan(5), text -> assertThat(text)
                        .isNotEqualToIgnoringCase(theirs.getOrDefault(id, ""))));
    }

    private static List<String> elements(Model model) {
        List<String> elements = new ArrayList<>();
        for (Type type : model.types()) {
            String id = type.head().id();
            String kind = type instanceof Type.ObjectType object && object.isAbstract() ? "abstract " : "";
            elements.add(kind + type.kind() + " " + id + ", called "
                    + type.head().name() + ", extends " + type.superType().orElse("nothing"));
            type.properties()
                    .forEach(property -> elements.add(property.kind().word() + " "
                            + property.head().id() + ": " + property.type() + " " + property.multiplicity()));
            if (type instanceof Type.Enumeration enumeration) {
                enumeration.literals().forEach(literal -> elements.add("literal " + literal.id()));
            }
            if (type instanceof Type.ObjectType object) {
                object.constraints()
                        .forEach(constraint -> elements.add("constraint of " + id + ": "
                                + constraint.role().orElse("?") + " is "
                                + constraint.type().orElse("?")));
            }
        }
        return elements;
    }

    private static Map<String, String> descriptions(Model model) {
        Map<String, String> descriptions = new TreeMap<>();
        for (Type type : model.types()) {
            descriptions.put(type.head().id(), type.head().description());
            type.properties()
                    .forEach(property -> descriptions.put(
                            property.head().id(), property.head().description()));
            if (type instanceof Type.Enumeration enumeration) {
                enumeration.literals().forEach(literal -> descriptions.put(literal.id(), literal.description()));
            }
        }
        return descriptions;
    }
}
