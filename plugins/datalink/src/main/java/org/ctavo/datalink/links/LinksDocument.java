package org.ctavo.datalink.links;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.ctavo.archive.link.Link;
import org.ctavo.spi.ServiceDescriptor;

/** Writes {links} answers as VOTables, TABLEDATA (DataLink 1.1, section 3.3). One document; belongs to one thread. */
final class LinksDocument implements AutoCloseable {
    /** Media type of the answer (DataLink 1.1, section 3.3). */
    static final String MEDIA_TYPE = "application/x-votable+xml;content=datalink";

    private final XMLStreamWriter xml;
    private final List<ServiceDescriptor> services = new ArrayList<>();

    private LinksDocument(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Begins a table of links. */
    static LinksDocument begin(OutputStream out) throws IOException {
        try {
            LinksDocument document = open(out);
            document.info("QUERY_STATUS", "OK", "");
            document.info("standardID", "ivo://ivoa.net/std/DataLink#links-1.1", "");
            document.fields();
            return document;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Writes the answer to a request that cannot be answered at all. */
    static void error(OutputStream out, String message) throws IOException {
        try {
            LinksDocument document = open(out);
            document.info("QUERY_STATUS", "ERROR", message);
            document.info("standardID", "ivo://ivoa.net/std/DataLink#links-1.1", "");
            document.xml.writeEndDocument();
            document.xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static LinksDocument open(OutputStream out) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("VOTABLE");
        xml.writeDefaultNamespace("http://www.ivoa.net/xml/VOTable/v1.3");
        xml.writeAttribute("version", "1.4");
        xml.writeStartElement("RESOURCE");
        xml.writeAttribute("type", "results");
        return new LinksDocument(xml);
    }

    /** Writes the links of one identifier. */
    void links(String id, List<Link> links) throws IOException {
        try {
            for (Link link : links) {
                String service = serviceId(services.size());
                if (link.target() instanceof Link.Target.Service target) {
                    services.add(target.descriptor());
                }
                xml.writeStartElement("TR");
                cell(id);
                for (LinkColumn column : LinkColumn.values()) {
                    cell(column.text(link, service).orElse(""));
                }
                xml.writeEndElement();
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** How many services the table names so far: their descriptors wait for the table's end. */
    int services() {
        return services.size();
    }

    private static String serviceId(int index) {
        return "service-" + (index + 1);
    }

    /** Ends the table; an overflow says that not every identifier was answered. */
    void end(boolean overflow) throws IOException {
        try {
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            if (overflow) {
                info("QUERY_STATUS", "OVERFLOW", "Not every identifier was answered; ask for fewer at once.");
            }
            xml.writeEndElement();
            ServiceElement element = new ServiceElement(xml);
            for (int i = 0; i < services.size(); i++) {
                element.service(serviceId(i), services.get(i));
            }
            element.self();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void fields() throws XMLStreamException {
        xml.writeStartElement("TABLE");
        xml.writeAttribute("name", "links");
        field("ID", "char", "meta.id;meta.main", "identifier of the data product");
        for (LinkColumn column : LinkColumn.values()) {
            field(column.columnName(), column.datatype(), column.ucd(), column.description());
        }
        xml.writeStartElement("DATA");
        xml.writeStartElement("TABLEDATA");
    }

    private void field(String name, String datatype, String ucd, String description) throws XMLStreamException {
        xml.writeStartElement("FIELD");
        xml.writeAttribute("name", name);
        xml.writeAttribute("ID", name);
        xml.writeAttribute("datatype", datatype);
        if (datatype.equals("char")) {
            xml.writeAttribute("arraysize", "*");
        }
        if (datatype.equals("long")) {
            xml.writeAttribute("unit", "byte");
        }
        if (!ucd.isEmpty()) {
            xml.writeAttribute("ucd", ucd);
        }
        xml.writeStartElement("DESCRIPTION");
        xml.writeCharacters(description);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void info(String name, String value, String content) throws XMLStreamException {
        xml.writeStartElement("INFO");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", value);
        xml.writeCharacters(plain(content));
        xml.writeEndElement();
    }

    private void cell(String text) throws XMLStreamException {
        xml.writeStartElement("TD");
        xml.writeCharacters(plain(text));
        xml.writeEndElement();
    }

    /** What XML 1.0 cannot hold becomes a question mark; of an identifier the rest has to come back as it was sent. */
    static String plain(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\x7E\\xA0-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "?");
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
