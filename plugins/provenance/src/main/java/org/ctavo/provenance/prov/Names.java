package org.ctavo.provenance.prov;

import java.util.Set;

/** Namespaces, and names as whole IRIs. */
final class Names {
    static final String PROV = "http://www.w3.org/ns/prov#";
    static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    static final String VOPROV = "http://www.ivoa.net/documents/ProvenanceDM/index.html#";
    static final String FOAF = "http://xmlns.com/foaf/0.1/";

    /** Where identifiers are put that are no IRIs; taken away again on reading. */
    static final String LOCAL = "urn:x-cta-vo:local:";

    /** Other spellings of the IVOA's namespace, as implementations write it. */
    private static final Set<String> OTHER_VOPROV = Set.of(
            "http://www.ivoa.net/documents/ProvenanceDM#",
            "http://www.ivoa.net/documents/ProvenanceDM/ns/voprov/",
            "http://www.ivoa.net/documents/dm/provdm/voprov/");

    static final String TYPE = PROV + "type";
    static final String LABEL = PROV + "label";
    static final String VALUE = PROV + "value";
    static final String LOCATION = PROV + "location";
    static final String ROLE = PROV + "role";

    private Names() {}

    /** One spelling for each namespace. */
    static String canonical(String namespace) {
        if (OTHER_VOPROV.contains(namespace)) {
            return VOPROV;
        }
        return namespace.equals("http://www.w3.org/2001/XMLSchema") ? XSD : namespace;
    }

    /** What follows the namespace of one of the two models; null for a name of neither. */
    static String ofModel(String name) {
        if (name.startsWith(PROV)) {
            return name.substring(PROV.length());
        }
        return name.startsWith(VOPROV) ? name.substring(VOPROV.length()) : null;
    }
}
