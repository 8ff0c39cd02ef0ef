package org.ctavo.spi.vosi;

import java.util.function.Consumer;

import org.ctavo.spi.XmlText;

/**
 * A capabilities document being written (VOSI 1.1, section 2; VOResource 1.1, section 3.2.2). Not safe for use by
 * several threads at once.
 */
public final class CapabilityList {
    /** An interface that takes parameters in the query part of its URL. */
    public static final String PARAM_HTTP = "vs:ParamHTTP";

    /** An interface for people. */
    public static final String WEB_BROWSER = "vr:WebBrowser";

    private static final String VOSI = "ivo://ivoa.net/std/VOSI#";

    private final XmlText xml = new XmlText(4096);

    /**
     * Begins the document, with no capability yet.
     *
     * @param prefixesAndNamespaces used by {@link #add(String, Consumer)} beyond vosi, vr, vs and xsi, in turn
     */
    public CapabilityList(String... prefixesAndNamespaces) {
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<vosi:capabilities xmlns:vosi=\"http://www.ivoa.net/xml/VOSICapabilities/v1.0\""
                + " xmlns:vr=\"http://www.ivoa.net/xml/VOResource/v1.0\""
                + " xmlns:vs=\"http://www.ivoa.net/xml/VODataService/v1.1\"");
        for (int i = 0; i < prefixesAndNamespaces.length; i += 2) {
            xml.attribute("xmlns:" + prefixesAndNamespaces[i], prefixesAndNamespaces[i + 1]);
        }
        xml.raw(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n");
    }

    /**
     * Adds a capability of one interface of which its standard says all.
     *
     * @param version of the interface; may be empty
     * @param use {@code base} for a URL to which parameters are added, {@code full} for one that is whole
     */
    public CapabilityList add(String standardId, String interfaceType, String version, String use, String url) {
        return add(standardId, body -> {
            body.raw("<interface").attribute("xsi:type", interfaceType);
            if (interfaceType.equals(PARAM_HTTP)) {
                body.attribute("role", "std");
            }
            body.optionalAttribute("version", version).raw("><accessURL").attribute("use", use);
            body.raw(">").text(url).raw("</accessURL></interface>\n");
        });
    }

    /**
     * Adds a capability.
     *
     * @param body writes what stands in the element
     */
    public CapabilityList add(String standardId, Consumer<XmlText> body) {
        return add(standardId, "", body);
    }

    /**
     * Adds a capability with properties that its standard gives it.
     *
     * @param type of the element, such as {@code tr:TableAccess}; empty if it is a plain one
     * @param body writes what stands in the element
     */
    public CapabilityList add(String standardId, String type, Consumer<XmlText> body) {
        xml.raw("<capability").attribute("standardID", standardId).optionalAttribute("xsi:type", type);
        body.accept(xml.raw(">\n"));
        xml.raw("</capability>\n");
        return this;
    }

    /** Adds the capability of this very document, {@code /capabilities} below a service's address. */
    public CapabilityList capabilities(String service) {
        return add(VOSI + "capabilities", PARAM_HTTP, "1.0", "full", service + "/capabilities");
    }

    /** Adds the capability of telling whether the service is there, {@code /availability} below an address. */
    public CapabilityList availability(String service) {
        return add(VOSI + "availability", PARAM_HTTP, "1.0", "full", service + "/availability");
    }

    /** Adds the capability of showing examples, {@code /examples} below a service's address. */
    public CapabilityList examples(String service) {
        return add(ExamplePage.STANDARD_ID, WEB_BROWSER, "", "full", service + "/examples");
    }

    /** The document. */
    public String document() {
        return xml + "</vosi:capabilities>\n";
    }
}
