package org.ctavo.datalink.links;

import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.ServiceDescriptor;

/** Writes service descriptors (DataLink 1.1, section 4) into a document. Belongs to one thread. */
final class ServiceElement {
    private final XMLStreamWriter xml;

    ServiceElement(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** How to call a service that rows of the table name by the ID. */
    void service(String id, ServiceDescriptor service) throws XMLStreamException {
        begin("adhoc:service", service.name());
        xml.writeAttribute("ID", id);
        element("DESCRIPTION", service.description());
        if (service.standardId().isPresent()) {
            text("standardID", service.standardId().get());
        }
        text("accessURL", service.accessUrl().toString());
        xml.writeStartElement("GROUP");
        xml.writeAttribute("name", "inputParams");
        for (ServiceDescriptor.Input input : service.inputs()) {
            input(input);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** How to call the service that this document comes from (DataLink 1.1, section 4.4). */
    void self() throws XMLStreamException {
        begin("adhoc:this", "this");
        text("standardID", "ivo://ivoa.net/std/DataLink#links-1.1");
        xml.writeStartElement("GROUP");
        xml.writeAttribute("name", "inputParams");
        text("ID", "");
        text("RESPONSEFORMAT", "");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void begin(String utype, String name) throws XMLStreamException {
        xml.writeStartElement("RESOURCE");
        xml.writeAttribute("type", "meta");
        xml.writeAttribute("utype", utype);
        xml.writeAttribute("name", LinksDocument.plain(name));
    }

    private void input(ServiceDescriptor.Input input) throws XMLStreamException {
        ColumnDescription parameter = input.parameter();
        xml.writeStartElement("PARAM");
        xml.writeAttribute("name", parameter.name());
        xml.writeAttribute("datatype", parameter.datatype());
        attribute("arraysize", parameter.arraysize());
        attribute("xtype", parameter.xtype());
        attribute("unit", parameter.unit());
        attribute("ucd", parameter.ucd());
        attribute("utype", parameter.utype());
        xml.writeAttribute("value", LinksDocument.plain(input.value().orElse("")));
        // The FIELDs' XML IDs are their names.
        attribute("ref", input.column());
        element("DESCRIPTION", parameter.description());
        if (input.column().isEmpty()) {
            values(input);
        }
        xml.writeEndElement();
    }

    private void values(ServiceDescriptor.Input input) throws XMLStreamException {
        List<String> options = input.options();
        if (input.minimum().isEmpty() && input.maximum().isEmpty() && options.isEmpty()) {
            return;
        }
        xml.writeStartElement("VALUES");
        value("MIN", input.minimum());
        value("MAX", input.maximum());
        for (String option : options) {
            value("OPTION", Optional.of(option));
        }
        xml.writeEndElement();
    }

    private void value(String name, Optional<String> value) throws XMLStreamException {
        if (value.isPresent()) {
            xml.writeEmptyElement(name);
            xml.writeAttribute("value", LinksDocument.plain(value.get()));
        }
    }

    private void attribute(String name, Optional<String> value) throws XMLStreamException {
        if (value.isPresent()) {
            xml.writeAttribute(name, LinksDocument.plain(value.get()));
        }
    }

    private void element(String name, String content) throws XMLStreamException {
        if (!content.isEmpty()) {
            xml.writeStartElement(name);
            xml.writeCharacters(LinksDocument.plain(content));
            xml.writeEndElement();
        }
    }

    private void text(String name, String value) throws XMLStreamException {
        xml.writeEmptyElement("PARAM");
        xml.writeAttribute("name", name);
        xml.writeAttribute("datatype", "char");
        xml.writeAttribute("arraysize", "*");
        xml.writeAttribute("value", LinksDocument.plain(value));
    }
}
