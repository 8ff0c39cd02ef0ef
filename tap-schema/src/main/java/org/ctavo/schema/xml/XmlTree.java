package org.ctavo.schema.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.ctavo.spi.Fault;

/**
 * Reads a document into a tree. No DTD, no entity but XML's own, nothing fetched; at most {@value #MOST_ELEMENTS}
 * elements, {@value #MOST_TEXT} characters and {@value #MOST_DEPTH} levels.
 */
public final class XmlTree {
    private static final int MOST_ELEMENTS = 200_000;
    private static final int MOST_TEXT = 20_000_000;
    private static final int MOST_DEPTH = 100;
    private static final Pattern PSEUDO_ATTRIBUTE = Pattern.compile("([A-Za-z][\\w.-]*)=\"([^\"]*)\"");

    private final String source;
    private int elements;
    private int characters;

    private XmlTree(String source) {
        this.source = source;
    }

    /**
     * Reads a file.
     *
     * @throws Fault of {@link XmlFault} naming the file and the line
     */
    public static XmlElement read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, name);
        } catch (IOException e) {
            throw new Fault(
                    XmlFault.UNREADABLE_DOCUMENT, "The file " + name + " cannot be read; check that it exists.", e);
        }
    }

    /**
     * Reads a stream to its end.
     *
     * @param source name of the document in messages
     * @return the root element
     * @throws Fault of {@link XmlFault} naming the document and the line
     */
    public static XmlElement read(InputStream in, String source) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(in);
            try {
                return new XmlTree(source).document(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new Fault(XmlFault.BAD_XML, source + ", line " + line + ": not well-formed XML: " + reason(e), e);
        }
    }

    private static XMLInputFactory factory() {
        // The JDK's own: another parser on the class path may not know these limits.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("Message: ");
        return at < 0 ? message : message.substring(at + "Message: ".length());
    }

    private XmlElement document(XMLStreamReader reader) throws XMLStreamException {
        XmlElement root = null;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new Fault(
                        XmlFault.BAD_XML,
                        source + ", line " + reader.getLocation().getLineNumber()
                                + ": a document type declaration is not allowed here; remove it.");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                root = element(reader, 1);
            }
        }
        if (root == null) {
            throw new Fault(XmlFault.BAD_XML, source + " holds no XML element.");
        }
        return root;
    }

    private XmlElement element(XMLStreamReader reader, int depth) throws XMLStreamException {
        int line = reader.getLocation().getLineNumber();
        String name = reader.getLocalName();
        limit(++elements <= MOST_ELEMENTS && depth <= MOST_DEPTH, line);
        Map<String, String> attributes = attributes(reader);
        List<XmlElement.Instruction> instructions = new ArrayList<>();
        List<XmlElement> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(reader, depth + 1));
            } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                instructions.add(new XmlElement.Instruction(
                        reader.getPITarget(),
                        pseudoAttributes(reader.getPIData()),
                        reader.getLocation().getLineNumber()));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                characters += reader.getTextLength();
                limit(characters <= MOST_TEXT, line);
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Fault(
                        XmlFault.BAD_XML,
                        source + ", line " + line + ": the entity " + reader.getLocalName() + " is not known here.");
            }
        }
        return new XmlElement(
                name,
                line,
                attributes,
                List.copyOf(instructions),
                List.copyOf(children),
                text.toString().strip());
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = reader.getAttributePrefix(i);
            String local = reader.getAttributeLocalName(i);
            attributes.put(
                    prefix == null || prefix.isEmpty() ? local : prefix + ":" + local, reader.getAttributeValue(i));
        }
        return Collections.unmodifiableMap(attributes);
    }

    private static Map<String, String> pseudoAttributes(String data) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = PSEUDO_ATTRIBUTE.matcher(data == null ? "" : data);
        while (matcher.find()) {
            attributes.put(matcher.group(1), matcher.group(2));
        }
        return Collections.unmodifiableMap(attributes);
    }

    private void limit(boolean within, int line) {
        if (!within) {
            throw new Fault(
                    XmlFault.DOCUMENT_TOO_LARGE,
                    source + ", line " + line + ": the document is too large or too deep; at most " + MOST_ELEMENTS
                            + " elements, " + MOST_DEPTH + " levels.");
        }
    }
}
