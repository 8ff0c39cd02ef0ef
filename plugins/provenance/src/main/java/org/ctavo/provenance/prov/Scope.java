package org.ctavo.provenance.prov;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.spi.Fault;

/** The prefixes declared in a document that is read, or in a bundle of it. For one thread. */
final class Scope {
    private static final Pattern IRI = Pattern.compile("(urn:.+|[a-z][a-z0-9+.-]*://.*)", Pattern.CASE_INSENSITIVE);

    /** Writers of other forms escape names as PROV-N does, though no name holds a backslash. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\([='(),:;\\[\\].-])");

    private final Scope outer;
    private final Map<String, String> namespaces = new HashMap<>();

    Scope(Scope outer) {
        this.outer = outer;
    }

    /** A document's scope, which knows prov, xsd and voprov. */
    static Scope document() {
        Scope scope = new Scope(null);
        scope.declare("prov", Names.PROV);
        scope.declare("xsd", Names.XSD);
        scope.declare("voprov", Names.VOPROV);
        return scope;
    }

    /** Declares a prefix; the empty one is the default. */
    void declare(String prefix, String namespace) {
        namespaces.put(prefix, Names.canonical(namespace));
    }

    private String namespace(String prefix) {
        String namespace = namespaces.get(prefix);
        return namespace != null || outer == null ? namespace : outer.namespace(prefix);
    }

    /**
     * The whole IRI of a name.
     *
     * @throws Fault if its prefix is not declared and it is no IRI itself
     */
    String resolve(String given, String place) {
        String name = given.indexOf('\\') < 0 ? given : ESCAPE.matcher(given).replaceAll("$1");
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        String namespace = namespace(prefix);
        if (namespace != null) {
            return whole(namespace + name.substring(colon + 1));
        }
        if (colon < 0 || IRI.matcher(name).matches()) {
            return whole(name);
        }
        throw new Fault(
                ProvenanceFault.BAD_DOCUMENT, place + ": the prefix of \"" + name + "\" is not declared; declare it.");
    }

    private static String whole(String iri) {
        return iri.startsWith(Names.LOCAL) ? iri.substring(Names.LOCAL.length()) : iri;
    }
}
