package org.ctavo.schema.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of a document.
 *
 * @param name local name
 * @param line where its start tag ends, counted from 1
 * @param attributes by name, with the prefix as written ({@code xmi:id}); in document order
 * @param instructions the processing instructions directly within, in document order
 * @param children in document order
 * @param text the text directly within, stripped
 */
public record XmlElement(
        String name,
        int line,
        Map<String, String> attributes,
        List<Instruction> instructions,
        List<XmlElement> children,
        String text) {

    /** The children of a name. */
    public Stream<XmlElement> all(String childName) {
        return children.stream().filter(child -> child.name.equals(childName));
    }

    /** The first child of a name. */
    public Optional<XmlElement> first(String childName) {
        return all(childName).findFirst();
    }

    /** The text of the first child of a name; empty if there is none or it is blank. */
    public Optional<String> textOf(String childName) {
        return first(childName).map(XmlElement::text).filter(content -> !content.isEmpty());
    }

    /** An attribute. */
    public Optional<String> attribute(String attributeName) {
        return Optional.ofNullable(attributes.get(attributeName));
    }

    /**
     * A processing instruction whose data look like attributes.
     *
     * @param target such as {@code tap}
     * @param attributes in document order
     * @param line counted from 1
     */
    public record Instruction(String target, Map<String, String> attributes, int line) {}
}
