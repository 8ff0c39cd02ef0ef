package org.ctavo.tables.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.ctavo.spi.Fault;
import org.ctavo.tables.TablesFault;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/** A VOTable in a file: its first table. Read twice, first its fields, then its rows as they stream by. */
final class VOTableUpload implements UploadedTable {
    private final Path file;
    private final long most;
    private final List<UploadedColumn> columns;

    VOTableUpload(Path file, long most) throws IOException {
        this.file = file;
        this.most = most;
        List<Field> fields;
        try (VOTableHandler head = new VOTableHandler(null, most)) {
            read(head);
            fields = head.fields();
        }
        if (fields.isEmpty()) {
            throw new Fault(TablesFault.UPLOAD_NOT_READABLE, "UPLOAD: the VOTable holds no table with columns.");
        }
        this.columns = UploadedColumn.of(fields.stream().map(Field::declared).toList());
    }

    @Override
    public List<UploadedColumn> columns() {
        return columns;
    }

    @Override
    public void rows(RowSink sink) throws IOException {
        try (VOTableHandler handler = new VOTableHandler(sink, most)) {
            read(handler);
        }
    }

    private void read(VOTableHandler handler) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            XMLReader reader = reader();
            reader.setContentHandler(handler);
            reader.setErrorHandler(null);
            reader.parse(new InputSource(in));
        } catch (VOTableHandler.Done e) {
            // All that was wanted has been read.
        } catch (SAXParseException e) {
            throw new Fault(
                    TablesFault.UPLOAD_NOT_READABLE,
                    "UPLOAD: the VOTable is not well-formed XML, or has a DOCTYPE, at line " + e.getLineNumber()
                            + ", column " + e.getColumnNumber() + ".",
                    e);
        } catch (SAXException e) {
            throw new Fault(TablesFault.UPLOAD_NOT_READABLE, "UPLOAD: the VOTable cannot be read.", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A parser that refuses any DOCTYPE: no entity is ever expanded, no other document fetched. */
    private static XMLReader reader() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException e) {
            throw new SAXException(e);
        }
    }
}
