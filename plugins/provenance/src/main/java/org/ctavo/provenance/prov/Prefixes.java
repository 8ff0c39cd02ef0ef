package org.ctavo.provenance.prov;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The prefixes of a document to be written: every name is split so that a declared prefix and a local part make it
 * whole again. For one thread.
 */
final class Prefixes {
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+");

    private static final Pattern LAST_WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,30}(?=[^A-Za-z0-9]*$)");

    /** Prefixes that mean something else in one of the formats. */
    private static final Set<String> RESERVED =
            Set.of("prov", "xsd", "xsi", "xml", "xmlns", "voprov", "default", "http", "https", "ivo", "urn");

    private final Map<String, String> byNamespace = new LinkedHashMap<>();

    /** Takes in all names of the statements. */
    Prefixes(List<Statement> statements) {
        byNamespace.put(Names.PROV, "prov");
        byNamespace.put(Names.XSD, "xsd");
        byNamespace.put(Names.VOPROV, "voprov");
        for (Statement statement : statements) {
            if (statement.id() != null) {
                name(statement.id());
            }
            for (int i = 0; i < statement.arguments().size(); i++) {
                if (!statement.kind().isTime(i) && statement.arguments().get(i) != null) {
                    name(statement.arguments().get(i));
                }
            }
            for (Statement.Attribute attribute : statement.attributes()) {
                name(attribute.name());
                if (attribute.value() instanceof Value.Name value) {
                    name(value.text());
                } else if (attribute.value() instanceof Value.Typed typed) {
                    name(typed.type());
                }
            }
        }
    }

    /** Prefix to namespace, without prov and xsd, which all formats know. */
    Map<String, String> declared() {
        Map<String, String> declared = new LinkedHashMap<>();
        byNamespace.forEach((namespace, prefix) -> declared.put(prefix, namespace));
        declared.remove("prov");
        declared.remove("xsd");
        return declared;
    }

    /** The name with its prefix. */
    String name(String iri) {
        String whole = ABSOLUTE.matcher(iri).matches() ? iri : Names.LOCAL + iri;
        String namespace = whole.startsWith(Names.LOCAL) ? Names.LOCAL : whole.substring(0, split(whole));
        return prefix(namespace) + ":" + whole.substring(namespace.length());
    }

    private String prefix(String namespace) {
        return byNamespace.computeIfAbsent(namespace, n -> {
            String stem = stem(n);
            String prefix = stem;
            for (int i = 2; byNamespace.containsValue(prefix); i++) {
                prefix = stem + i;
            }
            return prefix;
        });
    }

    /** What the namespace is called by those who read it: the last word of its path. */
    private static String stem(String namespace) {
        Matcher word = LAST_WORD.matcher(namespace);
        return namespace.equals(Names.LOCAL) || !word.find() || RESERVED.contains(word.group()) ? "n" : word.group();
    }

    /** Where the local part begins: after the query's mark, the fragment's, the last slash or colon. */
    private static int split(String iri) {
        int query = iri.indexOf('?');
        if (query > 0 && query < iri.length() - 1) {
            return query + 1;
        }
        for (char mark : new char[] {'#', '/', ':'}) {
            int at = iri.lastIndexOf(mark, iri.length() - 2);
            if (at > 0) {
                return at + 1;
            }
        }
        return 1;
    }
}
