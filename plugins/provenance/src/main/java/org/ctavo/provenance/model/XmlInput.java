package org.ctavo.provenance.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

import org.ctavo.spi.Fault;

/**
 * Opens XML that strangers wrote: no document type, no entities, nothing fetched from anywhere, and no tag, text or
 * comment so long that it would fill the memory.
 */
public final class XmlInput {
    private static final int LONGEST_PIECE = 8 << 20;

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
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        Pieces pieces = new Pieces(in);
        return new StreamReaderDelegate(factory.createXMLStreamReader(pieces)) {
            @Override
            public int next() throws XMLStreamException {
                pieces.begin();
                try {
                    return super.next();
                } catch (TooLong e) {
                    throw tooLong(getLocation());
                }
            }

            @Override
            public String getElementText() throws XMLStreamException {
                pieces.begin();
                try {
                    return super.getElementText();
                } catch (TooLong e) {
                    throw tooLong(getLocation());
                }
            }
        };
    }

    private static Fault tooLong(Location location) {
        return new Fault(
                ProvenanceFault.DOCUMENT_TOO_LARGE,
                place(location) + ": a tag, text or comment is longer than " + LONGEST_PIECE + " bytes.");
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Counts what is read for one piece: the parser holds it as a whole before it tells of it. */
    private static final class Pieces extends FilterInputStream {
        private int left = LONGEST_PIECE;

        Pieces(InputStream in) {
            super(in);
        }

        void begin() {
            left = LONGEST_PIECE;
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            left -= Math.max(0, read);
            if (left < 0) {
                throw new TooLong();
            }
        }
    }

    /** Where the reader is. */
    public static String place(Location location) {
        // The parser knows no place for what is wrong in the first bytes.
        return "line " + Math.max(1, location.getLineNumber()) + ", column " + Math.max(1, location.getColumnNumber());
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
