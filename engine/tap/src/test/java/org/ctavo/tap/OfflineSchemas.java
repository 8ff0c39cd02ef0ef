package org.ctavo.tap;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;

import org.ctavo.testing.Shared;
import org.junit.jupiter.api.Assumptions;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Validates documents against the IVOA's schemas lying beside a checkout; whatever they import is found there too. */
final class OfflineSchemas {
    private OfflineSchemas() {}

    /** Everything that is wrong with a document. */
    static List<String> faults(String document) {
        List<String> faults = new ArrayList<>();
        try {
            Validator validator = schema().newValidator();
            validator.setErrorHandler(new ErrorHandler() {
                @Override
                public void warning(SAXParseException e) {}

                @Override
                public void error(SAXParseException e) {
                    faults.add(e.getLineNumber() + ": " + e.getMessage());
                }

                @Override
                public void fatalError(SAXParseException e) {
                    faults.add(e.getLineNumber() + ": " + e.getMessage());
                }
            });
            validator.validate(new StreamSource(new StringReader(document)));
        } catch (SAXException e) {
            faults.add(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults;
    }

    private static Schema schema() throws SAXException {
        Path folder = Shared.path("xsd").orElse(null);
        Assumptions.assumeTrue(folder != null, "The IVOA's schemas are not beside this checkout.");
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> local(folder, systemId));
        List<Source> sources = new ArrayList<>();
        for (String name : List.of(
                "TAPRegExt-v1.xsd", "VOSICapabilities-v1.xsd", "VOSIAvailability-v1.xsd", "VOSITables-v1.xsd")) {
            sources.add(new StreamSource(folder.resolve(name).toFile()));
        }
        return factory.newSchema(sources.toArray(Source[]::new));
    }

    private static LSInput local(Path folder, String systemId) {
        // An address ends in a file's name or, being the namespace, in the schema's name and version.
        String name = systemId.replaceFirst("/(v1\\.\\d)/?$", "-$1.xsd").replaceFirst(".*/", "");
        Path file = folder.resolve(name.replaceFirst("-v1\\.\\d+\\.xsd$", "-v1.xsd"));
        try {
            DOMImplementationLS dom = (DOMImplementationLS) javax.xml.parsers.DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .getFeature("LS", "3.0");
            LSInput input = dom.createLSInput();
            input.setSystemId(file.toUri().toString());
            input.setByteStream(Files.newInputStream(file));
            return input;
        } catch (IOException | javax.xml.parsers.ParserConfigurationException e) {
            throw new IllegalStateException("No copy of " + systemId, e);
        }
    }
}
