package org.ctavo.provenance.prov;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.ctavo.provenance.model.XmlInput;

/** Reads PROV-XML (W3C Note 2013) and the IVOA's elements beside it. What bundles hold is read like the rest. */
final class ProvXmlReader {
    /** Elements that are a kind and a type in one. */
    private static final Map<String, List<String>> TYPED = Map.ofEntries(
            Map.entry("person", List.of("agent", "Person")),
            Map.entry("organization", List.of("agent", "Organization")),
            Map.entry("softwareAgent", List.of("agent", "SoftwareAgent")),
            Map.entry("plan", List.of("entity", "Plan")),
            Map.entry("collection", List.of("entity", "Collection")),
            Map.entry("emptyCollection", List.of("entity", "EmptyCollection")),
            Map.entry("wasRevisionOf", List.of("wasDerivedFrom", "Revision")),
            Map.entry("wasQuotedFrom", List.of("wasDerivedFrom", "Quotation")),
            Map.entry("hadPrimarySource", List.of("wasDerivedFrom", "PrimarySource")));

    private final XMLStreamReader xml;
    private final Statements statements;
    private final int longest;

    private ProvXmlReader(XMLStreamReader xml, Limits limits) {
        this.xml = xml;
        this.statements = new Statements(limits);
        this.longest = limits.characters();
    }

    static Statements read(InputStream in, Limits limits) {
        try {
            XMLStreamReader xml = XmlInput.open(in);
            try {
                ProvXmlReader reader = new ProvXmlReader(xml, limits);
                reader.document();
                return reader.statements;
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw XmlInput.notXml(e);
        }
    }

    private void document() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            // Comments and processing instructions may come first.
        }
        if (!isModel() || !xml.getLocalName().equals("document")) {
            throw Statements.bad(place(), "a PROV-XML document begins with the element prov:document");
        }
        body(false);
        while (xml.hasNext()) {
            xml.next();
        }
    }

    private void body(boolean isBundle) throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            List<String> typed = TYPED.get(name);
            Kind kind = isModel() ? Kind.of(typed == null ? name : typed.get(0)).orElse(null) : null;
            if (kind != null) {
                record(kind, typed == null ? null : Names.PROV + typed.get(1));
            } else if (isModel() && name.equals("bundleContent") && !isBundle) {
                statements.bundle(place(), String.valueOf(xml.getAttributeValue(Names.PROV, "id")));
                body(true);
            } else {
                statements.remark(place(), "<" + name + "> is no element of PROV-XML");
                skip();
            }
        }
    }

    private void record(Kind kind, String type) throws XMLStreamException {
        String place = place();
        String id = xml.getAttributeValue(Names.PROV, "id");
        String whole = id == null ? null : resolve(id, place);
        List<Statement.Attribute> attributes = new ArrayList<>();
        if (type != null) {
            attributes.add(new Statement.Attribute(Names.TYPE, new Value.Name(type)));
        }
        String[] arguments = new String[kind.arguments().size()];
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                child(kind, arguments, attributes);
            } else if (xml.getEventType() == XMLStreamConstants.CHARACTERS && !xml.isWhiteSpace()) {
                throw Statements.bad(place(), "text does not belong here");
            }
        }
        statements.add(new Statement(kind, whole, Arrays.asList(arguments), attributes, place));
    }

    private void child(Kind kind, String[] arguments, List<Statement.Attribute> attributes) throws XMLStreamException {
        String place = place();
        Statements.checkParts(attributes.size(), place);
        String local = xml.getLocalName();
        int at = isModel() ? kind.arguments().indexOf(local) : -1;
        if (at < 0) {
            String name = namespace() + local;
            attributes.add(new Statement.Attribute(name, value(place)));
            return;
        }
        String argument;
        if (kind.isTime(at)) {
            argument = text().strip();
        } else {
            String reference = xml.getAttributeValue(Names.PROV, "ref");
            if (reference == null) {
                throw Statements.bad(place, "<" + local + "> needs the attribute prov:ref");
            }
            argument = resolve(reference, place);
            skip();
        }
        if (arguments[at] != null && !arguments[at].equals(argument)) {
            throw Statements.bad(place, "<" + local + "> has two values");
        }
        arguments[at] = argument;
    }

    private Value value(String place) throws XMLStreamException {
        String given = xml.getAttributeValue(Names.XSI, "type");
        String type = given == null ? Names.XSD + "string" : resolve(given, place);
        String language = xml.getAttributeValue("http://www.w3.org/XML/1998/namespace", "lang");
        String reference = xml.getAttributeValue(Names.PROV, "ref");
        if (reference != null) {
            Value name = new Value.Name(resolve(reference, place));
            skip();
            return name;
        }
        // At its end the element's prefixes still hold.
        if (type.equals(Names.XSD + "QName") || type.equals(Names.PROV + "QUALIFIED_NAME")) {
            return new Value.Name(resolve(text().strip(), place));
        }
        String text = text();
        return type.equals(Names.XSD + "string") || language != null
                ? new Value.Text(text, language)
                : new Value.Typed(text, type);
    }

    private String namespaceOf(String name) {
        int colon = name.indexOf(':');
        return colon < 0
                ? xml.getNamespaceContext().getNamespaceURI("")
                : xml.getNamespaceContext().getNamespaceURI(name.substring(0, colon));
    }

    private String resolve(String name, String place) {
        String namespace = namespaceOf(name);
        return namespace == null ? Scope.document().resolve(name, place) : whole(namespace, name, place);
    }

    private static String whole(String namespace, String name, String place) {
        Scope scope = new Scope(null);
        scope.declare("x", namespace);
        return scope.resolve("x:" + name.substring(name.indexOf(':') + 1), place);
    }

    private boolean isModel() {
        return namespace().equals(Names.PROV) || namespace().equals(Names.VOPROV);
    }

    private String namespace() {
        return xml.getNamespaceURI() == null ? "" : Names.canonical(xml.getNamespaceURI());
    }

    /** The text of an element that holds nothing else. */
    private String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            switch (xml.getEventType()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    if (text.length() > longest) {
                        throw Statements.bad(place(), "a text has more than " + longest + " characters");
                    }
                }
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    // Says nothing.
                }
                default -> throw Statements.bad(place(), "only text belongs here");
            }
        }
        return text.toString();
    }

    /** Passes over the rest of an element. */
    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // Says nothing.
                }
            }
        }
    }

    private String place() {
        return XmlInput.place(xml.getLocation());
    }
}
