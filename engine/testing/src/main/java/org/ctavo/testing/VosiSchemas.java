package org.ctavo.testing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;

import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Validates what services tell of themselves against the IVOA's schemas that may lie beside a checkout; whatever they
 * import is found there too. Tests skip, saying so, where there are none.
 */
public final class VosiSchemas {
    private static final List<String> ROOTS = List.of(
            "VODataService-v1.xsd",
            "TAPRegExt-v1.xsd",
            "ConeSearch-v1.xsd",
            "VOSICapabilities-v1.xsd",
            "VOSIAvailability-v1.xsd",
            "VOSITables-v1.xsd");

    private VosiSchemas() {}

    /** Whether there are schemas. */
    public static boolean areThere() {
        return Shared.path("xsd").isPresent();
    }

    /** Everything that is wrong with a document, each with its line. */
    public static List<String> faults(String document) {
        List<String> faults = new ArrayList<>();
        try {
            Validator validator = validator(Shared.path("xsd").orElseThrow());
            validator.setErrorHandler(new DefaultHandler() {
                @Override
                public void error(SAXParseException e) {
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

    private static Validator validator(Path folder) throws SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> local(folder, systemId));
        Source[] sources = ROOTS.stream()
                .map(name -> new StreamSource(folder.resolve(name).toFile()))
                .toArray(Source[]::new);
        return factory.newSchema(sources).newValidator();
    }

    /** An address ends in a file's name or, being the namespace, in the schema's name and version. */
    private static LSInput local(Path folder, String systemId) {
        String name = systemId.replaceFirst("/(v1\\.\\d)/?$", "-$1.xsd").replaceFirst(".*/", "");
        Path file = folder.resolve(name.replaceFirst("-v1\\.\\d+\\.xsd$", "-v1.xsd"));
        try {
            DOMImplementationLS dom = (DOMImplementationLS) DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .getFeature("LS", "3.0");
            LSInput input = dom.createLSInput();
            input.setSystemId(file.toUri().toString());
            input.setByteStream(Files.newInputStream(file));
            return input;
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("There is no copy of " + systemId, e);
        }
    }
}
