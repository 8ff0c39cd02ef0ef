package org.ctavo.war;

import java.io.IOException;
import java.io.StringReader;
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

import org.ctavo.testing.Shared;
import org.junit.jupiter.api.Assumptions;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Validates what services tell of themselves against the IVOA's schemas beside a checkout. */
final class VosiSchemas {
    private VosiSchemas() {}

    /** All that is wrong with a document; the test is skipped where there are no schemas. */
    static List<String> faults(String document) throws IOException, SAXException {
        Path folder = Shared.path("xsd").orElse(null);
        Assumptions.assumeTrue(folder != null, "skipped: no schemas beside the checkout");
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> local(folder, systemId));
        Validator validator = factory.newSchema(new Source[] {
                    new StreamSource(folder.resolve("VODataService-v1.xsd").toFile()),
                    new StreamSource(folder.resolve("VOSICapabilities-v1.xsd").toFile()),
                    new StreamSource(folder.resolve("VOSIAvailability-v1.xsd").toFile())
                })
                .newValidator();
        List<String> faults = new ArrayList<>();
        validator.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException e) {
                faults.add(e.getLineNumber() + ": " + e.getMessage());
            }
        });
        validator.validate(new StreamSource(new StringReader(document)));
        return faults;
    }

    /** Schemas import others by addresses that end in a file's name, or in the schema's name and version. */
    private static LSInput local(Path folder, String systemId) {
        String name = systemId.replaceFirst("/v1\\.\\d/?$", "-v1.xsd").replaceFirst(".*/", "");
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
