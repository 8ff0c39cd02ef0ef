package org.ctavo.adql.suite;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads suites. For one suite. */
final class SuiteReader {
    private final XMLStreamReader xml;
    private final List<QuerySuite.Query> queries = new ArrayList<>();
    private final Set<String> common = new LinkedHashSet<>();
    private Set<String> own = new LinkedHashSet<>();
    private String title;
    private String uuid = "";
    private String description = "";
    private boolean inQuery;

    private SuiteReader(XMLStreamReader xml, String title) {
        this.xml = xml;
        this.title = title;
    }

    static QuerySuite read(InputStream in, String name) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            SuiteReader reader = new SuiteReader(factory.createXMLStreamReader(in), name);
            reader.document();
            return new QuerySuite(reader.title, reader.queries);
        } catch (XMLStreamException fault) {
            throw new IOException(name + " is not well-formed XML: " + fault.getMessage(), fault);
        } catch (IllegalArgumentException fault) {
            throw new IOException(name + " is not a suite of queries: " + fault.getMessage(), fault);
        }
    }

    private void document() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            // Comments may stand before the root.
        }
        if (!xml.getLocalName().equals("queries")) {
            throw new IllegalArgumentException("its root is " + xml.getLocalName() + ", not queries");
        }
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start();
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("query")) {
                inQuery = false;
            }
        }
    }

    private void start() throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "query" -> {
                inQuery = true;
                uuid = attribute("uuid", "");
                description = "";
                own = new LinkedHashSet<>();
            }
            case "title" -> title = inQuery ? title : words();
            case "description" -> describe();
            case "form" -> (inQuery ? own : common).add(words());
            case "adql" -> query();
            default -> {
                // Contacts and the like say nothing about the queries.
            }
        }
    }

    /** A suite, a query and a function have descriptions; the query's is its first. */
    private void describe() throws XMLStreamException {
        if (inQuery && description.isEmpty()) {
            description = words();
        }
    }

    private void query() throws XMLStreamException {
        boolean valid = isTrue(attribute("valid", "false"));
        String version = attribute("version", QuerySuite.VERSION);
        Set<String> functions = new LinkedHashSet<>(common);
        functions.addAll(own);
        queries.add(new QuerySuite.Query(
                queries.size() + 1, uuid, description, version, valid, text(), List.copyOf(functions)));
    }

    private static boolean isTrue(String value) {
        return value.strip().equalsIgnoreCase("true") || value.strip().equals("1");
    }

    private String attribute(String name, String otherwise) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? otherwise : value;
    }

    private String words() throws XMLStreamException {
        return text().strip().replaceAll("\\s+", " ");
    }

    private String text() throws XMLStreamException {
        return xml.getElementText();
    }
}
