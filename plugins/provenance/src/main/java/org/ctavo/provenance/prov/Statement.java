package org.ctavo.provenance.prov;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A statement, with whole IRIs for names.
 *
 * @param kind what it states
 * @param id of the thing, or of the relation; null for a relation without one
 * @param arguments as many as the kind has; null for one not given
 * @param attributes in order
 * @param place where it stands, for messages
 */
record Statement(Kind kind, String id, List<String> arguments, List<Attribute> attributes, String place) {

    /** An attribute. */
    record Attribute(String name, Value value) {}

    Statement {
        // List.copyOf refuses nulls.
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
        attributes = List.copyOf(attributes);
    }

    static Statement relation(Kind kind, List<Attribute> attributes, String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        while (all.size() < kind.arguments().size()) {
            all.add(null);
        }
        return new Statement(kind, null, all, attributes, "");
    }

    /** A formal argument by its name; null if it was not given. */
    String argument(String name) {
        return arguments.get(kind.arguments().indexOf(name));
    }
}
