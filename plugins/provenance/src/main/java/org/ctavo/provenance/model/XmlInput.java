package org.ctavo.provenance.model;

import java.io.InputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.ctavo.spi.Fault;

/** Opens XML that strangers wrote: no document type, no entities, nothing fetched from anywhere. */
public final class XmlInput {
    private XmlInput() {}

    /**
     * A reader at the beginning of the document.
     *
     * @throws XMLStreamException if it is not XML
     */
    public static XMLStreamReader open(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory.createXMLStreamReader(in);
    }

    /** Where the reader is. */
    public static String place(Location location) {
        return "line " + location.getLineNumber() + ", column " + location.getColumnNumber();
    }

    /** What to tell of text that is not XML. */
    public static Fault notXml(XMLStreamException e) {
        String place = e.getLocation() == null ? "" : place(e.getLocation()) + ": ";
        return new Fault(
                ProvenanceFault.BAD_DOCUMENT,
                place + "this is not well-formed XML, or it has a document type, which is not read.",
                e);
    }
}
